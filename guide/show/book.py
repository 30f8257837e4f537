"""The one door to the book: the data, and the pages read with the macros they may call."""

from __future__ import annotations

from pathlib import Path

from guide.data import book
from guide.data.book import DATA_FILE, Book
from guide.paths import DOCS
from guide.show.macros import DECLARED


def open_book(file: Path = DATA_FILE, docs: Path = DOCS) -> Book:
    """The book as its files are now; raises ``DataError`` if they have mistakes."""
    return book.opened(tuple(DECLARED.values()), file, docs)
