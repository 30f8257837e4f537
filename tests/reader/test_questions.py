"""Search answers what people typed: the yardstick of questions, from the web and from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from guide.data.book import Book
from guide.publish.search import index
from guide.show.book import open_book
from guide.show.queries import authorities
from tests.conftest import SITE, Site
from tools import questions
from tools.questions import RECORDED, Answer, Question, ask, share

CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
"""A province as lists have it, which nobody types."""


def opened(site: Site) -> Page:
    return site.open("compare/")


def asked(site: Site, *typed: str) -> dict[str, list[str]]:
    """The pages for some words, best first."""
    put = [Question(words, "en", "", (), "") for words in typed]
    return {it.question.typed: it.pages for it in ask(opened(site), put)}


@pytest.fixture(scope="module")
def server(whole_server: str) -> str:
    return whole_server


@pytest.fixture(scope="module")
def lines() -> list[Question]:
    return questions.read()


def test_the_first_three_hold_the_answer(site: Site, lines: list[Question]) -> None:
    answers = ask(opened(site), lines)
    missed = [f"{it.question.typed} → {it.pages[:3]}" for it in answers if not it.near]
    assert share(answers)[1] >= RECORDED, missed
    assert list(out_of_place(answers)) == []


def out_of_place(answers: list[Answer]) -> Iterator[str]:
    """Questions for which evidence or changes come before a page of steps."""
    steps = {page.path for page in open_book().pages.values() if page.routes}
    for it in answers:
        kinds = [page.strip("/") for page in it.pages]
        late = [at for at, page in enumerate(kinds) if page.startswith(index.LATE)]
        ends = [at for at, page in enumerate(kinds) if page in steps]
        if late and ends and late[0] < ends[-1]:
            yield it.question.typed


def test_every_line_is_whole_and_each_kind_is_asked(lines: list[Question]) -> None:
    pages = {file.parent.relative_to(SITE).as_posix() + "/" for file in SITE.rglob("index.html")}
    assert len({it.typed for it in lines}) == len(lines) > 220
    assert {it.kind for it in lines} == questions.KINDS
    assert all(it.language and it.heard for it in lines)
    lost = [it.typed for it in lines if not it.answered(pages)]
    assert lost == []


@pytest.mark.parametrize(
    "whole", [False, pytest.param(True, marks=pytest.mark.audit)], ids=["some", "all"]
)
def test_every_product_place_and_authority_is_found_by_its_names(
    site: Site, book: Book, *, whole: bool
) -> None:
    names: dict[str, str] = {}
    for page in book.pages.values():
        for company in book.data.companies.values():
            product = company.products.get(page.product or "")
            for name in (product.name, *product.also_called) if product else ():
                names.setdefault(name, page.path)
    for key, place in book.data.jurisdictions.items():
        named = [place.name, *place.also_called] if key != "elsewhere" else []
        named = [name for name in named if not CODE.fullmatch(name)]
        named += [member.name for member in place.members]
        named += [it.name for _, _, it in authorities(book, place)]
        names |= dict.fromkeys(named, place.page)
    if not whole:
        names = dict([*names.items()][::10])
    found = asked(site, *names)
    first = {name: pages[:3] for name, pages in found.items()}
    shared = {"Automattic"}  # one name, two products
    assert {
        name: first[name]
        for name, path in names.items()
        if f"{path}/" not in first[name] and name not in shared
    } == {}


SAME = {
    "I live in Norway": "Norway",
    "how do I opt out of LinkedIn": "opt out linkedin",
    "ich möchte der KI widersprechen": "KI widersprechen",
    "what about my Pinterest": "pinterest",
}
LETTERS_TO = {
    "write a letter to linkedin": "opt-out/linkedin/",
    "letter to google": "opt-out/google-",
    "facebook letter": "opt-out/facebook/",
    "does x train on my data letter": "opt-out/x/",
}
NOT_HERE = ("opt out of qzwhatever", "qzwhatever", "constructor", "__proto__ toString")
ODD = ("a" * 5000, "é" * 500, "a " * 3000, "<b>\"'&", "\\*~^+-:", "\u202e\u0000")


@pytest.fixture(scope="module")
def found(chromium: Browser, server: str) -> dict[str, list[str]]:
    """The pages for all the words that are typed below, asked in one visit."""
    words = (*SAME, *SAME.values(), "who are you", "perpl", "perpl ", "pe", "perpl setting",
             "threads", "treads", "claude", "chat gtp", "linkedin", "turn off meta ai in whatsapp",
             "how do i turn off meta ai", *LETTERS_TO, *NOT_HERE, *ODD, "norway")  # fmt: skip
    page = chromium.new_page()
    pages = asked(Site(server, page), *words)
    page.close()
    return pages


def test_two_words_that_are_a_name_are_not_made_one(found: dict[str, list[str]]) -> None:
    assert found["turn off meta ai in whatsapp"][0] == "opt-out/whatsapp/"
    assert found["how do i turn off meta ai"][0] == "limit/meta-ai-off/"
    assert found["chat gtp"][0] == "opt-out/chatgpt/"


def test_a_letter_to_a_company_is_found_by_its_name(found: dict[str, list[str]]) -> None:
    for typed, steps in LETTERS_TO.items():
        assert "letters/" in found[typed][:3], typed
        assert any(page.startswith(steps) for page in found[typed][:3]), typed
    assert "letters/" not in found["linkedin"][:3]


def test_words_that_say_nothing_change_nothing(found: dict[str, list[str]]) -> None:
    assert {one for one, other in SAME.items() if found[one][:3] != found[other][:3]} == set()


def test_function_words_alone_are_searched(found: dict[str, list[str]]) -> None:
    assert found["who are you"] != ["opt-out/not-here/"]


def test_only_the_unfinished_last_word_is_a_beginning(found: dict[str, list[str]]) -> None:
    assert found["perpl"][0] == "opt-out/perplexity/"
    assert "opt-out/perplexity/" not in found["perpl "]
    assert "opt-out/perplexity/" not in found["pe"]
    assert found["perpl setting"][0] != "opt-out/perplexity/"


def test_a_whole_word_is_not_taken_for_a_slip(found: dict[str, list[str]]) -> None:
    assert found["threads"][0] == found["treads"][0] == "opt-out/threads/"
    assert found["claude"][0] == "opt-out/claude/"


def test_what_no_page_names_leads_to_the_page_for_it(found: dict[str, list[str]]) -> None:
    assert {found[words][0] for words in NOT_HERE} == {"opt-out/not-here/"}


def test_nothing_typed_stops_search(found: dict[str, list[str]]) -> None:
    assert found.keys() >= set(ODD)
    assert found["norway"][0] == "rights/eu/"
