"""What follows from reports: how a route is confirmed, and what is in doubt.

In the file each route keeps its reports under ``seen``, newest first::

    seen:
      - date: "2026-12-04"
        result: "worked"       # worked | differs | gone
        kind: "reader"         # reader | maintainer
        place: "IT"            # a place by its id, or a member of one by its country's code
        surface: "android"     # web | android | ios: one that the route is for
        version: "412.0"       # of the app, where told
        by: "3f2a9c1b"         # a mark of who reported; one person has one
        report: "https://github.com/owner/repository/issues/12"   # none for a mail
        mended: "2026-12-06"   # after "differs": the day the steps were set right

Of two on one day, the first is the newer. ``confirmed`` stands in the file by its source. When
the data is joined and has passed its checks, ``worked_out`` puts a newer date there where reports
move it, and keeps the written one as ``confirmed_by_source``: whatever reads ``confirmed`` reads
the one worked out.

* One maintainer who saw it work moves the date; else two readers, on two days, at most
  ``TOGETHER`` apart, on one device and in one place (its countries count as one).
* A report from before the last change moves nothing. A change is an event about the route's
  product, in that place; or the day the steps were mended.
* A report that it differs or is gone stands until a newer one says that it works in that
  country on that device, until the steps are mended, or until a source confirms it anew.

No report makes a claim surer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from guide.data.model.evidence import EVERYWHERE, Source
from guide.data.model.root import Data
from guide.data.model.routes import Confirmation, How, Route, Surface
from guide.data.model.seen import Device, Seen
from guide.data.types import earliest, latest

TOGETHER = timedelta(days=90)
"""As far apart the reports of two readers may be."""
SOURCE_ID = "reports-to-this-guide"
SOURCE = Source(
    title="What people reported to this guide",
    publisher="Readers and maintainers of this guide",
    kind="forum",
)
"""What a date that reports moved rests on; it is in the published data, not in the file."""
DEVICES: dict[Surface, tuple[Device, ...]] = {
    "web": ("web",),
    "computer": ("web",),
    "android": ("android",),
    "ios": ("ios",),
    "app": ("android", "ios"),
    "any": ("web", "android", "ios"),
}
"""What a route of each surface can be followed on."""


class Spot(NamedTuple):
    """Where somebody can say they are: a country, or a place as the data has them."""

    id: str
    name: str
    in_sentence: str
    place: str
    """The place whose rules hold there."""


def spots(data: Data) -> dict[str, Spot]:
    """By id, in the data's order: each place, and after it the countries in it."""
    found = {}
    for key, place in data.jurisdictions.items():
        found[key] = Spot(key, place.name, place.spoken, key)
        for it in place.members:
            if "-" not in it.code:  # a part of a country has no reports of its own
                found[it.code] = Spot(it.code, it.name, it.in_sentence or it.name, key)
    return found


def reaches(route: Route, place: str) -> bool:
    """Whether a route is there for people in a place, or reported to be."""
    return bool({EVERYWHERE, place} & {*route.where, *route.reported})


def last_change(data: Data, company: str, product: str, route: Route, place: str) -> date | None:
    """The day of the last change to a route in a place; of a month, its last."""
    days = [latest(it.mended) for it in route.seen if it.mended]
    for change in data.changes:
        about = company in change.affects and product in (change.products or [product])
        if about and {EVERYWHERE, place} & set(change.where):
            days.append(latest(change.date))
    return max(days, default=None)


def last_worked(route: Route) -> Seen | None:
    """The newest report of all that the route worked."""
    return next((it for it in route.seen if it.result == "worked"), None)


def newest(route: Route) -> list[Seen]:
    """The newest report from each country on each device, newest first."""
    found: dict[tuple[str, Device], Seen] = {}
    for it in route.seen:
        found.setdefault((it.place, it.surface), it)
    return list(found.values())


def doubts(route: Route) -> list[Seen]:
    """Reports, newest first, that it differs or is gone, which nothing newer answers."""
    source = (route.confirmed_by_source or route.confirmed).date
    found, worked = [], set()
    for it in route.seen:
        if it.result == "worked":
            worked.add((it.place, it.surface))
        elif (
            (it.place, it.surface) not in worked
            and not it.mended
            and (source is None or earliest(it.date) >= earliest(source))
        ):
            found.append(it)
    return found


def worked_out(data: Data) -> Data:
    """The data with each route's ``confirmed`` as sources and reports have it together."""
    moved = {it[-1].id: _confirmed(data, *it) for it in _reported(data)}
    if not moved:
        return data
    companies = {}
    for key, company in data.companies.items():
        products = {}
        for name, product in company.products.items():
            routes = [moved.get(it.id, it) for it in product.routes]
            update = {"routes": routes} if routes else {}
            products[name] = product.model_copy(update=update)
        companies[key] = company.model_copy(update={"products": products})
    return replace(data, companies=companies)


def _reported(data: Data) -> Iterator[tuple[str, str, Route]]:
    for key, company in data.companies.items():
        for name, product in company.products.items():
            yield from ((key, name, route) for route in product.routes if route.seen)


def _confirmed(data: Data, company: str, product: str, route: Route) -> Route:
    known = spots(data)
    fit = []
    for it in route.seen:
        place = known[it.place].place
        changed = last_change(data, company, product, route, place)
        if it.result == "worked" and (changed is None or earliest(it.date) >= changed):
            fit.append((it, place))
    moving = next((it for it, place in fit if _enough(it, place, fit)), None)
    written = route.confirmed
    if not moving or (written.date and earliest(moving.date) <= earliest(written.date)):
        return route
    how: How = "live" if moving.kind == "maintainer" else "reader"
    confirmed = Confirmation(date=moving.date, how=how, source=SOURCE_ID)
    return route.model_copy(update={"confirmed": confirmed, "confirmed_by_source": written})


def _enough(one: Seen, place: str, fit: list[tuple[Seen, str]]) -> bool:
    """Whether a report confirms the route on its day: a maintainer's, or a reader's second one."""
    return one.kind == "maintainer" or any(
        other.by != one.by
        and timedelta() < earliest(one.date) - earliest(other.date) <= TOGETHER
        and (there, other.surface) == (place, one.surface)
        for other, there in fit
    )
