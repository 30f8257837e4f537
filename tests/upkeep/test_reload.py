"""The live preview never shows old code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_project import small_project

# As mkdocs-macros does in each build of one process, with an edit in between.
TWO_BUILDS = """
import importlib.util
from pathlib import Path
from types import SimpleNamespace

def build():
    spec = importlib.util.spec_from_file_location("macros", "macros.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    env = SimpleNamespace(variables={}, conf={"extra": {}}, macro=lambda *_: None)
    module.define_env(env)
    return env.variables["guide_date"]

print(build())
file = Path("guide/show/dates.py")
EDIT
print(build())
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def shown(project: Path, edit: str) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", TWO_BUILDS.replace("EDIT", edit)],
        cwd=project, env={**os.environ, "GUIDE_DATE": "2026-11-23", "PYTHONPATH": str(project)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_an_edit_of_the_code_is_shown_by_the_next_build(project: Path) -> None:
    edit = 'file.write_text(file.read_text().replace("long", "medium"))'
    assert shown(project, edit) == ["23 November 2026", "23 Nov 2026"]


def test_without_an_edit_nothing_is_loaded_anew(project: Path) -> None:
    """Which would have the data read again."""
    edit = "import guide.show.dates; guide.show.dates.in_words = lambda _: 'the same module'"
    assert shown(project, edit) == ["23 November 2026", "the same module"]
