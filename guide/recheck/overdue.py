"""Routes whose last confirmation is too old."""

from __future__ import annotations

from datetime import date

from guide.data.book import Book
from guide.recheck.finding import Finding
from guide.show.dates import in_words
from guide.show.queries import place_names
from guide.show.wanted import Wanted, wanted
from guide.show.wording import SURFACE

_HEAD = """\
Each route below was last confirmed longer ago than its `review_after_days` allows.
Follow it on the device it is for, from a place it is for. Then add what you saw
(`make seen`, or a report with the form), and mend the steps that differ. Editing a page
confirms nothing. What most plans hold stands first, then what is longest unseen.
"""


def check(book: Book, on: date) -> list[Finding]:
    """One finding for all routes that are overdue on a day, in the order of the round of checks."""
    rows = wanted(book, on)
    if not rows:
        return []
    lines = [_line(book, it) for it in rows]
    title = f"Overdue for a new check: {len(rows)} of {len(book.routes)} routes"
    return [Finding("overdue", title, "\n".join([_HEAD, *lines]))]


def _line(book: Book, it: Wanted) -> str:
    route = it.placed.route
    seen = in_words(route.confirmed.date) if route.confirmed.date else "on an unknown day"
    due = f", due {in_words(it.due.isoformat())}" if it.due else ""
    needs = f"{SURFACE[route.surface]}; {place_names(book, it.where)}"
    name = f"{it.placed.product.name}: {route.title}"
    return f"- [ ] {name} (`{route.id}`), confirmed {seen}{due}. Needs: {needs}"
