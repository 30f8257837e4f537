"""Dates of one entry come in the order in which things happen: read, changed, read again."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding
from guide.data.model.root import Data
from guide.data.types import earliest


def findings(data: Data) -> Iterator[Finding]:
    """Sources that changed before they were read, and corrections that end before they begin."""
    for name, source in data.sources.items():
        if source.changed and not (
            source.captured and earliest(source.captured) < earliest(source.changed)
        ):
            wrong = "no copy from before this change was read"
            right = "give `captured` an earlier day, or remove `changed` once the new text is read"
            yield ("sources", name, "changed"), wrong, right
    for index, it in enumerate(data.corrections):
        days = [earliest(day) for day in (it.since, it.until, it.date)]
        if days != sorted(days):
            right = "`from` comes first, then `until`, then `date`"
            yield ("corrections", index), "the days of this correction are out of order", right
