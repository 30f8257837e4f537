"""The finished pages obey the rules of HTML, by the validator browsers' makers maintain."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import OFFLINE, SITE
from tests.once import once
from tools import system


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that checks a folder; its program is fetched once, by npm."""
    once("html-checker", lambda _: system.npm("html-checker"))
    jar = system.npm("html-checker") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = system.need("java", "default-jre-headless")
    # Its picture of a policy knows no 'self' for a file on disk: warnings are not asked for.
    return [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "gnu"]


def errors(checker: list[str], folder: Path) -> list[str]:
    done = subprocess.run([*checker, str(folder)], capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


@pytest.mark.audit
@pytest.mark.parametrize("folder", [SITE, OFFLINE], ids=["web", "disk"])
def test_no_page_breaks_a_rule(checker: list[str], folder: Path) -> None:
    assert errors(checker, folder) == []


@pytest.mark.audit
def test_a_broken_rule_is_told(checker: list[str], tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(
        '<!doctype html><html lang="en"><title>x</title><p><table role="cell"></table></html>'
    )
    assert errors(checker, tmp_path)
