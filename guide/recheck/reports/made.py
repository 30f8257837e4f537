"""A report as an entry of the data: read, judged, put in its place, and checked with the whole."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from guide.data import letter_texts
from guide.data.book import DATA_FILE, Book, letter_folder, read_book
from guide.data.types import today
from guide.errors import DataError
from guide.recheck.reports import form, judge
from guide.recheck.reports.addition import Entry, with_entry
from guide.recheck.reports.event import Report
from guide.recheck.reports.unfit import UnfitError


@dataclass(frozen=True, slots=True)
class Made:
    """Where an entry goes, what it says, and the text of the data file with it."""

    route: str
    entry: Entry
    data: str


def from_report(found: Report, server: str, book: Book, file: Path = DATA_FILE) -> Made:
    """The entry that a report makes; ``UnfitError`` if it makes none.

    ``server``: the code host's address. The report's own is made of it and of the host's numbers.
    """
    said = form.answers(found.body)
    route, entry = judge.told(said.values, book, found.filed, today(), said.labels)
    kind = "maintainer" if found.maintainer else "reader"
    address = f"{server}/{found.repository}/issues/{found.number}"
    own = {"kind": kind, "by": mark(found.account), "report": address}
    return _together(book, file, route, entry, own)


def by_hand(given: Mapping[str, str], book: Book, file: Path = DATA_FILE) -> Made:
    """The entry of ``make seen``; ``UnfitError`` has a line for each mistake.

    Without ``by`` a new mark is made up: give that of an earlier entry where the same person told
    again, because two marks count as two people.
    """
    route, entry = judge.told(given, book, datetime.now(UTC).date(), today(), {})
    own = {
        "kind": given.get("kind") or "reader",
        "by": given.get("by") or secrets.token_hex(4),
        "report": given.get("report", ""),
    }
    return _together(book, file, route, entry, own)


def mark(account: int) -> str:
    """The mark of a reporter. It hides nobody: the report is public, with the account's name."""
    return sha256(str(account).encode()).hexdigest()[:8]


_ORDER = ("date", "result", "kind", "place", "surface", "version", "by", "report")


def _together(book: Book, file: Path, route: str, told: Entry, own: Entry) -> Made:
    reports = {it.report for placed in book.routes.values() for it in placed.route.seen}
    if own["report"] and own["report"] in reports:
        raise UnfitError(["The guide has the entry of this report already."])
    every = told | own
    entry = {name: every[name] for name in _ORDER if every.get(name)}
    try:
        data = with_entry(file.read_text(encoding="utf-8"), route, entry)
        read_book(data.encode(), book.pages, letter_texts.read_all(letter_folder(file)))
    except DataError as error:
        raise UnfitError(f"{it.wrong}; {it.right}" for it in error.problems) from None
    return Made(route, entry, data)
