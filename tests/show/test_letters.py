"""Letters in the order of their readers: one's own language, then the addressee's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from guide.data.book import Book
from guide.data.model.comparison import NOT_YET
from guide.i18n.language import Language, building, every, named
from guide.show import letters, macros, queries
from guide.show.context import Here


class _Silent(Language):
    """A language in which nothing is said yet."""

    def said(self, *_: object) -> None:
        """English shows."""

    def plural(self, one: str, many: str, number: int) -> str:
        """English shows."""
        return one if number == 1 else many


def languages(book: Book, code: str, place: str, kind: str = "object") -> list[str]:
    with building(named(code)):
        (found,) = (it for it in letters.offers(book.data, place) if it.letter.kind == kind)
        return [it.language for it in found.written]


@pytest.mark.parametrize(
    ("code", "place", "first"),
    [
        ("en", "eu", ["en", "de", "fr"]),
        ("it", "eu", ["it", "en", "de"]),
        ("it", "switzerland", ["it", "en", "de"]),
        ("pt-BR", "eu", ["pt-PT", "en", "de"]),
        ("pt-BR", "brazil", ["pt-BR", "en"]),
        ("pl", "switzerland", ["en", "de", "fr"]),
    ],
)
def test_the_readers_language_stands_first(
    book: Book, code: str, place: str, first: list[str]
) -> None:
    assert languages(book, code, place)[: len(first)] == first


def test_the_addressees_language_stands_second_and_the_page_says_why(book: Book) -> None:
    ireland = book.data.controllers["meta-ireland"]
    spoken = ireland.model_copy(update={"language": "nl"})
    data = replace(book.data, controllers={**book.data.controllers, "meta-ireland": spoken})
    (offer, *_) = letters.offers(data, "eu")
    assert [it.language for it in offer.written[:3]] == ["en", "nl", "de"]
    assert offer.second == "nl"
    (offer, *_) = letters.offers(book.data, "eu")
    assert offer.second == ""  # English: the reader's own
    why = "it is spoken where the letter goes"
    assert why not in macros.letter(Here(book, "letters/eu/object/"), "eu", "object")
    with building(_Silent("pl", named("pl").locale)):
        assert why in _said(
            macros.letter(Here(book, "letters/eu/object/pl/"), "eu", "object", "pl")
        )


def test_to_an_authority_one_writes_in_its_own_language(book: Book) -> None:
    here = Here(book, "letters/eu/complaint/")
    assert "Choose a language of the authority’s country" in _said(
        macros.letter(here, "eu", "complaint")
    )
    assert "of the authority’s country" not in _said(macros.letter(here, "uk", "complaint"))


def _said(made: object) -> str:
    return " ".join(BeautifulSoup(str(made), "lxml").get_text().split())


def test_every_language_of_the_guide_has_its_letters_for_the_eu(book: Book) -> None:
    for code in every():
        with building(named(code)):
            own = letters.own(book.data.letters["eu"].languages)
        assert own.partition("-")[0] == code.partition("-")[0], code


def test_a_page_in_a_language_leads_to_the_letter_in_it(book: Book) -> None:
    with building(named("it")):
        assert queries.way(book, "south-korea") == ("letters/south-korea/object", "")
        made = BeautifulSoup(str(macros.letters(Here(book, "letters/eu/"), "eu")), "lxml")
        table = BeautifulSoup(str(macros.letter_places(Here(book, "letters/"))), "lxml")
    line = made.select_one("#eu-object")
    assert line
    assert [it["href"] for it in line.select("a")][:2] == [
        "../../letters/eu/object/it/", "../../letters/eu/object/",
    ]  # fmt: skip
    assert made.select_one("#eu-object-en a")
    assert table.select_one('a[href="../letters/switzerland/complaint/it/"]')
    assert table.select_one('a[href="../letters/uk/object/"]')


def _to_ask(made: object) -> set[str]:
    """The addresses of the letters that what was made leads to, to ask."""
    page = BeautifulSoup(str(made), "lxml")
    return {str(it["href"]) for it in page.select("a") if "take the letter “Question”" in it.text}


def test_what_is_not_known_of_a_company_leads_to_the_letter_that_asks(book: Book) -> None:
    led = {
        name
        for page in book.pages.values()
        if page.product
        for call in page.calls
        if call.macro == "ask"
        for name in call.words
    }
    for key, own in book.data.comparison.answers.items():
        unknown = any(it.answer == "unknown" for it in own.values())
        here = Here(book, f"compare/{key}/")
        to = {f"../../letters/#to={key}"} if unknown else set()
        assert _to_ask(macros.company(here, key)) == to, key
        headline = own[book.data.comparison.headline]
        if headline.answer == "unknown" and headline.note != NOT_YET:
            assert key in led, f"no page about {key} calls ask"
    assert _to_ask(macros.ask(Here(book, "opt-out/telegram/"), "telegram")) == {
        "../../letters/#to=telegram"
    }
    assert _to_ask(macros.question(Here(book, "compare/minors/"), "minors")) == {
        "../../letters/#places"
    }


def test_letters_to_every_company_have_a_name_to_link_to(book: Book) -> None:
    page = BeautifulSoup(str(macros.letter_places(Here(book, "letters/"))), "lxml")
    ids = [str(it["id"]) for it in page.select('a[id^="to="]')]
    assert sorted(ids) == sorted(f"to={key}" for key in book.data.companies if key != "meta")
