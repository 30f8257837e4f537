"""What the workflow for reports runs, and ``make seen``, which does the same by hand.

The workflow has three jobs: one reads the report, adds its entry to the work tree, checks and
builds, and may write nothing; then one opens the pull request, or another answers. Each reads
the event anew: nothing passes between them but whether there is an entry.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from guide.data.book import DATA_FILE, Book
from guide.errors import BuildFailedError
from guide.recheck.github import GitHub, RefusedError
from guide.recheck.reports import event, pull, words
from guide.recheck.reports.event import Report
from guide.recheck.reports.made import Made, by_hand, from_report
from guide.recheck.reports.unfit import UnfitError
from guide.show.book import open_book


def report() -> None:
    """Add the reported entry to the data file, and tell the workflow whether there is one."""
    try:
        made = _made(_given())
    except UnfitError as error:
        print(error)
        _tell("entry=false")
        return
    _write(made)
    _tell("entry=true")


def report_open() -> None:
    """Open the pull request of a report that was checked; where that is not allowed, say how."""
    found = _given()
    made = _made(found)
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
        _made(found)
    except UnfitError as error:
        said = words.unfit(error.missing)
    else:
        said = words.failed(_run(found.repository))
    _comment(_github(), found, said)


def seen(given: Mapping[str, str], book: Book) -> None:
    """``make seen``: add an entry by hand."""
    _write(by_hand(given, book))


def _given() -> Report:
    return event.read(Path(_environment("GITHUB_EVENT_PATH")), _environment("GITHUB_REPOSITORY"))


def _made(found: Report) -> Made:
    return from_report(found, _server(), open_book())


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
