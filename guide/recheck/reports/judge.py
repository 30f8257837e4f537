"""Whether what was told can be an entry of the data: each value is checked, the rest is left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import get_args

from guide.data import seen
from guide.data.book import Book
from guide.data.model.seen import Device, Result
from guide.recheck.reports.addition import Entry
from guide.recheck.reports.unfit import UnfitError

OLDEST = timedelta(days=30)
"""How long before it was told somebody may have seen it."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,8}){0,3}")


def told(
    given: Mapping[str, str], book: Book, filed: date, today: date, labels: Mapping[str, str]
) -> tuple[str, Entry]:
    """The route, and what is told of it: day, result, place, device, and a version or nothing.

    ``filed``: the day on which it was told. ``labels``: what the values are called where they
    were given, if not as here. ``UnfitError`` has a line for each that is missing or wrong.
    """
    results, devices = get_args(Result), get_args(Device)
    oldest = filed - OLDEST
    found = {name: given.get(name, "") for name in ("date", "result", "place", "surface")}
    found["place"] = _place(found["place"], book)
    route, version = given.get("route", ""), given.get("version", "")
    fits = {
        "route": (route in book.routes, "the steps’ id, as the link on their page fills it in"),
        "result": (found["result"] in results, f"one of {', '.join(results)}"),
        "date": (
            _is_day(found["date"], oldest, today),
            f"a day from {oldest} to {today}, written so",
        ),
        "place": (bool(found["place"]), "a place or country of the guide, as it is called there"),
        "surface": (found["surface"] in devices, f"one of {', '.join(devices)}"),
        "version": (
            not version or bool(_VERSION.fullmatch(version)),
            "numbers with full stops between, such as 412.0, or nothing",
        ),
    }
    missing = {name: right for name, (fit, right) in fits.items() if not fit}
    if not missing and (changed := _changed_since(book, route, found["place"], found["date"])):
        missing["date"] = f"something changed there on {changed}; see whether it works since then"
    if missing:
        raise UnfitError(f"{labels.get(it, it)}: {right}" for it, right in missing.items())
    return route, {**found, "version": version}


def _is_day(given: str, oldest: date, today: date) -> bool:
    try:
        return bool(_DAY.fullmatch(given)) and oldest <= date.fromisoformat(given) <= today
    except ValueError:
        return False


def _place(given: str, book: Book) -> str:
    """The id of the place or country that is called so, by id or name; or nothing."""
    spots = seen.spots(book.data).values()
    return next((it.id for it in spots if given in {it.id, it.name}), "")


def _changed_since(book: Book, route: str, place: str, day: str) -> date | None:
    """The day of a change there since then: what was seen before says nothing of it now."""
    it = book.routes[route]
    where = seen.spots(book.data)[place].place
    changed = seen.last_change(book.data, it.company_id, it.product_id, it.route, where)
    return changed if changed and date.fromisoformat(day) < changed else None
