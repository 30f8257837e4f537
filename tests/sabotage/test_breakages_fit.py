"""The breakages on purpose still fit the code, and one that is harmless is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from guide.paths import ROOT
from tests.sabotage.breakage import Breakage, noticed, scratch
from tests.sabotage.breakages import BREAKAGES

TESTS = ROOT / "tests"


def test_every_promise_is_broken_once() -> None:
    assert len({it.name for it in BREAKAGES}) == len(BREAKAGES) >= 25


def faults(it: Breakage) -> list[str]:
    """Why it would break nothing, or nobody would see it."""
    file, function = it.test.partition("[")[0].split("::")
    tested = (ROOT / file).read_text(encoding="utf-8") if (ROOT / file).exists() else ""
    named = re.search(rf"^def {function}\(", tested, re.MULTILINE)
    times = (ROOT / it.file).read_text(encoding="utf-8").count(it.old)
    found = [] if named else [f"there is no test {it.test}"]
    found += [] if times == 1 else [f"{it.file} holds {it.old!r} {times} times"]
    return found if it.old != it.new else [*found, "it changes nothing"]


def test_a_breakage_fits_the_code_and_names_a_test() -> None:
    unfit = {it.name: faults(it) for it in BREAKAGES}
    assert {name: found for name, found in unfit.items() if found} == {}


def test_what_is_broken_is_mended_again(tmp_path: Path) -> None:
    it = next(iter(BREAKAGES))
    whole = (ROOT / it.file).read_text(encoding="utf-8")
    copy = tmp_path / it.file
    copy.parent.mkdir(parents=True)
    copy.write_text(whole, encoding="utf-8")
    with it.applied(tmp_path):
        assert copy.read_text(encoding="utf-8") == whole.replace(it.old, it.new) != whole
    assert copy.read_text(encoding="utf-8") == whole


@pytest.mark.audit
def test_what_nothing_notices_is_told(tmp_path: Path) -> None:
    late = next(it for it in BREAKAGES if it.file == "guide/show/dates.py")
    with scratch() as copy:
        assert noticed(late, copy, tmp_path)
        assert noticed(replace(late, new=f"{late.old}  # harmless"), copy, tmp_path) is None
