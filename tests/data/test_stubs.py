"""A new company or place starts with one command, and what it writes is valid."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.data.book import Book
from guide.paths import ROOT
from tests.workshop import Workshop

SOURCE, CLAIM = "meta-policy-row-2026-07", "meta-privacy-support"
BEFORE = (
    "      - A service that is not here: opt-out/not-here.md\n",
    "      - Everywhere else: rights/elsewhere.md\n",
)
"""Lines of the menu that new ones stand before."""
RIGHTS = f"  - Rights:\n      - EU and EEA: rights/eu.md\n{BEFORE[1]}"
COMPANY = ["company", "name=Exämple & Co", "domain=example.com"]
WRITTEN = {
    "opt-out/example-co.md": "          - Exämple & Co: opt-out/example-co.md\n",
    "rights/exampleland.md": "      - Exampleland: rights/exampleland.md\n",
}
"""The pages of a company and a place, and their lines in the navigation."""


def whole(project: Path) -> None:
    """The guide itself in the place of the small one."""
    shutil.rmtree(project / "docs")
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copy(ROOT / "mkdocs.yml", project)


def small(project: Path) -> None:
    """The small guide with what a stub names: a source, a claim, a page, a line of the menu."""
    docs = project / "docs"
    shutil.copy(docs / "opt-out" / "not-here.md", docs / "rights" / "elsewhere.md")
    for file, old, new in (
        (docs / "data" / "platforms.yml", "meta-page", SOURCE),
        (docs / "data" / "platforms.yml", "meta-public-posts", CLAIM),
        (project / "mkdocs.yml", "  - EU and EEA: rights/eu.md\n", RIGHTS),
    ):
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(params=[small, pytest.param(whole, marks=pytest.mark.audit)])
def project(request: pytest.FixtureRequest, workshop: Workshop) -> Path:
    request.param(workshop.project)
    return workshop.project


def test_one_command_writes_what_check_passes(project: Path, workshop: Workshop) -> None:
    before = (project / "docs" / "data" / "platforms.yml").read_text(encoding="utf-8")
    for words in (COMPANY, ["place", "name=Exampleland"]):
        code, said = workshop.run(*words)
        assert code == 0, said
    for page, line in WRITTEN.items():
        assert (project / "docs" / page).exists()
        evidence = project / "docs" / "about" / "sources" / Path(page).name
        assert f'evidence("{evidence.stem}")' in evidence.read_text(encoding="utf-8")
        assert line in (project / "mkdocs.yml").read_text(encoding="utf-8")
    after = (project / "docs" / "data" / "platforms.yml").read_text(encoding="utf-8")
    assert after != before
    assert set(before.splitlines()) <= set(after.splitlines()), "nothing else is touched"
    code, said = workshop.run("check")
    assert code == 0, said
    code, said = workshop.run(*COMPANY)
    assert code == 1
    assert "is there already; choose another name" in said


def test_what_the_small_guide_is_given_for_stubs_is_in_the_guide(book: Book) -> None:
    assert SOURCE in book.data.sources
    assert CLAIM in book.data.claims
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [menu.count(line) for line in BEFORE] == [1, 1]


def test_what_is_missing_is_told(workshop: Workshop) -> None:
    code, said = workshop.run("company", "name=Example")
    assert code == 1
    assert "`domain` is missing; write: make company name=" in said
    assert said.count("\n") == 1
