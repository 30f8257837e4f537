"""A built page's article, made ready to stand with all others in one file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html  # type: ignore[import-untyped]

from guide import addresses

START = "start"

_HERE = "https://here.invalid/"
_OF_A_PAGE = (
    "*[self::h2][substring(@id, string-length(@id) - 5) = '--pass'"
    " or substring(@id, string-length(@id) - 9) = '--pictures']"
)
"""The headings over a link to pass on, and over drawings."""
# What needs a script, and what only a page of a site needs.
_DROPPED = (
    "script", "noscript", "form", "button", "*[@hidden]", "figure[@class='picture']",
    "a[@class='headerlink']",
    "p[@class='tick']", "*[@class='qr']", "*[@class='share']", "details[@class='plan__change']",
    "*[@class='route-moved']", "section[@class='wanted']",
    "*[@class='tell']", "p[@class='step__link']",
    _OF_A_PAGE, f"details[preceding-sibling::*[1][self::{_OF_A_PAGE}]]",
)  # fmt: skip
# A letter's blanks: the brackets around them say so. A company's line, which leads to its page.
_UNWRAPPED = ("span[@class='blank']", "table[@class='refusals']//th[@scope='row']/a")
# Links whose ``aria-label`` goes: there are thousands, and their own words say enough.
_WORDY = ("sup/a",)
_KEPT = {
    "aria-label", "class", "colspan", "data-label", "hreflang", "href", "id", "lang", "open",
    "rowspan", "start",
}  # fmt: skip
_BLOCKS = {
    "article", "caption", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "li", "ol", "p", "pre", "summary", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Each page's ids as they are in the one file, where no two may be the same.

    One that a single page has keeps its name, so that ``#route--step`` leads to the
    step as on the web; one that several have gets the page's address before it.
    """

    pages: frozenset[str]
    shared: frozenset[str]

    @classmethod
    def of(cls, articles: dict[str, Any]) -> Anchors:
        """The anchors for these pages' articles."""
        count = Counter(name for tree in articles.values() for name in tree.xpath(".//@id"))
        count.update(page or START for page in articles)
        return cls(frozenset(articles), frozenset(name for name, n in count.items() if n > 1))

    def of_page(self, page: str) -> str:
        """Where a page begins."""
        return page or START

    def of_id(self, page: str, name: str) -> str:
        """Where something on it stands."""
        return f"{self.of_page(page)}:{name}" if name in self.shared else name

    def of_link(self, page: str, href: str) -> str | None:
        """Where in the file a page's link leads; ``None`` if to something it does not hold."""
        parts = urlsplit(urljoin(f"{_HERE}{page}/" if page else _HERE, href))
        target = parts.path.removesuffix("index.html").strip("/")
        if target.startswith(f"{addresses.SOURCES}/"):  # here all evidence stands in one place
            target = addresses.SOURCES
        elif target.startswith(f"{addresses.COMPARE}/") and target not in self.pages:
            return self.of_id(addresses.COMPARE, target.rpartition("/")[2])  # a company's line
        if f"{parts.scheme}://{parts.netloc}/" != _HERE or target not in self.pages:
            return None
        fragment = unquote(parts.fragment)
        return self.of_id(target, fragment) if fragment else self.of_page(target)


def read(page: str) -> Any:
    """The article of a built page, without what the file leaves out."""
    article = html.document_fromstring(page).xpath("//article")[0]
    for it in _all(article, _DROPPED):
        it.drop_tree()
    for it in _all(article, _UNWRAPPED):
        it.drop_tag()
    for it in _all(article, _WORDY):
        it.attrib.pop("aria-label", None)
    return article


def adopt(article: Any, page: str, anchors: Anchors, styled: Collection[str], web: str) -> None:
    """Fit the article of ``page`` into the file, in place; only ``styled`` classes stay.

    A link to what the file does not hold leads to the ``web``, or is only text where
    that address is not known.
    """
    as_written = {it for pre in article.iter("pre") for it in pre.iterdescendants()}
    for it in list(article.iter(etree.Element)):
        _attributes(it, page, anchors, styled)
        if it not in as_written:
            _spaces(it)
        if it.tag == "a" and it.get("href"):
            _link(it, page, anchors, web)
        elif it.tag in {"h1", "h2", "h3", "h4", "h5"}:
            it.tag = f"h{int(it.tag[1]) + 1}"
    article.attrib.clear()
    article.set("id", anchors.of_page(page))


def _attributes(it: Any, page: str, anchors: Anchors, styled: Collection[str]) -> None:
    for name in set(it.attrib) - _KEPT:
        del it.attrib[name]
    if value := it.get("id"):
        it.set("id", anchors.of_id(page, value))
    if seen := [name for name in it.attrib.pop("class", "").split() if name in styled]:
        it.set("class", " ".join(seen))


def _all(article: Any, paths: Iterable[str]) -> list[Any]:
    return list(article.xpath(" | ".join(f".//{path}" for path in paths)))


def _spaces(it: Any) -> None:
    """One space for many, and none where only layout put them: beside a block."""
    if it.text and it.tag != "pre":
        first = it.tag in _BLOCKS and (len(it) == 0 or it[0].tag in _BLOCKS)
        it.text = _SPACE.sub("" if first and not it.text.strip() else " ", it.text)
    if it.tail:
        beside = it.tag in _BLOCKS and not it.tail.strip()
        it.tail = _SPACE.sub("" if beside else " ", it.tail)


def _link(link: Any, page: str, anchors: Anchors, web: str) -> None:
    href = link.get("href")
    if (name := anchors.of_link(page, href)) is not None:
        link.set("href", f"#{name}")
    elif not urlsplit(href).netloc and not urlsplit(href).scheme:
        if web:
            link.set("href", urljoin(f"{web}{page}/", href))
        else:
            link.drop_tag()
