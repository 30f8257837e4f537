"""Put an entry under a route of ``platforms.yml``: lines are added, none is touched.

Where they go is known from the lines that the loader counted; that nothing else came of it is
looked at afterwards.
"""

from __future__ import annotations

from typing import Any

from guide.data import loader
from guide.data.loader import Path
from guide.errors import DataError, Problem

Entry = dict[str, str]
"""The fields of one ``seen`` entry, in the order in which they are written."""

_BEFORE = "review_after_days"
"""The key that every route has and that a route's first ``seen`` is put before."""


def with_entry(text: str, route: str, entry: Entry) -> str:
    """The data file's text with the entry in its place among the route's, newest first."""
    plain, lines = loader.load(text.encode())
    path = _path(plain, route)
    seen = (*path, "seen")
    known = _at(plain, path).get("seen", [])
    rows = text.split("\n")
    if known:
        later = sum(it["date"] > entry["date"] for it in known)
        last = max(line for it, line in lines.items() if it[: len(seen)] == seen)
        at = _above(rows, lines[(*seen, later)]) if later < len(known) else last
        margin = _margin(rows, lines[(*seen, 0)])
        added = _written(entry, margin)
    else:
        at = _above(rows, lines[(*path, _BEFORE)])
        margin = _margin(rows, lines[(*path, _BEFORE)])
        added = [f"{margin}seen:", *_written(entry, f"{margin}  ")]
    made = "\n".join([*rows[:at], *added, *rows[at:]])
    if not _differs_by(plain, made, route, entry):
        right = "add the entry by hand, in lines like those of other routes"
        line = lines[seen if known else path]
        raise DataError([Problem(line, route, "nothing can be added to these lines", right)])
    return made


def lines_of(entry: Entry) -> str:
    """An entry as it is written, for somebody to put in by hand."""
    return "\n".join(_written(entry, ""))


def _written(entry: Entry, margin: str) -> list[str]:
    # A value that holds a quote would load as another: `with_entry` looks whether it does.
    first, *others = (f'{name}: "{value}"' for name, value in entry.items())
    return [f"{margin}- {first}", *(f"{margin}  {it}" for it in others)]


def _path(plain: dict[str, Any], route: str) -> Path:
    """Where a route stands in the file."""
    return next(
        ("companies", company, "products", product, "routes", index)
        for company, block in plain["companies"].items()
        for product, own in block["products"].items()
        for index, it in enumerate(own.get("routes", []))
        if it["id"] == route
    )


def _at(plain: Any, path: Path) -> Any:
    for part in path:
        plain = plain[part]
    return plain


def _above(rows: list[str], line: int) -> int:
    """How many rows stand before a line and the comment over it; lines count from 1."""
    at = line - 1
    while rows[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def _margin(rows: list[str], line: int) -> str:
    row = rows[line - 1]
    return row[: len(row) - len(row.lstrip())]


def _differs_by(plain: dict[str, Any], made: str, route: str, entry: Entry) -> bool:
    """Whether what was made, without the entry, loads as before."""
    try:
        found, _ = loader.load(made.encode())
    except DataError:
        return False
    own = _at(found, _path(found, route))
    if entry not in own.get("seen", []):
        return False
    own["seen"].remove(entry)
    if not own["seen"]:
        del own["seen"]
    return found == plain
