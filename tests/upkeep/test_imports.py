"""Imports run down: publishing uses what shows pages, and nothing that shows pages uses it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from guide.paths import ROOT


@cache
def imported(file: Path) -> list[str]:
    """The modules a file imports, by their full names."""
    return list(_imported(file))


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (it.name for it in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{it.name}" for it in node.names)


def users(of: str) -> set[str]:
    """The files of the guide that import a module, or one inside it."""
    files = [ROOT / "macros.py", *(ROOT / "guide").rglob("*.py")]
    return {
        file.relative_to(ROOT).as_posix()
        for file in files
        if any(f"{name}.".startswith(f"{of}.") for name in imported(file))
    }


def test_only_publishing_and_the_command_line_use_publishing() -> None:
    above = {it for it in users("guide.publish") if not it.startswith("guide/publish/")}
    assert above == {"guide/__main__.py"}


def test_the_data_knows_nothing_of_how_it_is_shown() -> None:
    assert {it for it in users("guide.show") if it.startswith("guide/data/")} == set()


def test_the_data_knows_nothing_of_languages() -> None:
    assert {it for it in users("guide.i18n") if it.startswith("guide/data/")} == set()


def test_languages_know_nothing_of_how_they_are_shown() -> None:
    above = {"guide.show", "guide.publish", "guide.translate"}
    using = {it for part in above for it in users(part) if it.startswith("guide/i18n/")}
    assert using == set()


def test_only_commands_use_the_upkeep_of_translations() -> None:
    using = {it for it in users("guide.translate") if not it.startswith("guide/translate/")}
    assert using == {"guide/__main__.py", "guide/recheck/languages.py"}


def test_only_the_list_of_steps_uses_the_performance_layer() -> None:
    above = {it for it in users("guide.publish.speed") if "/speed/" not in it}
    assert above == {"guide/publish/steps.py"}


def test_file_locks_are_needed_to_publish_only() -> None:
    assert users("fcntl") == {"guide/publish/atomic.py", "guide/run_cache.py"}
    assert "\nimport fcntl" not in (ROOT / "guide" / "run_cache.py").read_text(encoding="utf-8")


def test_one_place_reads_the_environment_and_git() -> None:
    reading = {"guide/settings.py", "guide/publish/engines.py", "guide/recheck/run.py",
               "guide/recheck/reports/run.py", "guide/run_cache.py"}  # fmt: skip
    found = {
        file.relative_to(ROOT).as_posix()
        for file in [ROOT / "macros.py", *(ROOT / "guide").rglob("*.py")]
        if "os.environ" in file.read_text(encoding="utf-8")
    }
    assert found <= reading
