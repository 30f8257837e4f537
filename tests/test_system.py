"""An audit that lacks a program fails; it is never skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import system


def test_what_is_here_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = tmp_path / "java"
    there.touch(mode=0o755)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert system.need("java", "default-jre-headless") == os.fspath(there)


def test_what_cannot_be_installed_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    with pytest.raises(RuntimeError, match=r"java is needed .* default-jre-headless"):
        system.need("java", "default-jre-headless")
