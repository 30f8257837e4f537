"""However the data is broken, the build stops with a message that tells where."""

from __future__ import annotations

import io
import re
import sys
from contextlib import redirect_stderr

import pytest
from hypothesis import given, settings

from guide import __main__ as command
from guide.data.book import read_book
from guide.errors import MOST
from tests.data.damage import FAMILIES, WHOLE, Breakage
from tests.small import PAGES

FEW, EACH = 10, 30
"""Of each family: in the day's run, and in the audit."""
PROBLEM = re.compile(r"platforms\.yml:(\d+): (.+); (.+)")


def told(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What ``python -m guide check`` says of such a file."""
    said = io.StringIO()
    with monkeypatch.context() as patch, redirect_stderr(said):
        patch.setitem(command.COMMANDS, "check", lambda: read_book(raw, PAGES))
        patch.setattr(sys, "argv", ["guide", "check"])
        code = command.main()
    assert code == 1, "nothing was wrong"
    return said.getvalue().splitlines()


def test_unbroken_it_is_valid() -> None:
    assert read_book(WHOLE.encode(), PAGES).routes


def test_there_are_enough() -> None:
    assert EACH * len(FAMILIES) >= 500


@pytest.mark.parametrize("many", [FEW, pytest.param(EACH, marks=pytest.mark.audit)])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_breakage_is_told(family: str, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()

    @settings(derandomize=True, max_examples=2 * many, deadline=None, database=None)
    @given(FAMILIES[family])
    def check(breakage: Breakage) -> None:
        raw, line = breakage
        lines = told(raw, monkeypatch)
        assert len(lines) <= MOST + 1
        problems = [PROBLEM.fullmatch(it) for it in lines[:MOST]]
        assert all(problems), lines
        assert all(it.isprintable() and len(it) < 5_000 for it in lines)
        numbers = [int(found[1]) for found in problems if found]
        assert min(numbers) >= 1
        assert max(numbers) <= raw.count(b"\n") + 1
        assert line is None or line in numbers, lines
        seen.add(raw)

    check()
    assert len(seen) >= many
