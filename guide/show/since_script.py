"""What changed since a reader did something, as a script of its own: fetched when a day is known.

The words stand in HTML, as in ``overrides/macros/since-parts.html``; ``come-back.js`` picks those
that are newer than the day, about the app and true where the reader lives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from guide.data import seen
from guide.data.book import Book
from guide.data.model.evidence import EVERYWHERE
from guide.data.model.history import Change
from guide.data.model.routes import Route
from guide.i18n.words import _
from guide.show import macros, plan, queries, sightings
from guide.show.context import Here
from guide.show.plan_script import PAGE

FILE = plan.SINCE


class Told(NamedTuple):
    """What came of one report: its day, a sentence without its full stop, the place it is about."""

    id: str
    date: str
    said: str
    place: str


def script(book: Book) -> str:
    """The rules of every change and report, and what the plan's page says of it."""
    told = [it for placed in book.routes.values() for it in reports(book, placed.route)]
    given = {**since(book), "parts": macros.since_parts(Here(book, PAGE), told)}
    return f"window.Guide.since({plan.in_script(given)});\n"


def since(book: Book) -> dict[str, Any]:
    """``changes``, and ``routes`` by id, each with its steps and the ``reports`` of it."""
    return {
        "changes": [_change(book, it) for it in queries.changes_newest_first(book)],
        "routes": {
            key: {
                "company": placed.company_id,
                "product": placed.product_id,
                "steps": [step.id for step in placed.steps],
                "reports": [
                    {"id": it.id, "date": it.date, "where": _inside(book, [it.place])}
                    for it in reports(book, placed.route)
                ],
            }
            for key, placed in book.routes.items()
        },
    }


def reports(book: Book, route: Route) -> Iterator[Told]:
    """Reports that something differs: those that stand, and those after which it was mended."""
    known = seen.spots(book.data)
    open_ones = seen.doubts(route)
    for number, it in enumerate(reversed(route.seen)):
        name = f"seen-{route.id}-{number}"
        if it in open_ones:
            yield Told(name, it.date, sightings.found(book, it), known[it.place].place)
        elif it.mended:
            said = _("the steps were set right after a report")
            yield Told(name, it.mended, said, known[it.place].place)


def _change(book: Book, it: Change) -> dict[str, Any]:
    return {
        "id": it.id,
        "date": it.date,
        "companies": it.affects,
        "products": it.products,
        "where": _inside(book, it.where),
    }


def _inside(book: Book, where: list[str]) -> list[str]:
    """The places, and those that lie in one of them: what holds in a country holds in its parts."""
    if EVERYWHERE in where:
        return where
    parts = [key for key, it in book.data.jurisdictions.items() if it.within in where]
    return [*where, *(key for key in parts if key not in where)]
