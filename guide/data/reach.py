"""Where a fact holds, set against where a page, a line or a source speaks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from guide.data.model.evidence import EVERYWHERE
from guide.data.model.root import Data

NAMED = 4
"""As many places stand beside a fact by name; of more, the number."""


class Reach(NamedTuple):
    """Where a fact holds: ``inside`` only, or all but ``outside``; else in so many places."""

    inside: list[str]
    outside: list[str]
    number: int


def spread(data: Data, where: Iterable[str]) -> frozenset[str]:
    """The places by id; ``everywhere`` is all there are."""
    wanted = frozenset(where)
    return frozenset(data.jurisdictions) if EVERYWHERE in wanted else wanted


def limited(data: Data, where: Iterable[str], about: Iterable[str]) -> Reach | None:
    """Where a fact holds that does not hold in all the places it is told for; none if it does.

    Short names of places, if they are few; whichever list is the shorter.
    """
    holds = spread(data, where)
    if spread(data, about) <= holds:
        return None
    inside, outside = _short(data, holds), _short(data, spread(data, [EVERYWHERE]) - holds)
    if len(outside) <= min(NAMED, len(inside) - 1):
        return Reach([], outside, len(holds))
    return Reach(inside if len(inside) <= NAMED else [], [], len(holds))


def _short(data: Data, places: frozenset[str]) -> list[str]:
    """Their short names. A whole with its parts stands for them; without, under its full name."""
    parts = {it.within: key for key, it in data.jurisdictions.items() if it.within}
    return [
        place.name if key in parts and parts[key] not in places else place.short or place.name
        for key, place in data.jurisdictions.items()
        if key in places and place.within not in places
    ]
