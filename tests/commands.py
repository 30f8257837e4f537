"""A process that has read a project's code, and runs each command in a fork of itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_FORKS = Path(__file__).with_name("forks.py")


class Commands:
    """``surroundings``: environment of all commands. Nothing of GitHub's or git's own is passed on."""

    def __init__(self, project: Path, **surroundings: str) -> None:
        self._out = project.parent / "said.txt"
        own = {name: value for name, value in os.environ.items() if not name.startswith("GI")}
        told = {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", **surroundings}
        self._process = subprocess.Popen(
            [sys.executable, str(_FORKS)],
            cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**own, **told},
        )  # fmt: skip
        assert self._answer() == "ready"

    def run(
        self,
        *command: str,
        env: Mapping[str, str | None] | None = None,
        limits: Mapping[str, int] | None = None,
    ) -> tuple[int, str]:
        """The exit code, and what was said; ``limits``: of ``resource``, and ``umask``."""
        told = {
            "env": {**(env or {})},
            "limits": {**(limits or {})},
            "command": command,
            "out": str(self._out),
        }
        assert self._process.stdin
        self._process.stdin.write(f"{json.dumps(told)}\n")
        self._process.stdin.flush()
        code = int(self._answer())
        return code, self._out.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        self._process.communicate()

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()
