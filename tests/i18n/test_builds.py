"""Several languages from one command: English at the root, each other below it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guide.i18n import foreign
from guide.publish.assemble import joined
from guide.settings import PSEUDO
from tests.small_project import small_project

_ID = re.compile(r'\bid="?([\w-]+)')
_LANGUAGE = re.compile(r'<html [^>]*\blang="?([\w-]+)')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide in English and in the pseudo-language."""
    project = small_project(tmp_path_factory.mktemp("languages") / "guide")
    given = {"GUIDE_DATE": "2026-11-23", "NO_MKDOCS_2_WARNING": "1", "LANGUAGES": f"en,{PSEUDO}"}
    line = [sys.executable, "-m", "guide", "build"]
    environment = {**os.environ, **given, "SITE_URL": "https://guide.example/x"}
    subprocess.run(line, cwd=project, env=environment, check=True, capture_output=True)
    return project / "site"


def pages(folder: Path) -> dict[str, str]:
    found = {
        it.relative_to(folder).as_posix(): it.read_text("utf-8") for it in folder.rglob("*.html")
    }
    return {path: text for path, text in found.items() if not path.startswith(PSEUDO)}


def test_every_page_stands_in_both_with_the_same_addresses(site: Path) -> None:
    english, other = pages(site), pages(site / PSEUDO)
    ids = {path: sorted(_ID.findall(text)) for path, text in english.items()}
    assert ids == {path: sorted(_ID.findall(text)) for path, text in other.items()}


def test_each_page_tells_its_language(site: Path) -> None:
    for folder, language in ((site, "en"), (site / PSEUDO, PSEUDO)):
        told = {found[1] for it in pages(folder).values() if (found := _LANGUAGE.search(it))}
        assert told == {language}


def test_facts_and_pages_are_in_the_language(site: Path) -> None:
    page = pages(site / PSEUDO)["rights/eu/index.html"]
    assert "Îñ thé ÉÛ ýöû màý öbjéçt." in page
    assert "Thé pàgé rîghtš/éû" in page
    assert "In the EU you may object." not in page


def test_a_page_that_nobody_read_says_so_in_other_languages_only(site: Path) -> None:
    assert "class=translated" in pages(site / PSEUDO)["rights/eu/index.html"]
    assert "class=translated" not in pages(site)["rights/eu/index.html"]


def test_no_mark_of_english_is_left_in_any_file(site: Path) -> None:
    marks = (foreign.OPEN.encode(), foreign.CLOSE.encode())
    files = [it for it in site.rglob("*") if it.is_file()]
    assert [it for it in files if any(mark in it.read_bytes() for mark in marks)] == []


def test_addresses_to_give_to_others_lead_to_the_language(site: Path) -> None:
    page = pages(site / PSEUDO)["rights/eu/index.html"]
    assert f"https://guide.example/x/{PSEUDO}/rights/eu/" in page


def test_one_file_of_headers_serves_all(site: Path) -> None:
    assert not (site / PSEUDO / "_headers").exists()
    text = (site / "_headers").read_text("utf-8")
    assert f"/{PSEUDO}/assets/" in text


def test_headers_let_in_what_any_language_holds() -> None:
    rule = "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' {}\n  X: y\n"
    kept = "\n/assets/k/*\n  Cache-Control: immutable\n"
    whole = joined([rule.format("'a'") + kept, rule.format("'b'") + kept], "de")
    assert "default-src 'none'; script-src 'self' 'a' 'b'\n  X: y\n" in whole
    assert whole.endswith("\n/de/assets/k/*\n  Cache-Control: immutable\n")
