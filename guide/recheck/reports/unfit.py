"""Why a report cannot be used, in our own words: nothing that it says is repeated."""

from __future__ import annotations

from collections.abc import Iterable

from guide.errors import StoppedError


class UnfitError(StoppedError):
    """``missing``: a line for each thing that somebody has to write anew."""

    def __init__(self, missing: Iterable[str]) -> None:
        self.missing = list(missing)
        super().__init__("\n".join(self.missing))
