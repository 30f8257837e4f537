"""Plain words, spelled right: what anyone can read without a dictionary."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from guide.data.book import Book
from guide.data.checks.traverse import each_evidence
from guide.show.book import open_book
from tests.conftest import SITE, html_files
from tests.readability import grade, texts, unquoted, words
from tests.spelling import in_dictionary, is_american, own_words

STEPS, LAW = 8, 10
"""The highest US school grade (Flesch–Kincaid): for pages and steps; for law and letters."""
BELITTLING = re.compile(r"\b(simply|just|easy|easily)\b", re.IGNORECASE)


def name(file: Path) -> str:
    return file.relative_to(SITE).as_posix()


@cache
def used() -> frozenset[str]:
    """Every word of the site, and of what the data says of the places in its sources."""
    shown = [texts(file).shown for file in html_files()]
    told = [unquoted(ref.at) for _, it in each_evidence(open_book().data) for ref in it.sources]
    return frozenset(word for text in shown + told for word in words(text))


def test_every_page_is_plain() -> None:
    hard, read = {}, 0
    for file in html_files():
        limit = LAW if name(file).startswith(("rights/", "letters/")) else STEPS
        read += len(texts(file).prose)
        if (found := grade(texts(file).prose)) > limit:
            hard[name(file)] = found
    assert hard == {}
    assert read > 2000


def test_the_steps_of_every_route_are_plain(book: Book) -> None:
    steps = {key: it for file in html_files() for key, it in texts(file).steps.items()}
    assert {key: grade(it) for key, it in steps.items() if grade(it) > STEPS} == {}
    assert len(steps) == len(book.routes)


def test_every_letter_is_plain(book: Book) -> None:
    letters = [letter for file in html_files() for letter in texts(file).letters]
    assert [(grade(it), it) for it in letters if grade(it) > LAW] == []
    assert len(letters) == sum(len(it.letters) for it in book.data.letters.values())


def test_no_word_is_misspelt() -> None:
    assert len(used()) > 2000
    unknown = {word for word in used() if not in_dictionary(word)} - set(own_words())
    assert sorted(unknown) == [], "mend them, or add them to tests/words.txt"


def test_the_word_list_is_sorted_and_each_word_is_needed() -> None:
    listed = list(own_words())
    assert listed == sorted(set(listed))
    assert [word for word in listed if word not in used() or in_dictionary(word)] == []


def test_spelling_is_british() -> None:
    found = {
        name(file): list(filter(is_american, words(texts(file).said))) for file in html_files()
    }
    assert {page: american for page, american in found.items() if american} == {}


def test_nothing_is_belittled() -> None:
    found = {name(file): BELITTLING.findall(texts(file).said) for file in html_files()}
    assert {page: said for page, said in found.items() if said} == {}


@pytest.mark.parametrize("word", ["organisation", "honoured", "centre", "licence", "analyse"])
def test_british_words_are_known(word: str) -> None:
    assert in_dictionary(word)


@pytest.mark.parametrize("word", ["organistion", "recieve", "centr", "honourred"])
def test_slips_are_not(word: str) -> None:
    assert not in_dictionary(word)


def test_the_grade_is_by_flesch_and_kincaid() -> None:
    assert round(grade(["The cat sat on the mat."]), 2) == -1.45  # 6 words of a syllable each
    assert round(grade(["Eventually authorities investigate.", "Yes."]), 1) > STEPS
