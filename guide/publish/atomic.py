"""Put a new folder in the place of the old one, so that a kill at any moment loses neither.

It takes two renames, and between them the place is empty. The old folder waits
beside it, whole, under a name the next run knows.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from guide.publish.scratch import locked


def replace(fresh: Path, out: Path) -> None:
    """Move ``fresh`` to ``out``."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with locked(out.parent):
        _recover(out)
        shutil.move(fresh, _part(out))  # a copy, if it comes from another disk
        if out.exists():
            out.rename(_old(out))
        _part(out).rename(out)
        _clear(out)


def recover(out: Path) -> None:
    """Put right what a killed run left: ``out`` is the last whole folder again."""
    if out.parent.exists():
        with locked(out.parent):
            _recover(out)


def _old(out: Path) -> Path:
    """The last folder while the new one is moved in: always whole."""
    return out.with_name(f".{out.name}.old")


def _part(out: Path) -> Path:
    """What comes or goes: never relied on."""
    return out.with_name(f".{out.name}.part")


def _recover(out: Path) -> None:
    if _old(out).exists() and not out.exists():
        _old(out).rename(out)
    _clear(out)


def _clear(out: Path) -> None:
    for left in (_part(out), _old(out)):
        if left.exists():
            shutil.rmtree(left.rename(_part(out)))
