"""The accessibility statement: says what the tests do, and whom to tell where that is known."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from guide import settings
from guide.paths import ROOT
from guide.show.book import open_book
from guide.show.context import Here
from guide.show.macros import accessibility_contact
from tests.conftest import SITE
from tests.page_facts import facts
from tests.reader import test_axe, test_keyboard, test_reflow, test_words
from tests.reader.axe import TAGS

PAGE = SITE / "about" / "accessibility" / "index.html"
STATES = {
    "menu": "the open menu",
    "search": "search results",
    "ticked": "ticked steps",
    "finder": "the filled finder",
    "plan": "a finished plan",
    "letter": "a filled letter",
    "compared": "two companies side by side",
}


def statement() -> str:
    return " ".join(facts(PAGE).article.split())


def test_the_widths_it_names_are_those_tested() -> None:
    tested = {*test_reflow.WIDTHS, *test_keyboard.WIDTHS, *(it for it, _ in test_axe.LOOKS)}
    assert sorted({width for width, _ in test_axe.LOOKS}) == test_keyboard.WIDTHS
    assert "1280 has left at 200 % zoom" in statement()
    assert 1280 // 2 in test_reflow.WIDTHS
    assert {int(it) for it in re.findall(r"(?<!from )\b\d{3,4}\b(?! %)", statement())} == tested


def test_the_colours_and_states_it_names_are_those_tested() -> None:
    assert {scheme for _, scheme in test_axe.LOOKS} == {"light", "dark"}
    assert test_axe.STATES.keys() == STATES.keys()
    assert [words for words in STATES.values() if words not in statement()] == []


def test_the_rules_it_names_are_those_asked_for() -> None:
    assert "level AA of WCAG 2.2 ," in statement()
    assert {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"} <= set(TAGS)


def test_the_ages_it_names_are_those_of_the_grades() -> None:
    age = 6  # of the first grade, at its end one more
    found = re.search(r"a child of (\d+) can read, or of (\d+) on pages about law", statement())
    assert found
    assert [int(it) for it in found.groups()] == [test_words.STEPS + age, test_words.LAW + age]


def test_without_a_contact_it_names_none() -> None:
    assert [
        link for link in facts(PAGE).article_links if link.startswith(("mailto:", "tel:"))
    ] == []
    assert accessibility_contact(Here(open_book(), "about/accessibility/")) == ""


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("mailto:us@guide.example", "us@guide.example"),
        ("https://guide.example/tell", "guide.example/tell"),
        ("tel:+15550100", "+15550100"),
    ],
)
def test_with_a_contact_it_links_to_it(given: str, shown: str) -> None:
    told = replace(settings.current(), accessibility_contact=given)
    link = f'<a href="{given}" rel="noreferrer">{shown}</a>'
    here = Here(open_book(), "about/accessibility/", settings=told)
    assert link in accessibility_contact(here)


@pytest.mark.parametrize("workflow", ["deploy", "release"])
def test_the_deployer_gives_it(workflow: str) -> None:
    text = (ROOT / ".github" / "workflows" / f"{workflow}.yml").read_text(encoding="utf-8")
    assert "ACCESSIBILITY_CONTACT: ${{ vars.ACCESSIBILITY_CONTACT }}" in text
