"""Where something on a finished page was written: the line of its Markdown, if it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guide import addresses
from guide.errors import Problem
from guide.publish.site import Site


def problem(
    site: Site, page: str, wrong: str, right: str, words: Iterable[str], root: Path
) -> Problem:
    """A problem of a page, told where one of the ``words`` stands, the first first."""
    name, line = place(site, page, words, root)
    return Problem(line, "", wrong, right, name)


def place(site: Site, page: str, words: Iterable[str], root: Path) -> tuple[str, int]:
    """The Markdown file and the line; else the page's file in the site and no line (0)."""
    for path, written in site.book.pages.items():
        if addresses.file(path) == page:
            file = root / written.name
            text = file.read_text(encoding="utf-8").lower() if file.is_file() else ""
            for word in filter(None, words):
                if (start := text.find(word.lower())) >= 0:
                    return written.name, text.count("\n", 0, start) + 1
    return page, 0
