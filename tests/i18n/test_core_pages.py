"""Pages of the core in German, in memory: what a reader in Austria meets, sentence by sentence.

The other languages are looked at in an audit, where each is also built whole (test_published).
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

import pytest
from lxml import html as markup  # type: ignore[import-untyped]

from guide.i18n import pages
from guide.i18n.check import check
from guide.i18n.language import building, every, named
from guide.paths import ROOT
from guide.show.book import open_book
from tests.publish.made_sites import filled
from tests.publish.sites import SETTINGS

GERMAN = "de"
OTHERS = [pytest.param(it, marks=pytest.mark.audit) for it in every() if it != GERMAN]
CORE = ("", "opt-out/instagram/ios", "opt-out/whatsapp", "rights/if-refused", "rights/eu", "plan")
"""From home: an iPhone in Austria, Meta AI in WhatsApp, after a refusal, the law, the plan."""
_MONTHS = "January|February|March|June|July|August|September|October|November|December"
_ENGLISH_DATE = re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTHS}|April|May) \d{{4}}\b")
_SAME = {"de": "August|September|November|April", "nl": "April|September|November|December"}
"""Months that the language writes as English does."""


@dataclass(frozen=True)
class Page:
    """A page's article in English and in another language."""

    path: str
    english: markup.HtmlElement
    said: markup.HtmlElement


@cache
def core(code: str) -> list[Page]:
    """The pages in this language, beside the English."""
    english, said = rendered("en"), rendered(code)
    return [Page(path, english[path], said[path]) for path in CORE]


@cache
def rendered(code: str) -> dict[str, markup.HtmlElement]:
    """The articles of the pages in a language."""
    language = named(code)
    found = {}
    with building(language):
        book = open_book(docs=ROOT / "docs")
        for path in CORE:
            source = ROOT / book.pages[path].name
            text = pages.said(source.read_text("utf-8"), language, source.name)
            html = filled(book, path, text, SETTINGS)
            found[path] = markup.fragment_fromstring(html, "article")
    return found


def in_english(article: markup.HtmlElement) -> list[str]:
    """What is told to be English; words on screens and in letters are no sentences of ours."""
    found = article.xpath(".//*[@lang='en'][not(ancestor-or-self::*[@translate='no'])]")
    return [" ".join(it.text_content().split()) for it in found]


def words(article: markup.HtmlElement) -> int:
    return len(article.text_content().split())


@pytest.mark.parametrize("code", every())
def test_a_translation_keeps_links_macros_numbers_and_dates(code: str) -> None:
    check(named(code).catalogues.values())


@pytest.mark.parametrize("code", [GERMAN, *OTHERS])
def test_every_step_and_heading_has_the_english_address(code: str) -> None:
    for page in core(code):
        ids = sorted(page.english.xpath("//@id"))
        assert sorted(page.said.xpath("//@id")) == ids, page.path
        assert len(ids) > 5, page.path


@pytest.mark.parametrize("code", [GERMAN, *OTHERS])
def test_sentences_are_in_the_language(code: str) -> None:
    for page in core(code):
        left = sum(len(it.split()) for it in in_english(page.said))
        assert left < words(page.said) / 2, page.path
        same = set(texts(page.said)) & set(texts(page.english)) - set(in_english(page.said))
        assert same == set(), page.path


def texts(article: markup.HtmlElement) -> list[str]:
    """Paragraphs, items and headings of several words, as a reader has them."""
    found = article.xpath(".//p | .//li[not(.//p)] | .//h2 | .//h3 | .//summary")
    own = (" ".join(it.text_content().split()) for it in found if not it.xpath(
        "ancestor-or-self::*[@translate='no' or contains(@class, 'evidence')]"))  # fmt: skip
    return [it for it in own if it.count(" ") >= 4]


@pytest.mark.parametrize("code", [GERMAN, *OTHERS])
def test_dates_are_written_as_the_language_has_them(code: str) -> None:
    same = re.compile(_SAME.get(code, "(?!)"))
    for page in core(code):
        said = deepcopy(page.said)
        for it in said.xpath(".//*[@lang='en' or @class='evidence']"):  # and titles of documents
            it.drop_tree()
        found = _ENGLISH_DATE.findall(said.text_content())
        assert [it for it in found if not same.search(it)] == [], page.path


def test_a_step_names_the_menu_as_a_german_phone_shows_it() -> None:
    (page,) = (it for it in core(GERMAN) if it.path == "opt-out/instagram/ios")
    shown = [
        " ".join(it.text_content().split()) for it in page.said.xpath("//*[@class='step__do']")
    ]
    assert "Tippen Sie auf KI bei Meta (AI at Meta)." in shown
