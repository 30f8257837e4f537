"""Rules between entries, which the shape of a single entry cannot state.

Each rule yields findings: where, what is wrong, what would be right.
"""

from collections.abc import Iterator

from guide.model.root import Data
from guide.rules import (
    addresses,
    by_letter,
    comparison,
    coverage,
    evidence,
    grades,
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

_RULES = (
    references,
    where,
    ids,
    addresses,
    evidence,
    grades,
    reach,
    coverage,
    comparison,
    searched,
    letters,
    order,
    twice,
)


def findings(data: Data, site: Pages) -> Iterator[Finding]:
    """Everything that does not hold together."""
    for rule in _RULES:
        yield from rule.findings(data)
    yield from pages.findings(data, site)
    yield from moved.findings(data, site)
    yield from by_letter.findings(data, site)
