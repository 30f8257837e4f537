"""What must stand where it can be found: dates in order, labels in their step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guide.fields import earliest
from guide.loader import Path
from guide.model.root import Data
from guide.model.routes import Step
from guide.rules.walk import Finding, each_route


def findings(data: Data) -> Iterator[Finding]:
    """Changes out of order, sources read before they changed, labels not in their step."""
    for name, source in data.sources.items():
        if source.changed and not (
            source.captured and earliest(source.captured) < earliest(source.changed)
        ):
            wrong = "no copy from before this change was read"
            right = "give `captured` an earlier day, or remove `changed` once the new text is read"
            yield ("sources", name, "changed"), wrong, right
    dates = [earliest(change.date) for change in data.changes]
    for index, (before, after) in enumerate(pairwise(dates)):
        if after < before:
            yield ("changes", index + 1), "this change is out of order", "put the oldest first"
    yield from _corrections(data)
    for path, steps in _step_lists(data):
        for index, step in enumerate(steps):
            for at, label in enumerate(step.labels):
                if label not in step.do:
                    right = "write it in `do` exactly as shown on the screen"
                    yield (*path, index, "labels", at), f"`{label}` is not in the step", right


def _corrections(data: Data) -> Iterator[Finding]:
    for index, it in enumerate(data.corrections):
        days = [earliest(day) for day in (it.since, it.until, it.date)]
        if days != sorted(days):
            right = "`from` comes first, then `until`, then `date`"
            yield ("corrections", index), "the days of this correction are out of order", right


def _step_lists(data: Data) -> Iterator[tuple[Path, list[Step]]]:
    for key, steps in data.shared_steps.items():
        yield ("shared_steps", key), steps
    for path, _, route in each_route(data):
        yield (*path, "steps"), route.steps
