"""What search reads: every page's words without markup, and what the page is about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide.data.book import Book
from guide.data.pages import read_pages
from guide.errors import DataError
from guide.publish.search import index, worker
from tests.conftest import SITE


def made(book: Book, *docs: dict[str, Any]) -> list[dict[str, Any]]:
    text = index.made(json.dumps({"config": {}, "docs": list(docs)}), book)
    found: list[dict[str, Any]] = json.loads(text)["docs"]
    return found


def entry(location: str, text: str, title: str = "T", **more: Any) -> dict[str, Any]:
    return {"location": location, "title": title, "text": text, **more}


def test_markup_goes_and_signs_stay(book: Book) -> None:
    text = "<p>A &amp; B</p> <ul> <li>&lt;b&gt;</li> <li>c</li> </ul>"
    (page,) = made(book, entry("letters/", text, "Q &amp; <code>A</code>"))
    assert (page["title"], page["text"]) == ("Q & A", "A & B <b> c")


def test_other_names_belong_to_the_page_wherever_it_says_them(book: Book) -> None:
    page, section = made(
        book,
        entry("learn/", "<p>x</p>"),
        entry("learn/#a", "<p>Also called: one, two.</p> <p>y</p>"),
    )
    assert page["also"].startswith("one, two")
    assert (page["text"], section["text"]) == ("x", "y")
    assert "also" not in section


def test_a_page_has_the_datas_names_and_those_of_its_head(book: Book) -> None:
    place, product = made(book, entry("rights/eu/", ""), entry("opt-out/x/", ""))
    eu = book.data.jurisdictions["eu"]
    assert {eu.name, *eu.also_called} <= set(place["name"].split(", "))
    assert {member.name for member in eu.members} <= set(place["also"].split(", "))
    assert {"Twitter", "Grok"} <= set(product["name"].split(", "))
    assert set(book.pages["rights/eu"].words) <= set(place["also"].split(", "))


def test_kinds_of_pages(book: Book) -> None:
    steps, changes, missing = made(
        book,
        entry("opt-out/facebook/web/", ""),
        entry("about/changes/", "x" * 1000),
        entry("opt-out/not-here/", ""),
    )
    assert (steps.get("steps"), changes.get("late"), missing.get("unknowns")) == (1, 1, 1)
    assert not steps.keys() & {"late", "unknowns", "boost", "said"}
    assert len(changes["text"]) == index.BEGINNING


def test_the_page_for_what_is_not_here_and_all_late_ones_are_pages(book: Book) -> None:
    assert {index.NOT_HERE, *index.LATE, *index.LISTS} <= book.pages.keys()


def test_the_site_has_this_index_and_one_script_that_pages_name() -> None:
    docs = json.loads((SITE / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [it["location"] for it in docs if it.get("unknowns")] == ["opt-out/not-here/"]
    (script,) = (SITE / "assets/javascripts/workers").iterdir()
    start = next((SITE / "assets/javascripts").glob("start.*.js")).read_text(encoding="utf-8")
    assert script.name in start
    assert "FUNCTION_WORDS" in script.read_text(encoding="utf-8")


def test_function_words_name_no_subject(book: Book) -> None:
    """No product or place would be lost by being taken for one."""
    words = set(worker.function_words())
    names = {
        name.casefold()
        for company in book.data.companies.values()
        for product in company.products.values()
        for name in (product.name, *product.also_called)
    }
    called = [name for it in book.data.jurisdictions.values() for name in it.also_called]
    places = {name.casefold() for name in called if len(name) > 2 or name == "EU"}
    assert words & (names | places) == set()
    assert words & {"ai", "ki", "ia", "x", "us", "opt", "out", "son", "uber"} == set()


@pytest.mark.parametrize("words", ['"one"', "[1]", "{a: b}"])
def test_words_that_are_no_list_are_told_with_their_page(tmp_path: Path, words: str) -> None:
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "a.md"
    page.write_text(f"---\ntitle: A\nsearch:\n  words: {words}\n---\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"docs/a\.md:1.*no list of words"):
        read_pages(tmp_path / "docs", ())
