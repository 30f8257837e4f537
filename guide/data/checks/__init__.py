"""Rules between entries, which the shape of a single entry cannot state.

Each rule yields findings in the data (where, what is wrong, what would be right), or
problems on pages, with the page and the line.
"""

from collections.abc import Iterator

from guide.data.checks import (
    addresses,
    by_letter_leads_on,
    company_pages,
    comparison_complete,
    confirmed_as_its_source,
    counted_by_macros,
    coverage_rests_on_claims,
    days_in_order,
    evidence_pages,
    ids_unique,
    letter_pages,
    letters_complete,
    macro_calls,
    no_duplicates,
    no_surer_than_sources,
    no_wider_than_sources,
    nobody_left_out,
    objection_not_by_hand,
    pages_and_data_agree,
    question_pages,
    redirects,
    references_exist,
    scripts_declared,
    seen_in_order,
    seen_where_it_is,
    tiers_tell_apart,
    unknown_was_searched,
    yes_leads_to_route,
)
from guide.data.checks.traverse import Finding, Pages
from guide.data.model.root import Data
from guide.errors import Problem

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
    tiers_tell_apart,
    letters_complete,
    days_in_order,
    seen_where_it_is,
    seen_in_order,
    no_duplicates,
)
_WITH_PAGES = (
    pages_and_data_agree,
    yes_leads_to_route,
    redirects,
    evidence_pages,
    question_pages,
    company_pages,
    by_letter_leads_on,
    letter_pages,
)
_ON_PAGES = (macro_calls, objection_not_by_hand, counted_by_macros, scripts_declared)


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Everything in the data that does not hold together, or not with the pages."""
    for rule in _RULES:
        yield from rule.findings(data)
    for joint in _WITH_PAGES:
        yield from joint.findings(data, pages)


def problems(data: Data, pages: Pages) -> Iterator[Problem]:
    """Everything on pages that does not fit the data."""
    for rule in _ON_PAGES:
        yield from rule.problems(data, pages)
