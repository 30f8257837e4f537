"""An address as a QR code, for paper and for another person's camera."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby

import segno

QUIET = 4
"""Blank modules that must stand around the code."""


@dataclass(frozen=True, slots=True)
class Code:
    """The dark modules as path data, and the side of the square they stand in."""

    path: str
    side: int


@cache
def code(address: str) -> Code:
    """The code of an address; it survives the loss of about an eighth (level M)."""
    made = segno.make(address, error="m", micro=False, boost_error=False)
    rows = [_row(list(row)) for row in made.matrix]
    # Each run is a stroke one module high, told from where the last one ended.
    path = "".join(f"M{QUIET} {QUIET + y}.5{row}" for y, row in enumerate(rows))
    return Code(path, len(rows) + 2 * QUIET)


def _row(modules: list[int]) -> str:
    runs = [(bool(dark), len(list(run))) for dark, run in groupby(modules)]
    if not runs[-1][0]:
        runs.pop()
    return "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs)
