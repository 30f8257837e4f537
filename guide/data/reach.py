"""Where a fact holds, set against where a page, a line or a source speaks for."""

from __future__ import annotations

from collections.abc import Iterable

from guide.data.model.evidence import EVERYWHERE
from guide.data.model.root import Data

NAMED = 4
"""As many places stand beside a fact by name; of more, the number."""


def spread(data: Data, where: Iterable[str]) -> frozenset[str]:
    """The places by id; ``everywhere`` is all there are."""
    wanted = frozenset(where)
    return frozenset(data.jurisdictions) if EVERYWHERE in wanted else wanted


def only(data: Data, where: Iterable[str], about: Iterable[str]) -> str:
    """What to print beside a fact that does not hold in all the places it is told for.

    ``EU, UK only``, or ``not in Brazil`` where that is shorter, or ``8 places only``.
    """
    holds = spread(data, where)
    if spread(data, about) <= holds:
        return ""
    inside, outside = _short(data, holds), _short(data, spread(data, [EVERYWHERE]) - holds)
    if len(outside) <= min(NAMED, len(inside) - 1):
        return f"not in {', '.join(outside)}"
    return f"{', '.join(inside) if len(inside) <= NAMED else f'{len(holds)} places'} only"


def _short(data: Data, places: frozenset[str]) -> list[str]:
    """Their short names. A whole with its parts stands for them; without, under its full name."""
    parts = {it.within: key for key, it in data.jurisdictions.items() if it.within}
    return [
        place.name if key in parts and parts[key] not in places else place.short or place.name
        for key, place in data.jurisdictions.items()
        if key in places and place.within not in places
    ]
