"""Routes whose last confirmation is too old."""

from __future__ import annotations

from datetime import date

from guide.data.book import Book, PlacedRoute
from guide.recheck.finding import Finding
from guide.show.dates import Freshness, in_words
from guide.show.queries import routes_by_due

_HEAD = """\
Each route below was last confirmed longer ago than its `review_after_days` allows.
Follow it on the device it is for. Then set `confirmed` to the day and the way you saw it,
and mend the steps that differ. Editing a page confirms nothing.
"""


def check(book: Book, on: date) -> list[Finding]:
    """One finding for all routes that are overdue on a day, the longest first."""
    rows = [row for row in routes_by_due(book, on) if row[1].state == "overdue"]
    if not rows:
        return []
    lines = [_line(*row) for row in rows]
    title = f"Overdue for a new check: {len(rows)} of {len(book.routes)} routes"
    return [Finding("overdue", title, "\n".join([_HEAD, *lines]))]


def _line(placed: PlacedRoute, fresh: Freshness) -> str:
    route = placed.route
    seen = in_words(route.confirmed.date) if route.confirmed.date else "on an unknown day"
    due = f", due {in_words(fresh.due.isoformat())}" if fresh.due else ""
    name = f"{placed.product.name}: {route.title}"
    return f"- [ ] {name} (`{route.id}`), confirmed {seen}{due}"
