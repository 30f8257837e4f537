"""The live preview is one process for many builds: code edited in between is loaded anew."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = frozenset[tuple[str, int]]
"""Every file of the guide's own code, with the time of its last change."""


def _stamp() -> Stamp:
    files = Path(__file__).parent.rglob("*.py")
    return frozenset((str(file), file.stat().st_mtime_ns) for file in files)


_LOADED = _stamp()


def forget_edited() -> None:
    """If a file changed since it was loaded, forget all modules: the next import reads them."""
    if _stamp() != _LOADED:
        for name in [name for name in sys.modules if name.partition(".")[0] == __package__]:
            del sys.modules[name]
        importlib.invalidate_caches()
