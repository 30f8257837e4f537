"""A mistake stops the real build with a message, and the last good site stays."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from guide.pages import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for part in ("docs", "overrides", "guide"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("mkdocs.yml", "zensical.yml", "macros.py"):
        shutil.copy(ROOT / part, tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good one")
    return tmp_path


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={**os.environ, "GUIDE_DATE": "2026-11-23", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [("guide", "check"), ("guide", "build"), ("mkdocs", "build", "--strict")],
    ids=lambda command: " ".join(command),
)
def test_bad_data_stops_with_one_line(project: Path, command: tuple[str, ...]) -> None:
    edit(project / "docs" / "data" / "platforms.yml", 'kind: "object"', 'kind: "objct"')
    made = run(project, *command)
    said = made.stdout + made.stderr
    assert made.returncode != 0
    assert "Traceback" not in said
    lines = [line for line in said.splitlines() if line.startswith("platforms.yml:")]
    assert len(lines) == 1, said
    assert "`objct` is not allowed; use 'object'" in lines[0]
    assert (project / "site" / "index.html").read_text() == "the last good one"


@pytest.mark.parametrize(
    ("command", "out"),
    [
        ("build", "site"),
        pytest.param("build-zensical", ".build/zensical/site", marks=pytest.mark.audit),
    ],
)
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{{ claim("no-such-claim") }}', "there is no claim `no-such-claim`"),
        ("{{ no_such_variable }}", "no_such_variable"),
        ("[gone](gone.md)", "gone.md"),
        ("[gone](#no-such-anchor)", "no-such-anchor"),
    ],
)
def test_a_page_that_names_nothing_stops_the_build(
    project: Path, written: str, expected: str, command: str, out: str
) -> None:
    page = project / "docs" / "compare.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{written}\n", encoding="utf-8")
    last = project / out / "index.html"
    last.parent.mkdir(parents=True, exist_ok=True)
    last.write_text("the last good one")
    made = run(project, "guide", command)
    assert made.returncode != 0
    assert expected in re.sub(r"\x1b\[[\d;]*m", "", made.stdout + made.stderr)  # without colours
    assert last.read_text() == "the last good one"


def test_a_killed_build_leaves_the_last_site_and_the_next_takes_its_place(project: Path) -> None:
    killed = subprocess.Popen(
        [sys.executable, "-m", "guide", "build"], cwd=project, start_new_session=True
    )
    while killed.poll() is None and not list(project.glob(".build/run-*/site/*")):
        time.sleep(0.01)
    os.killpg(killed.pid, signal.SIGKILL)
    assert killed.wait() == -signal.SIGKILL
    assert (project / "site" / "index.html").read_text() == "the last good one"
    made = run(project, "guide", "build")
    assert made.returncode == 0, made.stderr
    assert "WARNING" not in made.stderr
    assert "<h1" in (project / "site" / "index.html").read_text(encoding="utf-8")
    assert not (project / "site" / "macros").exists()
    assert list((project / ".build").glob("run-*")) == []
