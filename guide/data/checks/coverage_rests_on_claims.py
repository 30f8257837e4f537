"""What a route covers, and what not, is a fact: a claim says so wherever the line is shown."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, each_coverage
from guide.data.loader import Path
from guide.data.model.root import Data
from guide.data.model.routes import Coverage, Route
from guide.data.reach import spread


def findings(data: Data) -> Iterator[Finding]:
    """Lines that rest on nothing, or are shown where none of their claims holds."""
    for path, route, line in each_coverage(data):
        yield from _shown(data, path, route, line)
        if not line.claims:
            yield path, "no claim says so", "name one, or drop the line"
            continue
        held = {
            place
            for name in line.claims
            if name in data.claims
            for place in spread(data, data.claims[name].where)
        }
        shown = spread(data, line.where or route.where)
        if bare := sorted(shown - held):
            wrong = f"none of its claims holds in {', '.join(bare)}"
            yield path, wrong, "name one that does, or limit the line in `where`"


def _shown(data: Data, path: Path, route: Route, line: Coverage) -> Iterator[Finding]:
    beyond = spread(data, line.where or []) - spread(data, route.where)
    if beyond:
        wrong = f"the route does not exist in {', '.join(sorted(beyond))}"
        yield (*path, "where"), wrong, "name only places of the route"
    elif line.where and spread(data, line.where) == spread(data, route.where):
        wrong = "the line holds wherever the route does"
        yield (*path, "where"), wrong, "leave `where` out"
