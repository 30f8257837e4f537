"""A folder of each run's own, removed at its end; what a killed run left, the next one removes."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

PREFIX = "run-"


@contextmanager
def locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold a folder until the end, or until killed.

    Programs started with ``close_fds=False`` hold it too: a run is over when the last is.
    ``BlockingIOError`` if it is held elsewhere and we do not wait.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.set_inheritable(handle, True)
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


@contextmanager
def scratch(work: Path) -> Iterator[Path]:
    """A new folder under ``work``: runs side by side do not meet."""
    work.mkdir(parents=True, exist_ok=True)
    with ExitStack() as run:
        with locked(work):
            _sweep(work)
            own = tempfile.TemporaryDirectory(prefix=PREFIX, dir=work)
            folder = Path(run.enter_context(own))
            run.enter_context(locked(folder))
        yield folder


def _sweep(work: Path) -> None:
    for left in work.glob(f"{PREFIX}*"):
        with suppress(BlockingIOError), locked(left, wait=False):
            shutil.rmtree(left)
