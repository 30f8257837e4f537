"""A release: the copies to take along, and their checksums."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guide import settings
from guide.errors import BuildFailedError
from guide.publish import build

SUMS = "SHA256SUMS"


def release(dist: Path = build.DIST, out: Path = build.SITE) -> None:
    """What ``make offline`` makes, with checksums; refused unless it says where it is from."""
    if not settings.current().site_url:
        raise BuildFailedError("a release needs SITE_URL, the address of the site it is a copy of")
    build.offline_copy(dist, out)
    (dist / SUMS).write_text(sums(dist), encoding="utf-8")


def sums(folder: Path) -> str:
    """The SHA-256 of each file in a folder, as ``sha256sum --check`` reads it."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name != SUMS)
    return "".join(f"{hashlib.sha256(it.read_bytes()).hexdigest()}  {it.name}\n" for it in files)
