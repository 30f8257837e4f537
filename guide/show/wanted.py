"""A round of checks: which routes wait for somebody to look, and who can.

Nobody is counted on these pages, so nobody knows which route is read most. How many plans a
route would stand in is worked out from the data instead: a plan is one place and one app on
one device, and each is taken to be as likely as another.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from guide.data import reach
from guide.data.book import Book, PlacedRoute
from guide.show import plan
from guide.show.queries import place_names, routes_by_due
from guide.show.sightings import ON


class Wanted(NamedTuple):
    """A route whose check is overdue, and whom it needs."""

    placed: PlacedRoute
    due: date | None
    """The day from which it is overdue; none where no date of a check is known."""
    uses: list[str]
    """An app on a device, as plans name them: ``instagram-ios``."""
    where: list[str]
    """The places of people who can follow it, also where it is only reported."""
    plans: int
    """How many plans hold it; none if it is there for when another route fails."""


class Group(NamedTuple):
    """Routes that need people in the same places with the same app."""

    places: str
    product: str
    rows: list[tuple[int, Wanted]]
    """Each with its place in the whole round, from 1."""


def wanted(book: Book, on: date) -> list[Wanted]:
    """Every overdue route: first what most plans hold; among these, the longest unseen."""
    rows = [it for it in routes_by_due(book, on) if it[1].state == "overdue"]
    found = [_wanted(book, placed, fresh.due) for placed, fresh in rows]
    return sorted(found, key=lambda it: -it.plans)  # it keeps the order of those that are alike


def groups(book: Book, on: date) -> list[Group]:
    """The same by place and app, in the order of their first routes."""
    found: dict[tuple[str, str], Group] = {}
    for rank, it in enumerate(wanted(book, on), start=1):
        key = place_names(book, it.where), it.placed.product.name
        found.setdefault(key, Group(*key, [])).rows.append((rank, it))
    return list(found.values())


def names(book: Book) -> dict[str, dict[str, str]]:
    """What places and apps are called in a sentence, by the ids that a plan keeps."""
    return {
        "places": {key: it.spoken for key, it in book.data.jurisdictions.items()},
        "uses": {
            use.id: f"{used.name} {ON[use.device]}"
            for used in plan.choices(book)
            for use in used.uses
        },
    }


def _wanted(book: Book, placed: PlacedRoute, due: date | None) -> Wanted:
    route = placed.route
    uses = [f"{placed.product_id}-{it}" for it in plan.DEVICES if plan.fits(placed, it)]
    where = list(dict.fromkeys([*route.where, *route.reported]))
    held = 0 if route.alternative_to else len(uses) * len(reach.spread(book.data, where))
    return Wanted(placed, due, uses, where, held)
