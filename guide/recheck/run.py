"""``make recheck``: look for what went out of date and open issues for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

from guide.book import open_book
from guide.recheck import issues, links, overdue, policies
from guide.recheck.finding import Finding, WatchError
from guide.recheck.github import GitHub
from guide.recheck.web import Visitor

API = "https://api.github.com"
NAME = "ai-training-opt-out-guide-recheck"

Check: TypeAlias = Callable[[], list[Finding]]


def recheck() -> None:
    """Make every check; one that cannot be made does not stop the others.

    With ``GITHUB_TOKEN`` and ``GITHUB_REPOSITORY`` findings become issues there;
    without, they are printed. ``WatchError`` at the end if a check was not made.
    """
    book = open_book()
    repository = os.environ.get("GITHUB_REPOSITORY", "")
    token = os.environ.get("GITHUB_TOKEN", "")
    github = GitHub(os.environ.get("GITHUB_API_URL", API), token)
    server = os.environ.get("GITHUB_SERVER_URL", "")
    visitor = Visitor(f"{NAME} (+{server}/{repository})" if repository and server else NAME)
    found, failed = gather(
        {
            "confirmations": lambda: overdue.check(book, datetime.now(UTC).date()),
            "policies": lambda: policies.check(book, github),
            "links": lambda: links.check(book, visitor),
        }
    )
    if token and repository:
        print(*issues.publish(found, github, repository), sep="\n")
    else:
        print(*(f"# {it.title}\n\n{it.body}" for it in found), sep="\n\n")
    if failed:
        raise WatchError("\n".join(failed))


def gather(checks: dict[str, Check]) -> tuple[list[Finding], list[str]]:
    """What the checks found, and which could not be made and why."""
    found: list[Finding] = []
    failed: list[str] = []
    for name, check in checks.items():
        try:
            found += check()
        except WatchError as error:
            failed.append(f"{name} not checked: {error}")
    return found, failed
