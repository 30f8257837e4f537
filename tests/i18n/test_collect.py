"""What translators are given: every kind of text, where it stands, and in what form."""

from __future__ import annotations

import ast
from functools import cache

import pytest

from guide.i18n.blocks import BETWEEN, SEARCH_WORDS
from guide.paths import ROOT
from guide.show import plan_script
from guide.show.book import open_book
from guide.translate import core
from guide.translate.collect import messages

found = cache(messages)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (("", "Step %(number)s done"), "overrides/macros/steps.html"),
        (("", "well sourced"), "guide/show/wording.py"),
        (("", "Link copied"), "docs/assets/javascripts/pass.js"),
        (("", "You opened this step."), "docs/assets/stylesheets/route.css"),
        (("menu", "Home"), "mkdocs.yml"),
        (("", "There is no page at this address"), "mkdocs.yml"),
    ],
)
def test_words_of_every_kind_of_file_are_found(key: tuple[str, str], place: str) -> None:
    assert place in found("frame")[key].places


def test_what_is_counted_has_two_forms() -> None:
    assert found("frame")["", "%(number)s step"].plural == "%(number)s steps"
    assert found("frame")["", "%(number)s more fact"].plural  # counted by a page


def test_words_to_search_for_are_explained() -> None:
    words = [it for it in found("pages").values() if it.context == SEARCH_WORDS]
    assert words
    assert all(BETWEEN.strip() in it.hint for it in words)


def test_labels_of_menus_are_slots() -> None:
    texts = [text for _, text in found("data")]
    assert any("{submit}" in text for text in texts)
    assert "Privacy Center" not in texts


def test_no_text_of_the_data_is_markup() -> None:
    assert all("<" not in text for _, text in found("data"))


def test_what_a_plan_tells_of_each_way_belongs_to_the_core() -> None:
    """Though no page but the plan's does."""
    book = open_book()
    shown = plan_script.script(book)
    told = {it.route.for_whom for it in book.routes.values() if it.route.for_whom in shown}
    assert len(told) > 30
    assert told <= {text for _, text in core.needed("plan".__eq__)["data"]}


def test_no_words_stand_inside_a_string_with_slots() -> None:
    """The collector does not look into f-strings: what stands there nobody can translate."""
    hidden = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "guide").rglob("*.py")
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"
    ]
    assert hidden == []
