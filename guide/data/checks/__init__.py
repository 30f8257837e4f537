"""Rules between entries, which the shape of a single entry cannot state.

Each rule yields findings: where, what is wrong, what would be right.
"""

from collections.abc import Iterator

from guide.data.checks import (
    addresses,
    by_letter_leads_on,
    comparison_complete,
    confirmed_as_its_source,
    coverage_rests_on_claims,
    days_in_order,
    evidence_pages,
    ids_unique,
    letters_complete,
    macro_calls,
    no_duplicates,
    no_surer_than_sources,
    no_wider_than_sources,
    nobody_left_out,
    redirects,
    references_exist,
    unknown_was_searched,
)
from guide.data.checks.traverse import Finding, Pages
from guide.data.model.root import Data

_RULES = (
    references_exist,
    nobody_left_out,
    ids_unique,
    addresses,
    confirmed_as_its_source,
    no_surer_than_sources,
    no_wider_than_sources,
    coverage_rests_on_claims,
    comparison_complete,
    unknown_was_searched,
    letters_complete,
    days_in_order,
    no_duplicates,
)


def findings(data: Data, site: Pages) -> Iterator[Finding]:
    """Everything that does not hold together."""
    for rule in _RULES:
        yield from rule.findings(data)
    yield from macro_calls.findings(data, site)
    yield from redirects.findings(data, site)
    yield from evidence_pages.findings(data, site)
    yield from by_letter_leads_on.findings(data, site)
