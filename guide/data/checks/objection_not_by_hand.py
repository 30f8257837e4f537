"""Who cannot object is said by macros, from the data, and never by hand on a page."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Pages
from guide.data.model.root import Data
from guide.errors import Problem


def problems(_: Data, pages: Pages) -> Iterator[Problem]:
    """Sentences on pages that deny a right place by place."""
    for page in pages.values():
        for said, line in page.denials:
            right = "call by_letter() or places(…): what a place allows is in the data"
            yield Problem(line, "", f"`{said}` is written by hand", right, page.name)
