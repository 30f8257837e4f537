"""In the comparison, a yes that promises steps leads to a page that shows a route."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, Pages
from guide.data.model.root import Data


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """A yes that leads a reader to no steps."""
    promised = [criterion.id for criterion in data.comparison.criteria if criterion.promises]
    for company, answers in data.comparison.answers.items():
        for name in promised:
            it = answers.get(name)
            if it and it.answer == "yes" and not (it.page in pages and pages[it.page].routes):
                right = "name in `page` one that shows a route, or answer otherwise"
                yield ("comparison", "answers", company, name), "a yes without a route", right
