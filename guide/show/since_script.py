"""What changed since a reader did something, as a script of its own: fetched when a day is known.

The words stand in HTML, as in ``overrides/macros/since-parts.html``; ``come-back.js`` picks those
that are newer than the day, about the app and true where the reader lives.
"""

from __future__ import annotations

from typing import Any

from guide.data import seen
from guide.data.book import Book, PlacedRoute
from guide.data.model.evidence import EVERYWHERE
from guide.data.model.history import Change
from guide.show import macros, plan, queries
from guide.show.context import Here
from guide.show.plan_script import PAGE

FILE = plan.SINCE


def script(book: Book) -> str:
    """The rules of every change and report, and what the plan's page says of it."""
    given = {**since(book), "parts": macros.since_parts(Here(book, PAGE))}
    return f"window.Guide.since({plan.in_script(given)});\n"


def since(book: Book) -> dict[str, Any]:
    """``changes`` newest first; ``routes`` by id, each with its steps and what was seen of it."""
    return {
        "changes": [_change(book, it) for it in queries.changes_newest_first(book)],
        "routes": {key: _route(book, it) for key, it in book.routes.items()},
    }


def _change(book: Book, it: Change) -> dict[str, Any]:
    return {
        "id": it.id,
        "date": it.date,
        "companies": it.affects,
        "products": it.products,
        "where": _inside(book, it.where),
    }


def _route(book: Book, placed: PlacedRoute) -> dict[str, Any]:
    known = seen.spots(book.data)
    return {
        "company": placed.company_id,
        "product": placed.product_id,
        "steps": [step.id for step in placed.steps],
        "seen": [
            {"id": name, "date": it.date, "where": _inside(book, [known[it.place].place])}
            for name, it in queries.doubts(placed.route)
        ],
    }


def _inside(book: Book, where: list[str]) -> list[str]:
    """The places, and those that lie in one of them: what holds in a country holds in its parts."""
    if EVERYWHERE in where:
        return where
    parts = [key for key, it in book.data.jurisdictions.items() if it.within in where]
    return [*where, *(key for key in parts if key not in where)]
