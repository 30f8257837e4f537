"""What a run needs alike is made once, by whichever of its processes comes first; then it is gone."""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from guide import run_cache
from guide.paths import ROOT

SAYS = """
import os, sys, time
from pathlib import Path
from guide import run_cache

def make():
    with Path(sys.argv[1]).open("a") as made:
        made.write("made ")
    time.sleep(0.2)
    return {"made by": os.getpid()}

print(run_cache.once(("a", "key"), make)["made by"])
"""


def say(log: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SAYS, str(log)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_processes_side_by_side_make_it_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with run_cache.shared(tmp_path / "run"), say(log) as one, say(log) as other:
        said = {one.communicate()[0], other.communicate()[0]}
    assert log.read_text() == "made "
    assert len(said) == 1


def test_after_the_run_and_without_one_it_is_made_anew(tmp_path: Path) -> None:
    numbers = count()
    with run_cache.shared(tmp_path / "run"):
        inside = [run_cache.once("key", lambda: next(numbers)) for _ in range(2)]
        assert run_cache.once("another", lambda: next(numbers)) == 1
    assert inside == [0, 0]
    assert run_cache.folder() is None
    assert [run_cache.once("key", lambda: next(numbers)) for _ in range(2)] == [2, 3]


def test_a_part_of_a_run_keeps_to_the_folder_of_the_whole(tmp_path: Path) -> None:
    with run_cache.shared(tmp_path / "whole"):
        with run_cache.shared(tmp_path / "part"):
            assert run_cache.folder() == tmp_path / "whole"
        assert run_cache.folder() == tmp_path / "whole"
    assert not (tmp_path / "part").exists()


def test_a_mistake_is_told_each_time(tmp_path: Path) -> None:
    def fail() -> int:
        raise ValueError("told")

    with run_cache.shared(tmp_path / "run"):
        for _ in range(2):
            with pytest.raises(ValueError, match="told"):
                run_cache.once("key", fail)
        assert run_cache.once("key", lambda: 1) == 1
