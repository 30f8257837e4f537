"""Copies of one document, read at different times: what rests on an older one alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias
from urllib.parse import urldefrag

from guide.fields import earliest
from guide.model.evidence import Claim, Evidence, Source
from guide.model.history import Change

Newest: TypeAlias = dict[str, str]
"""A source that is an older copy, and the newest copy of the same document."""

_COMMIT = re.compile(r"/blob/[0-9a-f]+/")


def newest(sources: Mapping[str, Source]) -> Newest:
    """Every older copy. One that bears no date is not compared."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, source in sources.items():
        if (document := _document(source)) and day(source):
            found.setdefault(document, []).append(name)
    older: Newest = {}
    for names in found.values():
        last = max(names, key=lambda name: earliest(day(sources[name])))
        latest = earliest(day(sources[last]))
        older |= {name: last for name in names if earliest(day(sources[name])) < latest}
    return older


def uncompared(entry: Evidence, older: Newest) -> Newest:
    """The older copies an entry cites without the newest, unless it tells of the past."""
    if isinstance(entry, Change) or (isinstance(entry, Claim) and entry.past):
        return {}
    cited = {ref.id for ref in entry.sources}
    return {name: older[name] for name in cited if older.get(name, name) not in cited}


def _document(source: Source) -> tuple[str, ...]:
    """The publisher, the address and the edition; without an address, where copies are kept."""
    address = urldefrag(source.url).url if source.url else _COMMIT.sub("/", source.archive or "")
    return (source.publisher, address, *(source.speaks_for or ())) if address else ()


def day(source: Source) -> str:
    """When it was as it was read, as far as it says; else nothing."""
    return source.captured or source.published or source.effective or ""
