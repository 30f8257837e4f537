"""What README, CONTRIBUTING and ENGINES say of the project's files."""

from __future__ import annotations

import re

import pytest

from guide.paths import ROOT

_PATH = re.compile(
    r"(?:guide|tests|docs|overrides|tools|\.github)(?:/[\w.-]+)+/?|[\w-]+\.(?:py|yml)"
)
_SPAN = re.compile(r"`([^`\n]+)`|\]\(((?!https?:)[^)#]+)[^)]*\)")
MADE = {"docs/data/platforms.json"}
"""Files that only a build makes."""


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md", "ENGINES.md", "SECURITY.md"])
def test_a_file_that_is_named_is_there(paper: str) -> None:
    text = (ROOT / paper).read_text(encoding="utf-8")
    named = {it for span in _SPAN.findall(text) for it in span if _PATH.fullmatch(it)}
    wings = [
        ROOT,
        ROOT / "guide",
        *(ROOT / "guide").rglob("*/"),
        ROOT / "docs" / "data",
        ROOT / ".github" / "workflows",
    ]
    lost = {it for it in named - MADE if not any((wing / it).exists() for wing in wings)}
    assert lost == set()
