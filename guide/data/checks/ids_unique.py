"""No id is used twice, nor one that was retired: published addresses keep their meaning."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, all_steps, each_route
from guide.data.loader import Path
from guide.data.model.root import Data
from guide.data.model.routes import Route

RIGHT = "choose another; an id names one thing for ever"


def findings(data: Data) -> Iterator[Finding]:
    """Ids used twice, and ids that were retired."""
    gone: set[tuple[str, str]] = {(entry.kind, entry.id) for entry in data.retired}
    routes: set[str] = set()
    for path, _, route in each_route(data):
        if route.id in routes:
            yield (*path, "id"), f"the route id `{route.id}` is used twice", RIGHT
        routes.add(route.id)
        if ("route", route.id) in gone:
            yield (*path, "id"), f"the id `{route.id}` was retired", RIGHT
        yield from _steps(data, path, route, gone)
    for key in data.claims:
        if ("claim", key) in gone:
            yield ("claims", key), f"the id `{key}` was retired", RIGHT
    yield from _lists(data)


def _steps(data: Data, path: Path, route: Route, gone: set[tuple[str, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, step in enumerate(all_steps(data, route)):
        own = index < len(route.steps)
        at = (*path, "steps", index, "id") if own else (*path, "then")
        if step.id in seen:
            yield at, f"the step id `{step.id}` is used twice in this route", RIGHT
        seen.add(step.id)
        if ("step", f"{route.id}--{step.id}") in gone:
            yield at, f"the id `{route.id}--{step.id}` was retired", RIGHT


def _lists(data: Data) -> Iterator[Finding]:
    lists: list[tuple[Path, list[str]]] = [
        (("comparison", "criteria"), [criterion.id for criterion in data.comparison.criteria]),
        (("changes",), [change.id for change in data.changes]),
        (("corrections",), [it.id for it in data.corrections]),
    ]
    for place, own in data.letters.items():
        lists.append((("letters", place, "letters"), [str(it.kind) for it in own.letters]))
    for section, names in lists:
        seen: set[str] = set()
        for index, name in enumerate(names):
            if name in seen:
                yield (*section, index), f"`{name}` is used twice", RIGHT
            seen.add(name)
