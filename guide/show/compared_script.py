"""The answers that ``compare.js`` can put side by side, fetched when a reader chooses companies.

A page on disk may load a script, but not ask for a file.
"""

from __future__ import annotations

from guide.addresses import COMPARE
from guide.data.book import Book
from guide.show import comparison, macros, plan
from guide.show.context import Here

FILE = comparison.FILE


def script(book: Book) -> str:
    """Every company's answers, but of those that stand side by side when the page opens."""
    given = {"parts": macros.compared_parts(Here(book, f"{COMPARE}/"))}
    return f"window.Guide.compared({plan.in_script(given)});\n"
