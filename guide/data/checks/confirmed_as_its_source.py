"""``confirmed: how`` claims no more than the kind of its source allows."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, each_route
from guide.data.loader import Path
from guide.data.model.root import Data
from guide.data.model.routes import How

KINDS: dict[How, frozenset[str]] = {
    "live": frozenset({"official"}),
    "official-copy": frozenset({"official"}),
    "press": frozenset({"press", "ngo", "regulator"}),
    "guide": frozenset({"blog", "professional", "aggregator", "mirror"}),
    "reader": frozenset({"forum"}),
    "unattributed": frozenset({"unattributed"}),
}


def findings(data: Data) -> Iterator[Finding]:
    """Confirmations that claim more than their source is."""
    confirmed: list[tuple[Path, How, str]] = [
        *((("forms", k, "status"), f.status.how, f.status.source) for k, f in data.forms.items()),
        *(
            ((*path, "confirmed"), route.confirmed.how, route.confirmed.source)
            for path, _, route in each_route(data)
        ),
    ]
    for path, how, source in confirmed:
        if source in data.sources and data.sources[source].kind not in KINDS[how]:
            wrong = f"`{how}` is more than `{source}` is"
            yield (*path, "how"), wrong, "name it as what it is, or a better source"
