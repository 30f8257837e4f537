"""A claim is never wider than its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding
from guide.data.loader import Path
from guide.data.model.evidence import EVERYWHERE, Evidence
from guide.data.model.root import Data
from guide.data.reach import spread


def findings(data: Data) -> Iterator[Finding]:
    """Sources that do not say where they speak for, and what goes beyond its own."""
    for key, source in data.sources.items():
        if not source.speaks_for:
            right = "name its edition's places, its country, or `everywhere`"
            yield ("sources", key), "it does not say where it `speaks_for`", right
    for key, claim in data.claims.items():
        path: Path = ("claims", key)
        if (claim.where == [EVERYWHERE]) != bool(claim.everywhere_because):
            right = "say why if `where` is `everywhere`, and only then"
            yield path, "`everywhere_because` does not fit `where`", right
        if claim.everywhere_because != "event":  # one is, wherever its reader is
            yield from _beyond(data, path, claim, claim.where)
    for key, controller in data.controllers.items():
        yield from _beyond(data, ("controllers", key), controller, controller.where or [])


def _beyond(data: Data, path: Path, said: Evidence, where: list[str]) -> Iterator[Finding]:
    """What no source of a claim or an address can tell."""
    told: set[str] = set()
    for ref in said.sources:
        if ref.id in data.sources:
            told |= spread(data, ref.speaks_for or data.sources[ref.id].speaks_for or ())
    if beyond := sorted(spread(data, where) - told):
        wrong = f"no source of it speaks for {', '.join(beyond)}"
        right = "narrow `where`, add a source, or give the passage its own `speaks_for`"
        yield (*path, "where"), wrong, right
