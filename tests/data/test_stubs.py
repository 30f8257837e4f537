"""A new company or place starts with one command, and what it writes is valid."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.paths import ROOT
from tests.small_project import small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("guide", "docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def guide(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "guide", *words]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


COMPANY = ["company", "name=Exämple & Co", "domain=example.com"]
WRITTEN = {
    "opt-out/example-co.md": "          - Exämple & Co: opt-out/example-co.md\n",
    "rights/exampleland.md": "      - Exampleland: rights/exampleland.md\n",
}
"""The pages of a company and a place, and their lines in the navigation."""


def test_one_command_writes_what_check_passes(project: Path) -> None:
    before = (project / "docs" / "data" / "platforms.yml").read_text(encoding="utf-8")
    for words in (COMPANY, ["place", "name=Exampleland"]):
        made = guide(project, *words)
        assert made.returncode == 0, made.stderr
    for page, line in WRITTEN.items():
        assert (project / "docs" / page).exists()
        evidence = project / "docs" / "about" / "sources" / Path(page).name
        assert f'evidence("{evidence.stem}")' in evidence.read_text(encoding="utf-8")
        assert line in (project / "mkdocs.yml").read_text(encoding="utf-8")
    after = (project / "docs" / "data" / "platforms.yml").read_text(encoding="utf-8")
    assert after != before
    assert set(before.splitlines()) <= set(after.splitlines()), "nothing else is touched"
    checked = guide(project, "check")
    assert checked.returncode == 0, checked.stderr
    again = guide(project, *COMPANY)
    assert again.returncode == 1
    assert "is there already; choose another name" in again.stderr


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    made = guide(small_project(tmp_path), "company", "name=Example")
    assert (made.returncode, made.stdout) == (1, "")
    assert "`domain` is missing; write: make company name=" in made.stderr
