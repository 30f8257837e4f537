"""Every company has its page in the comparison, where links lead; no question stands there."""

from __future__ import annotations

from collections.abc import Iterator

from guide import addresses
from guide.data.checks.traverse import Finding, Pages
from guide.data.model.root import Data


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Companies that no page at their address shows."""
    questions = {criterion.id for criterion in data.comparison.criteria}
    for key in data.companies:
        path = addresses.company(key)
        calls = pages[path].calls if path in pages else ()
        if key in questions:
            wrong = f"the question `{key}` has the page of this company"
            yield ("companies", key), wrong, "choose another id"
        elif key not in {name for it in calls if it.macro == "company" for name in it.names}:
            wrong = f"no page shows the answers of `{key}`"
            yield ("companies", key), wrong, "run: make answers"
