"""A company's page of the comparison says what the data says, in its head, too."""

from __future__ import annotations

from guide import addresses
from guide.data import company_pages
from guide.data.book import Book
from guide.paths import DOCS
from tests.small import book as small
from tests.small import changed


def test_the_pages_say_what_the_data_says(book: Book) -> None:
    for key in book.data.companies:
        file = DOCS / f"{addresses.company(key)}.md"
        made = company_pages.text(book.data, key)
        assert file.read_text(encoding="utf-8") == made, "run: make answers"


def test_the_answer_stands_in_the_head_of_the_page() -> None:
    said = changed('"It is."', '"It is, for “all”."')
    text = company_pages.text(small(said).data, "meta")
    assert 'title: "Meta: is it on by default?"' in text
    wanted = "Yes. It is, for “all”. Every answer of Meta, with its sources."
    assert f'description: "{wanted}"' in text


def test_a_long_answer_stands_alone_in_the_head() -> None:
    long = "It is. " * 20 + "Yes."
    text = company_pages.text(small(changed('"It is."', f'"{long}"')).data, "meta")
    assert "Every answer of" not in text.partition("# ")[0]
    assert f"Yes. {long}" in text
