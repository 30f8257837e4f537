"""One pull request for a report, with its entry and nothing else; made anew, never twice."""

from __future__ import annotations

from dataclasses import dataclass

from guide.data.book import DATA_FILE
from guide.paths import ROOT
from guide.recheck.github import GitHub

_FILE = DATA_FILE.relative_to(ROOT).as_posix()


@dataclass(frozen=True, slots=True)
class Start:
    """Where a branch begins: the commit that was checked, and the branch it is to go back to."""

    commit: str
    branch: str


def branch(number: int) -> str:
    """What the branch of a report is called."""
    return f"report-{number}"


def push(github: GitHub, repository: str, start: Start, number: int, data: str) -> None:
    """The report's branch: one commit after ``start``, with this text of the data file.

    A branch of that name is set to it, whatever it held: it is of an earlier try.
    """
    git = f"/repos/{repository}/git"
    blob = github.send("POST", f"{git}/blobs", content=data, encoding="utf-8")
    entry = {"path": _FILE, "mode": "100644", "type": "blob", "sha": blob["sha"]}
    old = github.get(f"{git}/commits/{start.commit}")["tree"]["sha"]
    tree = github.send("POST", f"{git}/trees", base_tree=old, tree=[entry])
    message = f"Add what was seen by report #{number}"
    made = github.send(
        "POST", f"{git}/commits", message=message, tree=tree["sha"], parents=[start.commit]
    )
    name = f"heads/{branch(number)}"
    there = [it["ref"] for it in github.get(f"{git}/matching-refs/{name}")]
    if f"refs/{name}" in there:
        github.send("PATCH", f"{git}/refs/{name}", sha=made["sha"], force=True)
    else:
        github.send("POST", f"{git}/refs", ref=f"refs/{name}", sha=made["sha"])


def propose(
    github: GitHub, repository: str, start: Start, number: int, title: str, body: str
) -> str:
    """Open the report's pull request, or update the one that is open; its address."""
    pulls = f"/repos/{repository}/pulls"
    owner = repository.partition("/")[0]
    head = f"{owner}:{branch(number)}"
    opened = github.get(pulls, state="open", head=head, base=start.branch)
    if opened:
        made = github.send("PATCH", f"{pulls}/{opened[0]['number']}", title=title, body=body)
    else:
        made = github.send(
            "POST", pulls, title=title, head=branch(number), base=start.branch, body=body
        )
    return str(made["html_url"])
