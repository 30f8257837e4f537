"""Each published language, whole: its pages, their weight, and search in its words.

They are built as by somebody who names a repository and a mail, which weighs more.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guide.addresses import ENGLISH, of_language
from guide.data.book import Book
from guide.settings import FILE_NAME
from tests.i18n import PUBLISHED
from tests.publish.test_zip_file import LIMIT
from tests.reader.test_route_pages import FORK, HEAVIER, KIB, kib, route_pages
from tools import questions

pytestmark = pytest.mark.audit

LONGER = 1.09
"""As much heavier than its limit in English a page may be: Polish needs the most."""
NEAR = 90.0
"""Of a hundred questions in the language, so many have an answer among the first three pages."""
_ID = re.compile(r'\bid="?([\w-]+)')


@pytest.mark.parametrize("code", PUBLISHED)
def test_every_address_of_english_is_there(all_languages: Path, code: str) -> None:
    own = all_languages / of_language(code)
    elsewhere = {*map(of_language, PUBLISHED), "embed/"}  # frames of a language: embed/de/
    for page in all_languages.rglob("index.html"):
        path = page.relative_to(all_languages)
        if f"{path.parts[0]}/" not in elsewhere:
            there = [sorted(_ID.findall(it.read_text("utf-8"))) for it in (page, own / path)]
            assert there[0] == there[1], path


@pytest.mark.parametrize("code", [ENGLISH, *PUBLISHED])
def test_no_page_of_steps_is_heavier_than_its_limit(
    all_languages: Path, book: Book, code: str
) -> None:
    own = all_languages / of_language(code)
    found = {it: kib((own / it / "index.html").read_bytes()) for it in route_pages(book)}
    longer = 1 if code == ENGLISH else LONGER
    most = {page: KIB * longer * (1.1 if page in HEAVIER else 1) + FORK for page in found}
    assert {page: size for page, size in found.items() if size > most[page]} == {}


@pytest.mark.parametrize("code", [ENGLISH, *PUBLISHED])
def test_no_zip_is_heavier_than_its_limit(all_copies: Path, code: str) -> None:
    held = f"{'' if code == ENGLISH else f'{code}-'}[0-9]*.zip"
    (found,) = all_copies.glob(f"{FILE_NAME}-{held}")
    assert found.stat().st_size <= LIMIT


@pytest.mark.parametrize("code", PUBLISHED)
def test_search_answers_in_the_language(served: str, chromium: Browser, code: str) -> None:
    lines = questions.of_language(code)
    page = chromium.new_page()
    page.goto(f"{served}{of_language(code)}compare/")
    answers = questions.ask(page, lines)
    page.close()
    missed = [f"{it.question.typed} → {it.pages[:3]}" for it in answers if not it.near]
    assert questions.share(answers)[1] >= NEAR, missed
