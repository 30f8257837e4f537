"""What a plan is made of, and what one may use, as scripts of their own: fetched when needed.

A page on disk may load a script, but not ask for a file. The words stand in HTML, as in
``overrides/macros/plan-parts.html``; ``plan.js`` only picks from them.
"""

from __future__ import annotations

from guide.data.book import Book
from guide.show import macros, plan
from guide.show.context import Here

FILE = plan.FILE
PAGE = "plan/"


def script(book: Book) -> str:
    """The rules of every route, and what the plan's page shows of it."""
    given = {**plan.plan(book), "parts": macros.plan_parts(Here(book, PAGE))}
    return f"window.Guide.planned({plan.in_script(given)});\n"


def uses(book: Book) -> str:
    """The apps and services that the home page's finder shows one tap further."""
    given = {"parts": macros.uses_parts(Here(book, PAGE))}
    return f"window.Guide.uses({plan.in_script(given)});\n"
