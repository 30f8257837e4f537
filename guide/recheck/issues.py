"""One issue for each finding, opened once and kept up to date; none is ever closed here."""

from __future__ import annotations

import time
from typing import Any

from guide.recheck.finding import Finding
from guide.recheck.github import GitHub

OWN = "github-actions[bot]"
"""Who opens our issues. A marker in anybody else's is not believed."""

_FOOT = """
---
Kept up to date by the scheduled re-check, which closes nothing. Close this as *completed*
once looked after: it comes back only with something new. Close it as *not planned* to hear
no more of it.
"""


def publish(
    findings: list[Finding], github: GitHub, repository: str, pause: float = 1.0
) -> list[str]:
    """Open or update what needs it and say what was done. ``pause``: seconds between writes."""
    ours = [
        issue
        for issue in github.each(f"/repos/{repository}/issues", state="all", creator=OWN)
        if issue["user"]["login"] == OWN and "pull_request" not in issue
    ]
    done: list[str] = []
    for finding in findings:
        known = [issue for issue in ours if _marker(finding) in (issue["body"] or "")]
        words = text(finding)
        if write := _write(known, words):
            method, number = write
            github.send(method, f"/repos/{repository}/issues{number}", **words)
            done.append(f"{'updated' if number else 'opened'}: {finding.title}")
            time.sleep(pause)
    return done


def text(finding: Finding) -> dict[str, str]:
    """An issue's title and body."""
    return {"title": finding.title, "body": f"{finding.body}\n{_FOOT}{_marker(finding)}"}


def _marker(finding: Finding) -> str:
    """What tells our issue again, unseen by readers."""
    return f"<!-- recheck: {finding.key} -->"


def _write(known: list[Any], words: dict[str, str]) -> tuple[str, str] | None:
    """The request to make: method and issue, or nothing. ``known``: newest first."""
    for issue in known:
        if issue["state"] == "open":
            return None if _same(issue, words) else ("PATCH", f"/{issue['number']}")
    if known and (known[0]["state_reason"] == "not_planned" or _same(known[0], words)):
        return None
    return "POST", ""


def _same(issue: Any, words: dict[str, str]) -> bool:
    body = issue["body"].replace("\r\n", "\n")
    return bool(issue["title"] == words["title"] and body == words["body"])
