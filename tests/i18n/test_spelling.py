"""Every published language, spelled as its dictionary has it: catalogues and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from spylls.hunspell import Dictionary  # type: ignore[import-untyped]

from guide.data.book import Book
from guide.data.letter_texts import read_all
from guide.data.model.letters import Wording
from guide.i18n import language
from guide.i18n.blocks import SEARCH_WORDS
from guide.i18n.catalogue import forms, key, usable
from guide.i18n.kept import KEPT
from guide.paths import DOCS, LOCALES
from tests.i18n import PUBLISHED
from tests.once import once
from tools import system

pytestmark = pytest.mark.audit

SLIPS = {
    "de": "wiedersprechen", "es": "oposicion", "fr": "formulare", "it": "perchè",
    "nl": "bezwar", "pl": "sprzecif", "pt-BR": "oposicao",
}  # fmt: skip
"""What each dictionary must not take for a word."""
CUT = {"fr", "it"}
"""Languages that cut a word before an apostrophe: only what follows is looked up."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?")
_OTHER = re.compile(rf"{KEPT.pattern}|`[^`]*`|\[[a-z]+\](?!\()|^# \w+$|\S+@\S+", re.MULTILINE)
"""What is no word of the language: also code, blanks and parts of a letter, mail addresses."""


def pairs(code: str, book: Book) -> Iterator[tuple[str, str]]:
    """What the language says, each with the English that it says it for."""
    for catalogue in language.named(code).catalogues.values():
        for it in filter(usable, catalogue.messages()):
            if key(it)[0] != SEARCH_WORDS:  # people's own, slips and all
                english = it.id if isinstance(it.id, str) else " ".join(it.id)
                yield from ((english, form) for form in forms(it))
    letters = read_all(DOCS / "data" / "letters")
    for name, text in letters.items():
        if name.endswith(f".{code}"):
            yield letters[f"{name.removesuffix(code)}en"], text
    common = book.data.letter_words
    if code in common:
        yield _all(common["en"]), _all(common[code])


def _all(wording: Wording) -> str:
    return " ".join([*wording.model_dump(exclude={"blanks"}).values(), *wording.blanks.values()])


def words(text: str) -> set[str]:
    return set(_WORD.findall(_OTHER.sub(" ", text)))


def unknown(code: str, book: Book) -> set[str]:
    """Words in no dictionary. What stands so in the English, too, is a name or a label."""
    once("spelling", lambda _: system.npm("spelling"))
    place = system.npm("spelling") / f"dictionary-{code[:2]}" / "index"
    dictionary = Dictionary.from_files(str(place))
    look = cache(dictionary.lookup)
    assert not look(SLIPS[code])
    found = set()
    for english, said in pairs(code, book):
        names = {part for it in words(english) for part in (it, *re.split("[-’]", it))}
        for word in words(said) - names:
            if not look(word.replace("’", "'")):
                found |= {it for it in pieces(code, word) if it not in names and not look(it)}
    return found


def pieces(code: str, word: str) -> list[str]:
    """Parts of a compound with hyphens, and what follows a cut word."""
    if code in CUT:
        word = re.split("[’']", word)[-1]
    return list(filter(None, word.rstrip("’'").split("-")))


@pytest.mark.parametrize("code", PUBLISHED)
def test_no_word_is_misspelt(code: str, book: Book) -> None:
    file = LOCALES / code / "words.txt"
    listed = file.read_text(encoding="utf-8").splitlines()
    assert listed == sorted(set(listed))
    found = unknown(code, book)
    assert sorted(found - {*listed}) == [], f"mend them, or add them to locales/{code}/words.txt"
    assert [it for it in listed if it not in found] == []
