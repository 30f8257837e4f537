"""The page about copies says where they are; no link of it leads nowhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from guide.publish.copies import downloads
from guide.version import named
from tests.conftest import DIST, OFFLINE, SITE

PAGE = Path("about") / "offline" / "index.html"


def place(root: Path) -> BeautifulSoup:
    page = BeautifulSoup((root / PAGE).read_text(encoding="utf-8"), "lxml")
    (found,) = page.select(".downloads")
    return BeautifulSoup(str(found), "lxml")


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """What a host serves, as far as copies go."""
    (tmp_path / PAGE).parent.mkdir(parents=True)
    shutil.copyfile(SITE / PAGE, tmp_path / PAGE)
    downloads.offer(tmp_path, DIST)
    return tmp_path


def test_a_site_with_copies_links_to_both(published: Path) -> None:
    links = place(published).select("a")
    assert [link["download"] for link in links] == [named(".zip"), named(".html")]
    for link, ending in zip(links, (".zip", ".html"), strict=True):
        target = (published / PAGE).parent / str(link["href"])
        assert target.read_bytes() == (DIST / named(ending)).read_bytes()
        assert target.resolve() == (published / "offline" / f"ai-opt-out-guide{ending}").resolve()


def test_headers_allow_the_one_file_its_style(published: Path) -> None:
    rule = BeautifulSoup((DIST / named(".html")).read_text(encoding="utf-8"), "lxml").select_one(
        'meta[http-equiv="Content-Security-Policy"]'
    )
    assert rule
    (digest,) = re.findall(r"'sha256-[^']+'", str(rule["content"]))
    assert digest in (published / "_headers").read_text(encoding="utf-8")


def test_a_site_without_copies_has_no_link_to_one() -> None:
    assert place(SITE).select("a") == []
    assert "offers no copies" in place(SITE).text


def test_a_copy_leads_to_the_web() -> None:
    (link,) = place(OFFLINE).select("a")
    assert link["href"] == "https://guide.example/guide/about/offline/"


def test_a_copy_that_does_not_know_the_web_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / PAGE).parent.mkdir(parents=True)
    shutil.copyfile(SITE / PAGE, tmp_path / PAGE)
    downloads.in_copy(tmp_path, "")
    assert place(tmp_path).select("a") == []
    assert "ask whoever gave it to you" in place(tmp_path).text
