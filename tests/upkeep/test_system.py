"""An audit that lacks a program fails; it is never skipped."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from guide.paths import ROOT
from tools import browser, system

LOCKS = sorted((ROOT / "tools").glob("*/package-lock.json"))


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


def test_the_browser_without_windows_is_driven_but_not_measured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    windows, without = tmp_path / "chromium", tmp_path / "chromium-headless-shell"
    windows.touch(mode=0o755)
    assert browser.find() == os.fspath(windows)
    without.touch(mode=0o755)
    assert browser.find() == os.fspath(without)
    assert browser.find(whole=True) == os.fspath(windows)


@pytest.mark.parametrize("named", ["firefox-esr", "firefox"])
def test_a_program_is_found_under_any_of_its_names(
    named: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / named
    there.touch(mode=0o755)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert system.need(system.FIREFOX, system.FIREFOX) == os.fspath(there)


def test_a_package_that_a_system_lacks_is_not_the_last_word(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As on Ubuntu, where nothing is called firefox-esr."""
    asked = tmp_path / "asked"
    apt = tmp_path / "apt-get"
    apt.write_text(
        "#!/bin/sh\n"
        f'echo "$*" >> "{asked}"\n'
        'case "$*" in\n'
        f'  *install\\ firefox) : > "{tmp_path}/firefox"; /bin/chmod 755 "{tmp_path}/firefox";;\n'
        "  *firefox-esr) exit 100;;\n"
        "esac\n"
    )
    apt.chmod(0o755)
    sudo = tmp_path / "sudo"
    sudo.write_text('#!/bin/sh\nshift\nexec "$@"\n')
    sudo.chmod(0o755)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    found = system.need(system.FIREFOX, system.FIREFOX)
    assert found == os.fspath(tmp_path / "firefox")
    assert "install firefox-esr" in asked.read_text()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.parent.name)
def test_what_npm_brings_is_locked_to_its_bytes(lock: Path) -> None:
    named = json.loads((lock.parent / "package.json").read_text(encoding="utf-8"))["dependencies"]
    held = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    assert held.pop("")["dependencies"] == named
    assert all(re.fullmatch(r"[\d.]+", version) for version in named.values())
    assert all(package["integrity"].startswith("sha512-") for package in held.values())
    assert not any("resolved" in package for package in held.values()), (
        "whoever installs says whence"
    )


def test_the_tools_of_npm_are_those_locked() -> None:
    assert [lock.parent.name for lock in LOCKS] == ["html-checker", "lighthouse", "spelling"]
