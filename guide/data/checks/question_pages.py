"""Every question of the comparison has its page, where links lead."""

from __future__ import annotations

from collections.abc import Iterator

from guide import addresses
from guide.data.checks.traverse import Finding, Pages
from guide.data.model.root import Data


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Questions that no page at their address shows."""
    for index, criterion in enumerate(data.comparison.criteria):
        path = addresses.question(criterion.id)
        calls = pages[path].calls if path in pages else ()
        shown = {name for call in calls if call.kind == "question" for name in call.names}
        if criterion.id not in shown:
            right = f'write docs/{path}.md with question("{criterion.id}") in it'
            wrong = f"no page shows the answers to `{criterion.id}`"
            yield ("comparison", "criteria", index), wrong, right
