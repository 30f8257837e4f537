"""A route's reports stand newest first, and each person's once a day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guide.data import seen
from guide.data.checks.traverse import Finding, each_route
from guide.data.loader import Path
from guide.data.model.root import Data
from guide.data.model.routes import Route


def findings(data: Data) -> Iterator[Finding]:
    """Reports out of order or told twice, and what is worked out but written."""
    for path, _, route in each_route(data):
        yield from _order(path, route)
        yield from _mended(path, route)
        if route.confirmed_by_source:
            right = "remove it; it is filled in"
            yield (*path, "confirmed_by_source"), "nothing reads this from the file", right
    if seen.SOURCE_ID in data.sources:
        right = "choose another; this one stands for all reports"
        yield ("sources", seen.SOURCE_ID), f"the id `{seen.SOURCE_ID}` is taken", right


def _order(path: Path, route: Route) -> Iterator[Finding]:
    for index, (newer, older) in enumerate(pairwise(route.seen), start=1):
        if older.date > newer.date:
            wrong = f"{older.date} stands after {newer.date}"
            yield (*path, "seen", index, "date"), wrong, "put the newest report first"
    told = set()
    for index, it in enumerate(route.seen):
        if (own := (it.by, it.date, it.surface)) in told:
            wrong = f"`{it.by}` has reported on this device on that day"
            yield (*path, "seen", index, "by"), wrong, "keep one of the two"
        told.add(own)


def _mended(path: Path, route: Route) -> Iterator[Finding]:
    for index, it in enumerate(route.seen):
        if it.mended and (it.result != "differs" or it.mended < it.date):
            right = "give the day, after the report, on which steps that differed were set right"
            yield (*path, "seen", index, "mended"), "`mended` does not fit the report", right
