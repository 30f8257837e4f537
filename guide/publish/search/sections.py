"""The sections of pages, as search finds them: each from its heading to the next.

Reads what the theme's search plugin reads and writes what it writes, in a quarter of the time;
so the plugin rests while a site is built to be finished (``engines.py``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Any

from guide.data.pages import DocPage
from guide.publish.search_index import INDEXES
from guide.publish.site import Site

EXCLUDED = "data-search-exclude"
"""On an element: search reads nothing in it. On a heading: nor what stands below it."""
_MARK = re.compile(rf' ?{EXCLUDED}(?:="[^"]*")?')

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<given>(?:[^<>\"]|\"[^\"]*\")*?)(?P<alone>/?)>"
    r"|<!--.*?-->|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_ID = re.compile(r" id=\"([^\"]+)\"")
_PERMALINK = ' class="headerlink"'
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SKIPPED = frozenset({"noscript", "object", "script", "style"})
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""Tags that stay in the text: later steps know paragraphs and signs by them."""
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                   "param", "source", "track", "wbr"})  # fmt: skip


@dataclass(slots=True)
class Section:
    """A heading and what stands below it; without ``id`` what the page itself is found by."""

    depth: float = 0
    """How many elements are open at its heading: where they end, it ends."""
    id: str = ""
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def apply(site: Site) -> None:
    """Write the index where no engine has; then nothing needs the marks it was read by."""
    if not any(path in site.files for path, _ in INDEXES):
        site.files[INDEXES[0][0]] = json.dumps({"docs": list(_all(site))}).encode()
    for page in site.themed:
        site.pages[page] = _MARK.sub("", site.pages[page])


def _all(site: Site) -> Iterator[dict[str, Any]]:
    for path in sorted(site.book.pages, key=lambda it: _place(site.book.pages[it])):
        page = f"{path}/" if path else ""
        yield from entries(page, site.pages[f"{page}index.html"], site.book.pages[path])


def _place(page: DocPage) -> tuple[list[str], bool, str]:
    """Where an engine finds a page: a folder's own first, then its others, then those below."""
    *folders, file = page.name.split("/")
    return folders, file != "index.md", file


def entries(address: str, html: str, page: DocPage) -> Iterator[dict[str, Any]]:
    """A page's sections as entries of the index; none if its head leaves it out of search."""
    article = _ARTICLE.search(html)
    for section in _Reader().read(article[1]) if article and page.searched else ():
        entry = {
            "location": f"{address}#{section.id}" if section.id else address,
            "title": "".join(section.title).strip() or page.title,
            "text": "".join(section.text).strip(),
        }
        yield entry if page.boost is None else {**entry, "boost": page.boost}


class _Reader:
    """Walks through the elements of an article."""

    def __init__(self) -> None:
        self._sections: list[Section] = []
        self._section = Section()
        self._open: list[str] = []
        self._left_out: list[bool] = []
        """Of each open element, whether search leaves it out."""
        self._heading: int | None = None
        """The depth of the heading that is being read."""

    def read(self, article: str) -> list[Section]:
        """The sections in the order of their headings."""
        for found in _TOKEN.finditer(article):
            tag, text = found["tag"], found["text"]
            if text:
                self._say(text)
            elif tag and found["end"]:
                self._close(tag)
            elif tag and tag not in _VOID and not found["alone"]:
                self._start(tag, found["given"])
        return [it for it in self._sections if not it.excluded]

    def _start(self, tag: str, given: str) -> None:
        self._open.append(tag)
        excluded = EXCLUDED in given
        self._left_out.append(excluded or tag in _SKIPPED or _PERMALINK in given)
        if tag in _HEADINGS and (own := _ID.search(given)):
            if tag != "h1":
                self._begun()
            self._heading = depth = len(self._open)
            self._section = Section(depth, own[1] if self._sections else "", excluded)
            self._sections.append(self._section)
        elif not any(self._left_out):
            self._begun()
        if tag in _KEPT:
            self._say(f"<{tag}>")

    def _close(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            return
        if self._section.depth > len(self._open):  # the one before it goes on
            before = (it for it in reversed(self._sections) if it.depth <= len(self._open))
            left, self._section = self._section, next(before, self._section)
            left.depth = inf
        if tag in _KEPT:
            self._say(f"</{tag}>")
        self._open.pop()
        self._left_out.pop()
        if self._heading is not None and self._heading > len(self._open):
            self._heading = None

    def _say(self, text: str) -> None:
        if any(self._left_out):
            return
        if text.isspace():
            text = " "
        else:
            self._begun()
        (self._section.text if self._heading is None else self._section.title).append(text)

    def _begun(self) -> None:
        """What stands before the first heading is a section, too."""
        if not self._sections:
            self._section = Section()
            self._sections.append(self._section)
