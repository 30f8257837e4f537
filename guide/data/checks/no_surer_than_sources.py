"""Nothing is surer than its sources allow, nor than it was when its evidence was read.

The first is worked out from the kinds of the sources, the second kept in a ledger.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from guide.data.checks.traverse import Finding, each_evidence, name_of
from guide.data.model.evidence import Confidence, Evidence, Source
from guide.data.model.root import Data


class Grade(NamedTuple):
    """How sure the evidence was found, and whether a law was opened again."""

    confidence: Confidence
    reread: bool


LEDGER = Path(__file__).with_name("grades.csv")
"""Entry → the confidence its evidence was graded with when it was read."""

_RANK: dict[Confidence, int] = {"low": 0, "medium": 1, "high": 2}
_ITSELF = frozenset({"official", "regulator", "court", "law"})
_SOLID = frozenset({"press", "ngo"})


def findings(data: Data) -> Iterator[Finding]:
    """Entries with a higher confidence than their sources or the ledger give."""
    read = ledger()
    for path, entry in each_evidence(data):
        allowed = highest(entry, data.sources)
        if _RANK[entry.confidence] > _RANK[allowed]:
            wrong = f"`{entry.confidence}` is more than these sources allow"
            yield (*path, "confidence"), wrong, f"add a better source, or write `{allowed}`"
        name = name_of(path, entry)
        if not (graded := read.get(name)):
            continue
        if _RANK[entry.confidence] > _RANK[graded.confidence]:
            wrong = f"`{entry.confidence}` is more than the evidence was graded with"
            right = (
                f"write `{graded.confidence}`; with new evidence, change {name} in {LEDGER.name}"
            )
            yield (*path, "confidence"), wrong, right
        if entry.reread and not graded.reread:
            right = "write `reread: false`, or open the text and change the ledger"
            yield path, "the law behind this was not opened again", right


@cache
def ledger() -> dict[str, Grade]:
    """The grades that were given when the evidence was read."""
    with LEDGER.open(encoding="utf-8", newline="") as file:
        return {
            row["entry"]: Grade(row["grade"], row["reread"] == "yes")  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        }


def highest(entry: Evidence, sources: Mapping[str, Source]) -> Confidence:
    """The highest confidence these sources allow.

    ``high``: the document itself, a dated copy of it, or three that do not copy each
    other. ``medium``: two, or one solid report. Several by one publisher count once.
    """
    own = [sources[ref.id] for ref in entry.sources if ref.id in sources]
    if any(it.kind in _ITSELF or (it.kind == "mirror" and it.captured) for it in own):
        return "high"
    independent = len({it.same_text_as or it.publisher for it in own})
    if independent >= 3:
        return "high"
    solid = any(it.kind in _SOLID for it in own)
    return "medium" if independent == 2 or solid else "low"
