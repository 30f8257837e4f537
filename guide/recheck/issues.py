"""One issue for each finding, opened once and kept up to date; none is ever closed here."""

from __future__ import annotations

import time
from functools import cached_property
from typing import Any

from guide.recheck.finding import Finding, one_line
from guide.recheck.github import GitHub

OWN = "github-actions[bot]"
"""Who opens our issues. A marker in anybody else's is not believed."""

TITLE = 250
BODY = 60_000
"""Characters of what was found; GitHub refuses a title over 256 and a body over 65,536."""

_FOOT = """
---
Kept up to date by the scheduled re-check, which closes nothing. Close this as *completed*
once looked after: it comes back only with something new. Close it as *not planned* to hear
no more of it.
"""


class Issues:
    """The issues of a repository, as far as they are ours. ``pause``: seconds after a write."""

    def __init__(self, github: GitHub, repository: str, pause: float = 1.0) -> None:
        self._github = github
        self._path = f"/repos/{repository}/issues"
        self._pause = pause

    def tell(self, finding: Finding) -> str:
        """Open or update a finding's issue, and say what was done; nothing if all stands there."""
        known = [issue for issue in self._ours if _marker(finding) in (issue["body"] or "")]
        words = text(finding)
        if not (write := _write(known, words)):
            return ""
        method, number = write
        self._github.send(method, f"{self._path}{number}", **words)
        time.sleep(self._pause)
        return f"{'updated' if number else 'opened'}: {words['title']}"

    @cached_property
    def _ours(self) -> list[Any]:
        return [
            issue
            for issue in self._github.each(self._path, state="all", creator=OWN)
            if issue["user"]["login"] == OWN and "pull_request" not in issue
        ]


def text(finding: Finding) -> dict[str, str]:
    """An issue's title and body, within what GitHub takes."""
    body = f"{_shortened(finding.body)}\n{_FOOT}{_marker(finding)}"
    return {"title": one_line(finding.title, TITLE), "body": body}


def _shortened(body: str) -> str:
    """Whole lines as far as there is room, and how many are left out."""
    if len(body) <= BODY:
        return body
    kept = body[:BODY].rpartition("\n")[0].splitlines()
    left = len(body.splitlines()) - len(kept)
    return "\n".join([*kept, "", f"And {left} lines more, told once some are looked after."])


def _marker(finding: Finding) -> str:
    """What tells our issue again, unseen by readers."""
    return f"<!-- recheck: {one_line(finding.key).replace('--', '—')} -->"


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
