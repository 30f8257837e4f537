"""The comparison as CSV (RFC 4180), safe to open in a spreadsheet program."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from guide.book import Book

COLUMNS = ("company", "question", "answer", "note", "claims")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: str) -> str:
    """Text a spreadsheet does not run as a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def comparison(book: Book) -> str:
    """One row an answer, in the order of the page."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for company, answers in book.data.comparison.answers.items():
        for criterion in book.data.comparison.criteria:
            it = answers[criterion.id]
            name = book.data.companies[company].name
            row = (name, criterion.question, it.answer, it.note, " ".join(it.claims))
            writer.writerow(map(cell, row))
    return out.getvalue()


def publish(book: Book, site: Path) -> None:
    """Write ``data/comparison.csv``."""
    (site / "data" / "comparison.csv").write_text(comparison(book), encoding="utf-8", newline="")
