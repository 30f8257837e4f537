"""The small guide in the pseudo-language: what stays plain English came through no catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import html as markup  # type: ignore[import-untyped]

from guide.data import loader
from guide.data.blocks import Join
from guide.data.book import Book, read_book
from guide.data.model.file import File
from guide.i18n import data
from guide.i18n.catalogue import Domain
from guide.i18n.language import Pseudo, building, named
from guide.settings import PSEUDO
from guide.translate.collect import messages
from tests.publish.made_sites import article
from tests.publish.sites import SETTINGS
from tests.small_pages import DATA, PAGES, TEXTS, doc_pages

OWN = re.compile(
    r"Title of \S+|.*://.*|\S+\.json|and|in|So\.|More|Ask again\.|FB\.|Link to this section"
)
"""Words of the small guide's own pages, which are not translated here; addresses and files."""


def words(html: str) -> Iterator[str]:
    """Every text of a page, and what is only heard or shown on a touch."""
    for element in markup.fragment_fromstring(html, create_parent="div").iter():
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "code"}:
            continue
        yield from (element.get(it, "") for it in ("aria-label", "title", "alt", "placeholder"))
        around = element.getparent()
        yield "" if _kept(element) else element.text or ""
        yield "" if around is None or _kept(around) else element.tail or ""


def _kept(element: Any) -> bool:
    """Whether it, or what it stands in, is to stay in its language."""
    return any(it.get("translate") == "no" for it in (element, *element.iterancestors()))


def pages(book: Book) -> dict[str, str]:
    return {
        file: article(book, file, SETTINGS) for file in PAGES if "macro_list" not in PAGES[file]
    }


def texts(value: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def without(text: str, kept: list[str]) -> str:
    """What is left of a text without names and quoted words."""
    for it in filter(None, kept):
        text = text.replace(it, "")
    return OWN.sub("", text)


class Asked(Pseudo):
    """Remembers what it was asked to say."""

    asked: set[tuple[str, str]] = set()  # noqa: RUF012 - one for the one there is

    def said(self, domain: Domain, text: str, context: str = "") -> str | None:
        if domain == "frame":
            self.asked.add((context, text))
        return super().said(domain, text, context)

    def plural(self, one: str, many: str, number: int) -> str:
        self.asked.add(("", one))
        return super().plural(one, many, number)


def test_all_that_is_said_is_known_to_translators() -> None:
    book = read_book(DATA.encode(), doc_pages(), TEXTS)
    language = Asked(PSEUDO, named(PSEUDO).locale)
    with building(language):
        pages(book)
    assert len(language.asked) > 100
    assert language.asked - messages("frame").keys() == set()


def test_nothing_is_left_that_comes_through_no_catalogue() -> None:
    plain = loader.load(DATA.encode())[0]
    file = File.model_validate(plain)
    prose = {it.text for it in data.texts(file)}
    lines = {line.strip("-# ") for letter in TEXTS.values() for line in letter.splitlines()}
    kept = sorted({*texts(plain), *lines} - prose, key=len, reverse=True)
    book = read_book(DATA.encode(), doc_pages(), TEXTS)
    english = {text for html in pages(book).values() for text in words(html)}
    with building(named(PSEUDO)):
        said = Join(data.said(file, named(PSEUDO)), TEXTS).data()
        found = pages(replace(book, data=said))
    left = {
        text.strip()
        for html in found.values()
        for text in words(html)
        if text in english and re.search(r"[A-Za-z]{2}", without(text.strip(), kept))
    }
    assert left == set()
