"""What the workflow for reports runs, and ``make seen``, which does the same by hand.

The workflow has three jobs: one reads the report, adds its entry to the work tree, checks and
builds, and may write nothing; then one opens the pull request, or another answers. Each reads
the event anew: nothing passes between them but whether there is an entry.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from guide.data import letter_texts
from guide.data.book import DATA_FILE, Book, letter_folder, read_book
from guide.data.types import today
from guide.errors import BuildFailedError, DataError
from guide.recheck.github import GitHub, RefusedError
from guide.recheck.reports import event, form, judge, pull, words
from guide.recheck.reports.addition import Entry, with_entry
from guide.recheck.reports.event import Report
from guide.recheck.reports.unfit import UnfitError
from guide.show.book import open_book


@dataclass(frozen=True, slots=True)
class Made:
    """A report as an entry: where it goes, what it says, and the data file with it."""

    route: str
    entry: Entry
    data: str


def report() -> None:
    """Add the reported entry to the data file, and tell the workflow whether there is one."""
    try:
        made = _made(_given(), open_book())
    except UnfitError as error:
        print(error)
        _tell("entry=false")
        return
    _write(made)
    _tell("entry=true")


def report_open() -> None:
    """Open the pull request of a report that was checked; if that is not allowed, say how."""
    found = _given()
    made = _made(found, open_book())
    github, own = _github(), found.repository
    start = pull.Start(_environment("GITHUB_SHA"), _environment("GITHUB_REF_NAME"))
    pull.push(github, own, start, found.number, made.data)
    title = words.pull_title(made.route, made.entry)
    body = words.pull_body(found.number, made.route, made.entry, _run(own))
    try:
        print(pull.propose(github, own, start, found.number, title, body))
    except RefusedError as error:
        if error.status != 403:
            raise
        branch = pull.branch(found.number)
        compare = f"{_server()}/{own}/compare/{start.branch}...{branch}?expand=1"
        _comment(github, found, words.by_hand(made.route, made.entry, compare))


def report_answer() -> None:
    """Say under a report what is missing in it, or that the guide with it fails its checks."""
    found = _given()
    try:
        _made(found, open_book())
    except UnfitError as error:
        said = words.unfit(error.missing)
    else:
        said = words.failed(_run(found.repository))
    _comment(_github(), found, said)


def seen(given: Mapping[str, str], book: Book) -> None:
    """Add an entry by hand. A mistake is a line; ``by`` is made up where it is not given.

    Give the ``by`` of an earlier entry where the same person told again: two marks count as two.
    """
    route, entry = judge.told(given, book, datetime.now(UTC).date(), today(), {})
    kind, by = given.get("kind") or "reader", given.get("by") or secrets.token_hex(4)
    _write(_with(book, route, entry, kind, by, given.get("report", "")))


def mark(account: int) -> str:
    """The mark of a reporter. It hides nobody: the report is public, with the account's name."""
    return sha256(str(account).encode()).hexdigest()[:8]


def _given() -> Report:
    return event.read(Path(_environment("GITHUB_EVENT_PATH")), _environment("GITHUB_REPOSITORY"))


def _made(found: Report, book: Book) -> Made:
    """The entry that a report makes; ``UnfitError`` if it makes none."""
    said = form.answers(found.body)
    route, entry = judge.told(said.values, book, found.filed, today(), said.labels)
    kind = "maintainer" if found.maintainer else "reader"
    address = f"{_server()}/{found.repository}/issues/{found.number}"
    return _with(book, route, entry, kind, mark(found.account), address)


def _with(book: Book, route: str, told: Entry, kind: str, by: str, address: str) -> Made:
    """The data file with an entry, checked as a whole."""
    known = [it for placed in book.routes.values() for it in placed.route.seen]
    if address and address in {it.report for it in known}:
        raise UnfitError(["The guide has the entry of this report already."])
    first = {name: told[name] for name in ("date", "result")}
    last = {"by": by, **({"report": address} if address else {})}
    entry = {**first, "kind": kind, **told, **last}
    try:
        data = with_entry(DATA_FILE.read_text(encoding="utf-8"), route, entry)
        read_book(data.encode(), book.pages, letter_texts.read_all(letter_folder(DATA_FILE)))
    except DataError as error:
        raise UnfitError(f"{it.wrong}; {it.right}" for it in error.problems) from None
    return Made(route, entry, data)


def _write(made: Made) -> None:
    DATA_FILE.write_text(made.data, encoding="utf-8")
    told = made.entry
    print(f"Written: {made.route}, {told['result']} on {told['date']}, by {told['by']}.")


def _comment(github: GitHub, found: Report, said: str) -> None:
    github.send("POST", f"/repos/{found.repository}/issues/{found.number}/comments", body=said)
    print(said)


def _github() -> GitHub:
    return GitHub(_environment("GITHUB_API_URL"), _environment("GITHUB_TOKEN"))


def _server() -> str:
    return _environment("GITHUB_SERVER_URL")


def _run(repository: str) -> str:
    """The address of this run of the workflow."""
    return f"{_server()}/{repository}/actions/runs/{_environment('GITHUB_RUN_ID')}"


def _environment(name: str) -> str:
    if value := os.environ.get(name):
        return value
    raise BuildFailedError(f"{name} is not set: this command is run by the workflow for reports")


def _tell(line: str) -> None:
    """Hand a value to the jobs that follow."""
    with Path(_environment("GITHUB_OUTPUT")).open("a", encoding="utf-8") as output:
        output.write(f"{line}\n")
