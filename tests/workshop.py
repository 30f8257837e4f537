"""A small guide in which a worker's tests run commands, each in a fork; put back after each test."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.commands import Commands
from tests.small_project import CODE, small_project, write_contents


class Workshop:
    """``project`` is a test's to break, but for its code."""

    def __init__(self, folder: Path) -> None:
        self.project = small_project(folder / "project")
        self._commands = Commands(self.project, GUIDE_DATE="2026-11-23")

    def run(self, *command: str, env: Mapping[str, str | None] | None = None) -> tuple[int, str]:
        """The exit code, and all that was said."""
        return self._commands.run(*command, env=env)

    def put_back(self) -> None:
        """Make it as it was, for the next test."""
        for it in self.project.iterdir():
            if it.is_symlink() or not it.is_dir():
                it.unlink()
            elif it.name not in CODE:
                shutil.rmtree(it)
        write_contents(self.project)

    def stop(self) -> None:
        self._commands.stop()
