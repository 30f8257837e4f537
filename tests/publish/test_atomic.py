"""Killed at any moment, a run leaves the old folder or the new one, whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from guide.publish import atomic
from guide.publish.atomic import PREFIX, locked, scratch

FILES = ("index.html", "rights/index.html")

# Kills itself before the n-th thing it does to the disk.
CHILD = """
import os, signal, sys
from pathlib import Path
from guide.publish import atomic

fresh, out, moment, far = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
rename, left = os.rename, moment

def from_another_disk(source, target, **rest):
    if Path(source) == fresh:
        raise OSError(18, "Invalid cross-device link")
    rename(source, target, **rest)

def watch(event, arguments):
    global left
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}:
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

if far == "far":
    os.rename = from_another_disk
sys.addaudithook(watch)
atomic.replace(fresh, out)
"""


def write(folder: Path, word: str) -> Path:
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(word)
    return folder


def read(folder: Path) -> set[str]:
    """What its files say: one word if it is whole."""
    assert {p.relative_to(folder).as_posix() for p in folder.rglob("*.html")} == set(FILES)
    return {(folder / name).read_text() for name in FILES}


def replace_until(moment: int, fresh: Path, out: Path, disk: str) -> int:
    child = [sys.executable, "-S", "-c", CHILD, str(fresh), str(out), str(moment), disk]
    return subprocess.run(child, check=False).returncode


@pytest.mark.parametrize("disk", ["near", "far"])
def test_killed_at_every_moment_one_of_the_two_is_whole(tmp_path: Path, disk: str) -> None:
    kept: list[str] = []
    for moment in range(1, 99):
        home = tmp_path / f"{moment}"
        fresh, out = write(home / "run" / "site", "new"), write(home / "site", "old")
        ended = replace_until(moment, fresh, out, disk)
        whole = [it for it in (out, home / ".site.old") if it.exists()]
        assert whole
        assert all(len(read(it)) == 1 for it in whole)
        atomic.recover(out)
        assert len(read(out)) == 1
        kept += read(out)
        assert sorted(p.name for p in home.iterdir()) == ["run", "site"]
        atomic.replace(write(home / "again", "newest"), out)
        assert read(out) == {"newest"}
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert ended == 0
    assert kept == sorted(kept, reverse=True)
    assert {"old", "new"} == set(kept)


def test_the_first_folder_needs_no_old_one(tmp_path: Path) -> None:
    out = tmp_path / "dist" / "offline"
    atomic.recover(out)
    atomic.replace(write(tmp_path / "fresh", "new"), out)
    assert read(out) == {"new"}


def test_runs_side_by_side_do_not_meet_and_the_dead_are_cleared(tmp_path: Path) -> None:
    dead = write(tmp_path / f"{PREFIX}dead", "half")
    other = write(tmp_path / "tools", "not ours")
    with scratch(tmp_path) as one, scratch(tmp_path) as two:
        assert one != two
        assert not dead.exists()
        assert one.exists()
    assert list(tmp_path.iterdir()) == [other]


def test_a_program_left_running_keeps_its_folder(tmp_path: Path) -> None:
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    with locked(left):
        wait = [sys.executable, "-c", "input()"]
        engine = subprocess.Popen(wait, stdin=subprocess.PIPE, close_fds=False)
    with scratch(tmp_path):
        assert left.exists()
    engine.communicate(os.linesep.encode())
    with scratch(tmp_path):
        assert not left.exists()
