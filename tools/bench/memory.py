"""The most memory a process held, as the system tells it."""

from __future__ import annotations

import sys


def mib(most: int) -> float:
    """``ru_maxrss`` in MiB: macOS counts bytes, others KiB."""
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
