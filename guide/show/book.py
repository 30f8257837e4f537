"""The one door to the book: the data, and the pages read with the macros they may call."""

from __future__ import annotations

from pathlib import Path

from guide.data import book
from guide.data.book import DATA_FILE, Book
from guide.i18n import data, language, pages
from guide.show.macros import DECLARED


def open_book(file: Path = DATA_FILE, docs: Path | None = None) -> Book:
    """The book as its files are now, in the language that is built; ``DataError`` on mistakes."""
    own = language.current()
    said = None if own.english else data.sayer(own)
    return book.opened(tuple(DECLARED.values()), file, docs or pages.docs(own), said)
