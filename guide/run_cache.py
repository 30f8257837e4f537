"""What all processes of one run need is worked out by the first of them, and read by the others.

A build is two processes for each language: the engine, and what finishes its pages. They read the
same files. What is kept here ends with the run, so nothing of it can be out of date.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

_FOLDER = "GUIDE_RUN"
"""Tells a process where its run keeps things."""

Made = TypeVar("Made")


@contextmanager
def shared(new: Path) -> Iterator[None]:
    """Until the end, keep results in a new folder, unless this is a part of a run already."""
    if folder():
        yield
        return
    new.mkdir()
    os.environ[_FOLDER] = str(new)
    try:
        yield
    finally:
        del os.environ[_FOLDER]


def folder() -> Path | None:
    """Where this run keeps things, if this process is a part of one."""
    given = os.environ.get(_FOLDER)
    return Path(given) if given else None


def once(key: Hashable, make: Callable[[], Made]) -> Made:
    """What ``make`` gives: the same in each process of a run.

    ``key`` names all that the result depends on; keys are compared by their ``repr``. Outside a
    run it is made anew. What it raises is not kept: each process tells it.
    """
    if not (kept := folder()):
        return make()
    # Only builds have runs, and they lock files anyway (atomic.py); a preview works without.
    import fcntl

    file = kept / hashlib.sha256(repr(key).encode()).hexdigest()
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # who comes second waits for the first
        if file.exists():
            made: Made = pickle.loads(file.read_bytes())  # noqa: S301 - of our own making
            return made
        made = make()
        part = file.with_suffix(".part")
        part.write_bytes(pickle.dumps(made))
        part.rename(file)
        return made
