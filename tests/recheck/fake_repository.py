"""A repository at the code host, as far as reports need it: branches, pull requests, comments."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.recheck.fake_web import Quiet

KEY = "open sesame"


@dataclass
class FakeRepository:
    """``may_open``: whether its settings let workflows open pull requests."""

    name: str
    may_open: bool = True
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Blobs, trees and commits by their names."""
    branches: dict[str, str] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def file(self, branch: str, path: str) -> str:
        """What a file is on a branch."""
        tree = self.made[self.made[self.branches[f"refs/heads/{branch}"]]["tree"]]
        (blob,) = (it["sha"] for it in tree["tree"] if it["path"] == path)
        assert [it["path"] for it in tree["tree"]] == [path], "one file, and no other"
        return str(self.made[blob]["content"])

    def give(self, path: str, query: dict[str, list[str]]) -> Any:
        """What is at a path; None where nothing is."""
        match path.removeprefix(f"/repos/{self.name}/").split("/"):
            case ["git", "commits", name]:
                return {"sha": name, "tree": {"sha": f"tree of {name}"}}
            case ["git", "matching-refs", "heads", start]:
                return [{"ref": it} for it in self.branches if it.startswith(f"refs/heads/{start}")]
            case ["pulls"]:
                owner, _, branch = query["head"][0].partition(":")
                assert owner == self.name.split("/")[0]
                return [it for it in self.pulls if it["state"] == "open" and it["head"] == branch]
        return None

    def take(self, method: str, path: str, given: dict[str, Any]) -> tuple[int, Any]:
        """Do as asked; the answer's status and words."""
        match method, *path.removeprefix(f"/repos/{self.name}/").split("/"):
            case "POST", "git", ("blobs" | "trees" | "commits") as kind:
                sha = f"{kind} {len(self.made)}"
                self.made[sha] = given
                return 201, {"sha": sha}
            case "POST", "git", "refs":
                if given["ref"] in self.branches:
                    return 422, {"message": "Reference already exists"}
                self.branches[given["ref"]] = given["sha"]
                return 201, given
            case "PATCH", "git", *ref:
                self.branches["/".join(ref)] = given["sha"]
                return 200, given
            case "POST", "pulls":
                if not self.may_open:
                    return 403, {"message": "not permitted to create or approve pull requests"}
                number = len(self.pulls) + 100
                address = f"https://github.com/{self.name}/pull/{number}"
                self.pulls.append({**given, "number": number, "state": "open", "html_url": address})
                return 201, self.pulls[-1]
            case "PATCH", "pulls", number:
                (pull,) = (it for it in self.pulls if it["number"] == int(number))
                pull.update(given)
                return 200, pull
            case "POST", "issues", "7", "comments":
                self.comments.append(given["body"])
                return 201, {}
        return 404, {}

    def handler(self) -> type[Quiet]:
        fake = self

        class Api(Quiet):
            def do_GET(self) -> None:  # noqa: N802
                parts = urlsplit(self.path)
                found = fake.give(parts.path, parse_qs(parts.query))
                self._say(404 if found is None else 200, found)

            def do_POST(self) -> None:  # noqa: N802
                if self.headers["Authorization"] != f"Bearer {KEY}":
                    self._say(401, {})
                    return
                given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self._say(*fake.take(self.command, self.path, given))

            do_PATCH = do_POST  # noqa: N815

            def _say(self, status: int, value: Any) -> None:
                self.answer(status, json.dumps(value).encode())

        return Api
