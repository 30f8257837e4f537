"""``make recheck``: look for what went out of date and open issues for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TypeAlias

from guide import settings
from guide.recheck import copies, languages, links, overdue, policies
from guide.recheck.finding import Finding, RecheckError, told
from guide.recheck.github import GitHub
from guide.recheck.issues import Issues
from guide.recheck.web import Visitor
from guide.show.book import open_book

API = "https://api.github.com"
NAME = f"{settings.FILE_NAME}-recheck"

Check: TypeAlias = Callable[[], Iterable[Finding]]
Tell: TypeAlias = Callable[[Finding], None]


def recheck() -> None:
    """Make every check; one that cannot be made does not stop the others.

    With ``GITHUB_TOKEN`` and ``GITHUB_REPOSITORY`` findings become issues there;
    without, they are printed. ``RecheckError`` at the end if a check was not made.
    """
    book = open_book()
    repository = os.environ.get("GITHUB_REPOSITORY", "")
    token = os.environ.get("GITHUB_TOKEN", "")
    github = GitHub(os.environ.get("GITHUB_API_URL", API), token)
    server = os.environ.get("GITHUB_SERVER_URL", "")
    visitor = Visitor(f"{NAME} (+{server}/{repository})" if repository and server else NAME)
    board = Issues(github, repository) if token and repository else None
    failed = gather(
        {
            "confirmations": lambda: overdue.check(book, datetime.now(UTC).date()),
            "older copies": lambda: copies.check(book),
            "languages": languages.check,
            "policies": lambda: policies.check(book, github),
            "links": lambda: links.check(book, visitor),
        },
        (lambda finding: _say(board.tell(finding))) if board else show,
    )
    if failed:
        raise RecheckError("\n".join(failed))


def gather(checks: dict[str, Check], tell: Tell) -> list[str]:
    """Tell each finding as soon as it is made, and return what could not be done and why.

    What one check meets, whatever it is, ends that check alone and takes back nothing that it
    found before. A finding that cannot be told where it should be is printed.
    """
    failed: list[str] = []
    for name, check in checks.items():
        try:
            for finding in check():
                try:
                    tell(finding)
                except Exception as error:  # noqa: BLE001 (the finding must not be lost with it)
                    show(finding)
                    failed.append(f"{name} found something that is only printed: {told(error)}")
        except Exception as error:  # noqa: BLE001 (the other checks are still to be made)
            failed.append(f"{name} not checked to the end: {told(error)}")
    return failed


def show(finding: Finding) -> None:
    """Print a finding."""
    print(f"# {finding.title}\n\n{finding.body}\n", flush=True)


def _say(done: str) -> None:
    if done:
        print(done, flush=True)
