"""Never show half a folder: work in one of your own, then put it in the place of the old one.

A kill at any moment loses neither. Putting it there takes two renames, and between them the
place is empty. The old folder waits beside it, whole, under a name the next run knows.
File locks (``flock``) keep runs that stand side by side apart; Windows has none.
"""

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
    """Hold a file lock on a folder until the end, or until killed.

    A program started with ``close_fds=False`` inherits the lock: it is free again when the
    last of them has ended. ``BlockingIOError`` if it is held elsewhere and we do not wait.
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
    """A new folder under ``work``, removed at the end; what a killed run left is removed first."""
    work.mkdir(parents=True, exist_ok=True)
    with ExitStack() as run:
        with locked(work):
            _sweep(work)
            own = tempfile.TemporaryDirectory(prefix=PREFIX, dir=work)
            folder = Path(run.enter_context(own))
            run.enter_context(locked(folder))
        yield folder


def replace(fresh: Path, out: Path) -> None:
    """Move ``fresh`` to ``out``."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with locked(out.parent):
        _recover(out)
        shutil.move(fresh, _part(out))  # a copy, if it comes from another disk
        if os.path.lexists(out):
            out.rename(_old(out))
        _part(out).rename(out)
        _clear(out)


def recover(out: Path) -> None:
    """If a run was killed between the two renames, move the last whole folder back to ``out``."""
    if out.parent.exists():
        with locked(out.parent):
            _recover(out)


def _sweep(work: Path) -> None:
    """Remove folders whose lock nobody holds, and what else goes by their name."""
    for left in work.glob(f"{PREFIX}*"):
        if not _is_folder(left):
            left.unlink(missing_ok=True)
            continue
        with suppress(BlockingIOError), locked(left, wait=False):
            _remove(left)


def _is_folder(path: Path) -> bool:
    """A folder of its own, not a link to one."""
    return path.is_dir() and not path.is_symlink()


def _remove(left: Path) -> None:
    """Remove whatever stands there, but nothing that a link leads to."""
    if not _is_folder(left):
        left.unlink()
        return
    for folder, _, _ in os.walk(left):  # one without rights to write does not let go
        Path(folder).chmod(0o700)
    shutil.rmtree(left)


def _old(out: Path) -> Path:
    """Where the last folder stands while the new one is moved in: always whole."""
    return out.with_name(f".{out.name}.old")


def _part(out: Path) -> Path:
    """A folder that is being moved in or removed: it may be half there, and is never recovered."""
    return out.with_name(f".{out.name}.part")


def _recover(out: Path) -> None:
    if _is_folder(_old(out)) and not os.path.lexists(out):
        _old(out).rename(out)
    _clear(out)


def _clear(out: Path) -> None:
    """Whatever is left is first no folder that could be recovered, and then gone."""
    if os.path.lexists(_part(out)):
        _remove(_part(out))
    if os.path.lexists(_old(out)):
        _old(out).rename(_part(out))
        _remove(_part(out))
