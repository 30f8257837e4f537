"""A report is from a place and a device that its route is for."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data import seen
from guide.data.checks.traverse import Finding, each_route, missing
from guide.data.model.root import Data


def findings(data: Data) -> Iterator[Finding]:
    """Reports from places that are not known, or that the route does not reach; and devices."""
    known = seen.spots(data)
    for path, _, route in each_route(data):
        for index, it in enumerate(route.seen):
            at = (*path, "seen", index)
            if it.place not in known:
                yield missing((*at, "place"), "place", it.place, known)
            elif not seen.reaches(route, known[it.place].place):
                right = f"the route is for: {', '.join([*route.where, *route.reported])}"
                yield (*at, "place"), f"the route does not reach `{it.place}`", right
            if it.surface not in seen.DEVICES[route.surface]:
                right = f"use {' or '.join(seen.DEVICES[route.surface])}"
                yield (*at, "surface"), f"the route is not for `{it.surface}`", right
