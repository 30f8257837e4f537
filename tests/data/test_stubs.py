"""A new company or place starts with one command, and what it writes is valid."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.paths import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("guide", "docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def guide(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "guide", *words]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "page", "line"),
    [
        (
            ["company", "name=Exämple & Co", "domain=example.com"],
            "opt-out/example-co.md",
            "          - Exämple & Co: opt-out/example-co.md\n",
        ),
        (["place", "name=Exampleland"], "rights/exampleland.md", "      - Exampleland: rights/"),
    ],
)
def test_one_command_writes_what_check_passes(
    project: Path, words: list[str], page: str, line: str
) -> None:
    before = (project / "docs" / "data" / "platforms.yml").read_text(encoding="utf-8")
    made = guide(project, *words)
    assert made.returncode == 0, made.stderr
    assert (project / "docs" / page).exists()
    evidence = project / "docs" / "about" / "sources" / Path(page).name
    assert f'evidence("{evidence.stem}")' in evidence.read_text(encoding="utf-8")
    assert line in (project / "mkdocs.yml").read_text(encoding="utf-8")
    after = (project / "docs" / "data" / "platforms.yml").read_text(encoding="utf-8")
    assert after != before
    assert set(before.splitlines()) <= set(after.splitlines()), "nothing else is touched"
    checked = guide(project, "check")
    assert checked.returncode == 0, checked.stderr
    again = guide(project, *words)
    assert again.returncode == 1
    assert "is there already; choose another name" in again.stderr


def test_what_is_missing_is_told(project: Path) -> None:
    made = guide(project, "company", "name=Example")
    assert (made.returncode, made.stdout) == (1, "")
    assert "`domain` is missing; write: make company name=" in made.stderr
