"""No list says the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guide.data.checks.traverse import Finding
from guide.data.loader import Path
from guide.data.model.root import Data

_MAY_REPEAT = {"path", "address"}
"""Menus and postal addresses can say a word again."""


def findings(data: Data) -> Iterator[Finding]:
    """Entries that stand in their list already."""
    yield from _repeated((), data.plain())


def _repeated(path: Path, value: Any) -> Iterator[Finding]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _repeated((*path, key), inner)
    elif isinstance(value, list):
        seen: set[str] = set()
        for index, inner in enumerate(value):
            if (said := repr(inner)) in seen and path[-1] not in _MAY_REPEAT:
                yield (*path, index), "this entry is here twice", "keep one"
            seen.add(said)
            yield from _repeated((*path, index), inner)
