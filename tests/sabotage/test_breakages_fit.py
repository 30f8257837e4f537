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


@pytest.mark.parametrize("it", BREAKAGES, ids=lambda it: it.name)
def test_a_breakage_fits_the_code_and_names_a_test(it: Breakage, tmp_path: Path) -> None:
    file, function = it.test.split("::")
    found = re.search(
        rf"^def {function}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found, it.test
    whole = (ROOT / it.file).read_text(encoding="utf-8")
    copy = tmp_path / it.file
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(whole, encoding="utf-8")
    with it.applied(tmp_path):
        assert copy.read_text(encoding="utf-8") == whole.replace(it.old, it.new) != whole
    assert copy.read_text(encoding="utf-8") == whole


@pytest.mark.audit
def test_what_nothing_notices_is_told() -> None:
    late = next(it for it in BREAKAGES if it.file == "guide/show/dates.py")
    with scratch() as copy:
        assert noticed(late, copy)
        assert noticed(replace(late, new=f"{late.old}  # harmless"), copy) is None
