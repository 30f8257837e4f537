"""A route that is not for everyone names, in ``elsewhere``, what everyone else can do."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, each_coverage, each_evidence, each_route, missing
from guide.data.loader import Path
from guide.data.model.evidence import EVERYWHERE
from guide.data.model.root import Data


def findings(data: Data) -> Iterator[Finding]:
    """Places that do not exist, and routes that leave someone without an answer."""
    for path, where in _placed(data):
        if EVERYWHERE in where and len(where) > 1:
            yield path, "`everywhere` stands beside other places", "keep one or the other"
        for index, name in enumerate(where):
            if name != EVERYWHERE and name not in data.jurisdictions:
                yield missing((*path, index), "jurisdiction", name, data.jurisdictions)
    for path, _, route in each_route(data):
        if (route.where == [EVERYWHERE]) == bool(route.elsewhere):
            right = "name pages for everyone else, or none if the route is for everyone"
            yield (*path, "elsewhere"), "`elsewhere` does not fit `where`", right


def _placed(data: Data) -> Iterator[tuple[Path, list[str]]]:
    for key, claim in data.claims.items():
        yield ("claims", key, "where"), claim.where
    for path, _, route in each_route(data):
        yield (*path, "where"), route.where
    for path, _, line in each_coverage(data):
        yield (*path, "where"), line.where or []
    for index, change in enumerate(data.changes):
        yield ("changes", index, "where"), change.where
    for key, source in data.sources.items():
        yield ("sources", key, "speaks_for"), source.speaks_for or []
    for path, entry in each_evidence(data):
        for index, ref in enumerate(entry.sources):
            yield (*path, "sources", index, "speaks_for"), ref.speaks_for or []
