"""Menu labels: in the reader's language where a source gives the app's own name, else in English."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide import addresses
from guide.data import loader
from guide.data.blocks import Join
from guide.data.book import Book, read_book
from guide.data.model.file import File
from guide.i18n import data
from guide.i18n.language import building, named
from guide.show import macros
from guide.show.context import Here
from tests.publish.sites import SETTINGS
from tests.small_pages import DATA, TEXTS, doc_pages

FRENCH = named("fr")
OWN = "Centre de confidentialité"
ENGLISH = '<span lang="en" translate="no">(Privacy Center)</span>'
STEPS = "opt-out/facebook/web/"


def book(text: str = DATA) -> Book:
    english = read_book(text.encode(), doc_pages(), TEXTS)
    file = File.model_validate(loader.load(text.encode())[0])
    return replace(english, data=Join(data.said(file, FRENCH), TEXTS).data())


def steps(text: str = DATA) -> str:
    with building(FRENCH):
        here = Here(book(text), STEPS, settings=SETTINGS)
        return macros.route(here, "facebook-web-object", level=1)


def changed(old: str, new: str) -> str:
    assert DATA.count(old) == 1
    return DATA.replace(old, new)


def test_a_step_has_the_label_that_the_app_shows_and_its_english() -> None:
    assert f'<b translate="no">{OWN}</b> {ENGLISH}' in steps()


def test_in_a_sentence_too() -> None:
    said = changed('do: "Log in to Facebook."', 'do: "Log in, then open {privacy-center}."')
    assert f'open <b translate="no">{OWN}</b> {ENGLISH}.' in steps(said)


def test_the_english_stands_at_the_first_use_alone() -> None:
    twice = changed('do: "Press {submit}."', 'do: "In {privacy-center}, press {submit}."')
    assert steps(twice).count(f'<b translate="no">{OWN}</b>') == 2
    assert steps(twice).count(ENGLISH) == 1


def test_a_drawn_screen_has_it_too() -> None:
    assert "Centre de" in steps().partition("<svg")[2]


def test_a_label_that_no_source_gives_stays_english() -> None:
    assert '<b translate="no">Settings</b></li>' in steps()


@pytest.mark.parametrize(("sure", "shown"), [("high", True), ("medium", True), ("low", False)])
def test_only_a_name_that_is_sure_enough_is_printed(sure: str, *, shown: bool) -> None:
    text = changed('seen_in: ["EU"], confidence: "high"', f'seen_in: ["EU"], confidence: "{sure}"')
    assert (OWN in steps(text)) is shown
    assert ("Privacy Center</b>" in steps(text)) is not shown


def test_an_app_that_shows_the_english_word_is_not_told_twice() -> None:
    html = steps(changed(OWN, "Privacy Center"))
    assert '<b translate="no">Privacy Center</b></li>' in html
    assert ENGLISH not in html


def test_a_step_leads_to_all_the_names_of_its_label() -> None:
    place = addresses.label("meta", "privacy-center")
    assert f'href="../../../{addresses.inside(*place)}"' in steps()
    page = macros.menu_labels(Here(book(), "opt-out/menu-names/", settings=SETTINGS))
    assert f'id="{place[1]}"' in page


def test_a_name_is_told_with_its_country_its_day_and_its_source() -> None:
    here = Here(read_book(DATA.encode(), doc_pages(), TEXTS), "opt-out/menu-names/",
                settings=SETTINGS)  # fmt: skip
    page = macros.menu_labels(here)
    assert f'<b lang="fr" translate="no">{OWN}</b> French (European Union, ' in page
    assert 'href="../../about/sources/shared/#source-meta-page"' in page
    assert ", unsure)" not in page
