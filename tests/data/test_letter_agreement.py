"""A letter says the same in every language, as far as that can be counted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from guide.data import letter_agreement
from guide.data.book import Book
from guide.data.letter_texts import parts
from tests.reader.test_letters import LAW, WORDS, with_letters
from tests.small import mistakes

ENGLISH = (
    "# name\nObjection (Article 21 GDPR)\n\n"
    "# right\nOn [date] I objected under Article 21(1)(d) to {products}.\n\n"
    "# demands\n- stop\n- answer in 30 days\n"
)
GERMAN = (
    "# name\nWiderspruch (Art. 21 DSGVO)\n\n"
    "# right\nam [date] habe ich nach Art. 21 Abs. 1 Buchst. d {products} widersprochen.\n\n"
    "# demands\n- aufzuhören\n- in 30 Tagen zu antworten\n"
)
DEADLINES = {
    "one month": {
        "de": "eines Monats", "fr": "un mois", "it": "un mese", "es": "un mes",
        "pt-PT": "um mês", "nl": "een maand", "pl": "terminie miesiąca",
    },
    "two weeks": {
        "de": "zwei Wochen", "fr": "deux semaines", "it": "due settimane", "es": "dos semanas",
        "pt-PT": "duas semanas", "pt-BR": "duas semanas", "nl": "twee weken", "pl": "dwóch tygodni",
    },
    "three months": {
        "de": "drei Monaten", "fr": "trois mois", "it": "tre mesi", "es": "tres meses",
        "pt-PT": "três meses", "nl": "drie maanden", "pl": "trzech miesięcy",
    },
}  # fmt: skip
"""Times that are said in words; those in digits are compared as numbers."""


LAW_SAYS = {
    "of lodging a complaint with a supervisory authority and seeking a judicial remedy": {
        "de": "bei einer Aufsichtsbehörde Beschwerde einzulegen oder einen gerichtlichen Rechtsbehelf",
        "fr": "réclamation auprès d’une autorité de contrôle et de former un recours juridictionnel",
        "it": "reclamo a un’autorità di controllo e di proporre ricorso giurisdizionale",
        "es": "reclamación ante una autoridad de control y de ejercitar acciones judiciales",
        "pt-PT": "reclamação a uma autoridade de controlo e intentar ação judicial",
        "nl": "bij een toezichthoudende autoriteit en beroep bij de rechter in te stellen",
        "pl": "do organu nadzorczego i skorzystania ze środków ochrony prawnej przed sądem",
    },
    "without undue delay and in any event": {
        "de": "unverzüglich, in jedem Fall aber", "fr": "dans les meilleurs délais, et en tout état de cause",
        "it": "senza ingiustificato ritardo e, comunque,", "es": "sin dilación indebida y, en cualquier caso,",
        "pt-PT": "sem demora injustificada e no prazo", "nl": "onverwijld en in ieder geval",
        "pl": "bez zbędnej zwłoki, a w każdym razie",
    },
    "examination of a disagreement": {"fr": "examen de mésentente"},
    "contravenes the law or a court order; or where it causes me serious injury": {
        "fr": "contrevient à la loi ou à une ordonnance judiciaire, ou lorsque cela me cause un préjudice grave",
    },
    "the intimate sphere": {"de": "Intimsphäre", "fr": "sphère intime", "it": "sfera intima"},
}  # fmt: skip
"""What the law itself says, in the words of its editions."""


def differ(old: str, new: str) -> list[str]:
    assert GERMAN.count(old) == 1
    said = parts(GERMAN.replace(old, new), "de")
    found = letter_agreement.differences(parts(ENGLISH, "en"), said)
    return [f"{at}: {wrong}" for at, wrong, _ in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("(Art. 21", "(Art. 22", ["name: the number `21` is missing", "name: the number `22` is not in the English"]),
        ("Abs. 1 ", "", ["right: the number `1` is missing"]),
        ("Buchst. d", "Buchst. c", ["right: the point `d` is missing", "right: the point `c` is not in the English"]),
        ("am [date] ", "", ["right: the blank `date` is missing"]),
        ("{products}", "Facebook", ["right: the field `products` is missing"]),
        ("30 Tagen", "zwei Wochen", ["demands[2]: the number `30` is missing"]),
        ("- aufzuhören\n", "", ["demands: has 1 items, the English 2"]),
        ("aufzuhören", "damit, d’un coup, aufzuhören", []),
    ],
)  # fmt: skip
def test_what_a_letter_changes_or_leaves_out_is_told(
    old: str, new: str, expected: list[str]
) -> None:
    assert differ(old, new) == expected


def test_a_letter_that_differs_from_the_english_stops_the_build() -> None:
    words = WORDS + WORDS.removeprefix("letter_words:\n").replace("  en:", "  de:", 1)
    law = LAW.replace('["en"]', '["en", "de"]')
    texts = {
        f"eu/object.{language}": text.replace("{products}", "it")
        for language, text in (("en", ENGLISH), ("de", GERMAN.replace("30 Tagen", "31 Tagen")))
    }
    found = mistakes(with_letters(words, law), texts=texts)
    said = "letters/eu/object.de.txt:1: demands[2]: the number `31` is not in the English"
    assert any(it.startswith(said) for it in found), found


def test_the_common_words_of_a_language_have_the_blanks_of_the_english() -> None:
    german = WORDS.removeprefix("letter_words:\n").replace("  en:", "  de:", 1)
    assert german.count("[account]") == 1
    words = WORDS + german.replace("[account]", "an account")
    found = mistakes(with_letters(words), texts={"eu/object.en": ENGLISH})
    assert any("its blanks are none; write those of the English: account" in it for it in found), (
        found
    )


def test_a_time_to_answer_is_the_same_in_every_language(book: Book) -> None:
    told = [
        (f"{place} {letter.kind} {language}", wanted[language], letter.deadline[language])
        for place, own in book.data.letters.items()
        for letter in own.letters
        for english, wanted in DEADLINES.items()
        if letter.deadline and english in letter.deadline["en"]
        for language in own.languages
        if language != "en"
    ]
    assert len(told) > 50
    assert [name for name, wanted, said in told if wanted not in said] == []


def by_language(book: Book) -> Iterator[tuple[str, dict[str, str]]]:
    """Each part of each letter: which letter it is of, and what each language says there."""
    for place, own in book.data.letters.items():
        for it in own.letters:
            for part in (it.name, it.right, it.demands, it.deadline, it.if_refused):
                if part:
                    yield f"{place} {it.kind}", {code: str(said) for code, said in part.items()}


def test_a_letter_says_the_law_in_the_words_of_each_edition(book: Book) -> None:
    told = [
        (f"{letter} {language}", english, wanted.lower() in said[language].lower())
        for letter, said in by_language(book)
        for english, editions in LAW_SAYS.items()
        if english in said["en"].lower()
        for language, wanted in editions.items()
        if language in said
    ]
    assert {english for _, english, _ in told} == set(LAW_SAYS)
    assert [letter for letter, _, same in told if not same] == []


def test_no_letter_asks_under_article_12_for_more_than_it_gives(book: Book) -> None:
    asked = [
        f"{place} {letter.kind}"
        for place, own in book.data.letters.items()
        for letter in own.letters
        if letter.if_refused and "Article 12(4)" in letter.if_refused["en"]
        if "inform me of the reasons and of the possibility of" not in letter.if_refused["en"]
        or "judicial remedy" not in letter.if_refused["en"]
    ]
    assert asked == []
