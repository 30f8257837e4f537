"""One commit, built on another day, in another place, by other settings: the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guide.paths import ROOT
from guide.settings import git
from tests.conftest import DIST, SITE

pytestmark = pytest.mark.audit

OTHERWISE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4321",
    "PYTHONPATH": str(ROOT / "tests" / "clock"),
    "PYTHONDONTWRITEBYTECODE": "1",
}
LONG_AGO = 1_000_000_000


def sources() -> list[str]:
    """What is in this tree and not made from it."""
    said = git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return [name for name in said.split("\0") if (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this tree, with its history, at another path and with other file times."""
    there = tmp_path_factory.mktemp("elsewhere") / "a longer path" / "copie"
    there.mkdir(parents=True)
    # Copied in reverse, so that a folder lists its files in another order.
    for name in sorted(sources(), reverse=True):
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, there / name)
    history = ROOT / ".git"
    (shutil.copytree if history.is_dir() else shutil.copyfile)(history, there / ".git")
    for file in there.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    return there


def run(there: Path, *command: str) -> str:
    made = subprocess.run(
        [sys.executable, *command],
        cwd=there,
        env={**os.environ, **OTHERWISE},
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return made.stdout


def content(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_other_clock_is_another_day(elsewhere: Path) -> None:
    ask = "import datetime as d; print(d.datetime.now(d.timezone.utc).date(), d.date.today())"
    for day in run(elsewhere, "-c", ask).split():
        there = datetime.fromisoformat(day).replace(tzinfo=UTC)
        assert there - datetime.now(UTC) > timedelta(days=390)


def test_every_file_is_the_same(elsewhere: Path) -> None:
    run(elsewhere, "-m", "guide", "offline")
    for ours, theirs in ((SITE, elsewhere / "site"), (DIST, elsewhere / "dist")):
        here, there = content(ours), content(theirs)
        assert len(here) > 100
        assert here.keys() == there.keys()
        assert [name for name in here if here[name] != there[name]] == []
