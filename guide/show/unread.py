"""What macros write is HTML already: Markdown passes it on. To read it took a quarter of a build.

An extension of Markdown, named in ``mkdocs.yml``. MkDocs is told which ids it passed on, since
it checks links to them.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions import Extension  # type: ignore[import-untyped]
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]

_START, _END = "<!--html-->", "<!--/html-->"
_MARKED = re.compile(
    rf"^{_START}<(?P<tag>[\w-]+)(?P<more>(?:(?!{_START}|{_END}).)*){_END}$",
    re.MULTILINE | re.DOTALL,
)
"""What stands on lines of its own, from the first to the last of them."""
_HEADING = re.compile(r"^(#{1,6} .*)$", re.MULTILINE)
_ID = re.compile(r'(?<=\s)id="([^"]+)"')
_MKDOCS = "mkdocs_raw_html"
"""MkDocs's own preprocessor, which collects ids."""


def marked(html: str) -> str:
    """The HTML between two marks, for Markdown to leave it alone.

    Lines that are headings in Markdown stay outside, to be read. HTML that says ``markdown=``
    somewhere is not marked at all.
    """
    if "markdown=" in html:
        return html
    parts = _HEADING.split(html)
    return "\n".join(
        part if index % 2 else f"{_START}{part.strip()}{_END}"
        for index, part in enumerate(parts)
        if part.strip()
    )


class _Stash(Preprocessor):  # type: ignore[misc]
    """Puts blocks that stand on lines of their own aside; other HTML is read with its line."""

    ids: frozenset[str] = frozenset()

    def run(self, lines: list[str]) -> list[str]:
        text = _MARKED.sub(self._aside, "\n".join(lines))
        return text.replace(_START, "").replace(_END, "").split("\n")

    def _aside(self, found: re.Match[str]) -> str:
        html = f"<{found['tag']}{found['more']}"
        if not self.md.is_block_level(found["tag"]):
            return html
        self.ids |= {*_ID.findall(html)}
        return f"\n\n{self.md.htmlStash.store(html)}\n\n"


class _Tell(Preprocessor):  # type: ignore[misc]
    """Tells MkDocs, which has looked at the rest by then, of the ids that were put aside."""

    def __init__(self, md: Markdown, stash: _Stash) -> None:
        super().__init__(md)
        self._stash = stash

    def run(self, lines: list[str]) -> list[str]:
        if _MKDOCS in self.md.preprocessors:
            self.md.preprocessors[_MKDOCS].present_anchor_ids |= self._stash.ids
        return lines


class Unread(Extension):  # type: ignore[misc]
    """Before anything reads the text (30 makes its lines alike), and after MkDocs (21)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Markdown."""
        stash = _Stash(md)
        md.preprocessors.register(stash, "unread", 27)
        md.preprocessors.register(_Tell(md, stash), "unread_ids", 20.5)


def makeExtension(**options: Any) -> Unread:  # noqa: N802
    """Called by Markdown."""
    return Unread(**options)
