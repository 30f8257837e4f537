"""No-break spaces in the data: French has its own, before its signs; no other text has any."""

from __future__ import annotations

from guide.data.book import Book
from tests.reader.test_letters import LAW, OBJECTION, WORDS, with_letters
from tests.small import changed, mistakes

FRENCH = (
    "# name\nOpposition\n\n"
    "# right\nEn bref\u00a0: «\u00a0non\u00a0» à {products}\u202f; entendu\u202f?\n\n"
    "# demands\n- d’arrêter\n"
)
COMMON = WORDS.removeprefix("letter_words:\n").replace("  en:", "  fr:", 1)
LAWS = LAW.replace('["en"]', '["en", "fr"]')


def told(english: str = OBJECTION, french: str = FRENCH, common: str = COMMON) -> list[str]:
    """What is wrong with the words of this letter, and with the common words."""
    guide = with_letters(f"{WORDS}{common}", LAWS).replace("in_letters: {", "in_letters: {fr: {"
        'company: "Meta", products: "Facebook", assistant: "Meta AI"}, ')  # fmt: skip
    found = mistakes(guide, texts={"eu/object.en": english, "eu/object.fr": french})
    return [it for it in found if "there is no page" not in it]


def test_french_has_its_spaces_and_readers_get_them(book: Book) -> None:
    assert told() == []
    assert book.data.letter_words["fr"].demand == "Je vous demande\u00a0:"
    names = [it.name["fr"] for it in book.data.letters["eu"].letters]
    assert "Rappel\u00a0: ma demande est sans réponse (article 12 du RGPD)" in names


def test_elsewhere_it_has_none_either() -> None:
    (found,) = told(french=FRENCH.replace("En bref", "En\u00a0bref"))
    assert found.startswith("letters/eu/object.fr.txt:1: right: the text has stray spaces")


def test_no_other_language_has_them() -> None:
    (found,) = told(english=OBJECTION.replace("I object", "I object\u00a0:"))
    assert found.startswith("letters/eu/object.en.txt:1: right: the text has stray spaces")
    claim = changed("In the EU you may object.", "In the EU\u00a0: you may object.")
    assert any("the text has stray spaces" in it for it in mistakes(claim))
