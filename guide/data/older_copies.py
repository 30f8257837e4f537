"""Copies of one document, read at different times: what rests on an older one alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import TypeAlias
from urllib.parse import urldefrag

from guide.data.model.evidence import EVERYWHERE, Claim, Evidence, Source
from guide.data.model.history import Change
from guide.data.types import earliest

Newest: TypeAlias = dict[str, str]
"""A source that is an older copy, and the newest copy of the same document."""

_COMMIT = re.compile(r"/blob/[0-9a-f]+/")


def newest(sources: Mapping[str, Source]) -> Newest:
    """Every older copy. A source that bears no date or names no places is not compared."""
    documents: dict[tuple[str, str], list[str]] = {}
    for name, source in sources.items():
        if day(source) and (document := _document(source)):
            documents.setdefault(document, []).append(name)
    older: Newest = {}
    for names in documents.values():
        names.sort(key=lambda name: earliest(day(sources[name])))
        for name, last in product(names, names):
            if _replaces(sources[last], sources[name]):
                older[name] = last
    return older


def uncompared(entry: Evidence, older: Newest) -> Newest:
    """The older copies an entry cites without the newest, unless it tells of the past."""
    if isinstance(entry, Change) or (isinstance(entry, Claim) and entry.past):
        return {}
    cited = [ref.id for ref in entry.sources]
    return {name: older[name] for name in cited if older.get(name, name) not in cited}


def _document(source: Source) -> tuple[str, str] | None:
    """The publisher and the address; without an address, where its copies are kept."""
    address = urldefrag(source.url or _COMMIT.sub("/", source.archive or "")).url
    return (source.publisher, address) if address else None


def _replaces(newer: Source, older: Source) -> bool:
    """Whether it is a later copy of the same edition: both speak for some place."""
    own, its = set(newer.speaks_for or ()), set(older.speaks_for or ())
    together = own & its or (own and its and EVERYWHERE in own | its)
    return bool(together) and earliest(day(newer)) > earliest(day(older))


def day(source: Source) -> str:
    """When it was as it was read, as far as it says; else nothing."""
    return source.captured or source.published or source.effective or ""
