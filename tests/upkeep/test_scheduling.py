"""What the tests' scheduler names is there, and stays with one worker."""

from __future__ import annotations

import re

import pytest

from guide.paths import ROOT
from tests.scheduling import TOGETHER, unit


@pytest.mark.parametrize("begins", TOGETHER)
def test_what_stays_together_is_there(begins: str) -> None:
    file, _, function = begins.partition("::")
    code = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^def {function or 'test_'}", code, re.MULTILINE)
    assert unit(f"{begins}[x]") == TOGETHER[begins]
