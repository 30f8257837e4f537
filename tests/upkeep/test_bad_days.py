"""On a bad day a command says in a few lines what to mend, and on the next day it works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import Commands
from tests.small_project import small_project
from tests.upkeep.bad_days import CONFIGS, DATA, MAKERS, Day, days

LINES = 8
"""What a person reads; mistakes in the data are told up to fifty at once."""
_LOG = re.compile(r"INFO +-|\[macros\]")


class Runner:
    """A small project, and what runs commands in it."""

    def __init__(self, project: Path) -> None:
        self.project = small_project(project)
        file = project / DATA
        text = file.read_text(encoding="utf-8")
        for host in ("facebook.com", "instagram.com", "example.com", "dataprotection.ie"):
            text = text.replace(host, f"{host.partition('.')[0]}.invalid")
        file.write_text(text, encoding="utf-8")
        (project / "site").mkdir()
        (project / "site" / "index.html").write_text("the last good one", encoding="utf-8")
        (project / "elsewhere").mkdir()
        (project / "elsewhere" / "index.html").write_text("somebody else's", encoding="utf-8")
        self._commands = Commands(
            project, GUIDE_DATE="2026-11-23", SITE_URL="", PYTHONDONTWRITEBYTECODE="1"
        )

    def run(self, day: Day) -> tuple[int, str]:
        return self._commands.run(day.command, env=day.env, limits=day.limits)

    def state(self) -> dict[str, bytes]:
        """What is published, here and where a link may lead."""
        files = [it for name in ("site", "elsewhere") for it in (self.project / name).rglob("*")]
        return {str(it): it.read_bytes() for it in files if it.is_file()}

    def stop(self) -> None:
        self._commands.stop()


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    it = Runner(tmp_path_factory.mktemp("bad") / "project")
    yield it
    it.stop()


def faults(runner: Runner, day: Day) -> list[str]:
    """What is wrong with how a command took a bad day."""
    before = runner.state()
    undoing = [harm(runner.project) for harm in day.harm]
    try:
        code, said = runner.run(day)
    finally:
        for undo in reversed(undoing):
            undo()
    found = []
    lines = [line for line in said.splitlines() if line.strip() and not _LOG.search(line)]
    if "Traceback" in said:
        found.append("a traceback")
    if code not in ((0, 1) if day.may_pass else (1,)):
        found.append(f"exit code {code}")
    if code and not lines:
        found.append("not a word")
    if len(lines) > (51 if DATA.rpartition("/")[2] in said else LINES) and day.command != "recheck":
        found.append(f"{len(lines)} lines")
    if code and day.names not in said:
        found.append(f"it does not name {day.names}")
    if runner.state() != before:
        found.append("the published site is another")
    if day.command != "check":  # which writes nothing that could be in the way
        after, told = runner.run(Day(day.kind, "the day after", "check"))
        if after:
            found.append(f"the day after: {told[-300:]}")
    shown = said.strip()[-700:]
    return [f"{day.kind}: {day.what}, {day.command}: {it}\n    {shown}" for it in found]


def lived(runner: Runner, kind: str, many: int, seed: int = 15) -> list[str]:
    return [fault for day in days(kind, many, seed) for fault in faults(runner, day)]


@pytest.mark.parametrize("kind", ["settings", "mkdocs.yml", "data"])
def test_two_bad_days_of_a_kind(runner: Runner, kind: str) -> None:
    assert lived(runner, kind, 2) == []


@pytest.mark.parametrize("what", CONFIGS)
def test_each_harm_to_mkdocs_yml_is_one_line(runner: Runner, what: str) -> None:
    day = Day("mkdocs.yml", what, "check", "mkdocs.yml", harm=(CONFIGS[what],))
    assert faults(runner, day) == []


@pytest.mark.audit
@pytest.mark.parametrize("kind", MAKERS)
def test_three_hundred_bad_days(runner: Runner, kind: str) -> None:
    assert sum(many for _, many in MAKERS.values()) == 300
    assert lived(runner, kind, MAKERS[kind][1]) == []
    site = {"SITE_URL": "https://x.example"}
    code, said = runner.run(Day(kind, "a good day", "build", env=dict(site)))
    assert code == 0, said
