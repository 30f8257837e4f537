"""A page that moved leaves its address behind, and the address leads to a page."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, Pages, missing
from guide.data.model.root import Data


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Old addresses that are taken, told twice, or lead nowhere."""
    seen: set[str] = set()
    for index, moved in enumerate(data.moved):
        if moved.old in pages:
            right = "remove this entry, or give the page another address"
            yield ("moved", index, "old"), f"a page stands at `{moved.old}`", right
        if moved.old in seen:
            yield ("moved", index, "old"), f"`{moved.old}` is told twice", "keep the newer entry"
        seen.add(moved.old)
        if moved.new not in pages:
            yield missing(("moved", index, "new"), "page", moved.new, pages)
