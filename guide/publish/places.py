"""The folders a build writes to, looked at before it starts: each problem is one line."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from guide.errors import BuildFailedError

ROOM = 150_000_000
"""Bytes that a build needs at most, with all its copies, twice over."""
OWNER = 0o700


def check(folders: Iterable[Path], work: Path) -> None:
    """``BuildFailedError`` if one is no folder of its own, or cannot be written."""
    mask = os.umask(0)
    os.umask(mask)
    if mask & OWNER:
        told = f"the umask {mask:04o} takes what is written away from whoever builds"
        raise BuildFailedError(f"{told}; set umask 022")
    for folder in folders:
        if folder.is_symlink():
            told = f"{_name(folder)} is a link, and a build puts a folder in its place"
            raise BuildFailedError(f"{told}; remove it, and copy or serve what is built there")
        if folder.exists() and os.path.ismount(folder):
            told = f"{_name(folder)} is a place where a disk is mounted, and cannot be replaced"
            raise BuildFailedError(f"{told}; mount it elsewhere, and copy the site there")
        _folder(folder)
    _folder(work)


def _folder(folder: Path) -> None:
    if os.path.lexists(folder) and not folder.is_dir():
        raise BuildFailedError(f"{_name(folder)} is not a folder; move it away")
    near = folder
    while not near.exists():
        near = near.parent
    for place in {near, folder.parent if folder.parent.exists() else near}:
        if not os.access(place, os.W_OK | os.X_OK):
            told = f"there is no right to write in {_name(place)}"
            raise BuildFailedError(f"{told}; give it, or build in a copy elsewhere")
    if (free := shutil.disk_usage(near).free) < ROOM:
        told = f"there is no room to write in {_name(near)}: {free // 1_000_000} MB are free"
        raise BuildFailedError(f"{told}; a build needs {ROOM // 1_000_000} MB")


def _name(folder: Path) -> str:
    return f"{folder}/"
