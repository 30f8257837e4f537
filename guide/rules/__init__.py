"""Rules between entries, which the shape of a single entry cannot state.

Each rule yields findings: where, what is wrong, what would be right.
"""

from collections.abc import Iterator

from guide.model.root import Data
from guide.rules import (
    addresses,
    comparison,
    coverage,
    evidence,
    ids,
    letters,
    moved,
    order,
    pages,
    reach,
    references,
    searched,
    twice,
    where,
)
from guide.rules.walk import Finding, Pages

_RULES = (references, where, ids, addresses, evidence, comparison, letters, order, twice)
_LATER = (coverage, reach, searched)
WAITING = True
"""The last rules wait for data that meets them; tests do not."""


def findings(data: Data, site: Pages) -> Iterator[Finding]:
    """Everything that does not hold together."""
    for rule in _RULES if WAITING else (*_RULES, *_LATER):
        yield from rule.findings(data)
    yield from pages.findings(data, site)
    yield from moved.findings(data, site)
