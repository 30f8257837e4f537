"""The page about copies says where they are; no link of it leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup

from guide.publish import csp
from guide.publish.copies import downloads
from guide.publish.site import Site
from tests.conftest import OFFLINE, SITE
from tests.publish.sites import URL, site

PAGE = Path("about") / "offline" / "index.html"
COPIES = {".zip": b"a zip", ".html": b"<style>one</style>"}


def place(html: str) -> BeautifulSoup:
    (found,) = BeautifulSoup(html, "lxml").select(".downloads")
    return BeautifulSoup(str(found), "lxml")


def small() -> Site:
    return site({downloads.PAGE: '<p><div class="downloads">\nNone.</div>'})


def test_a_site_with_copies_links_to_both() -> None:
    it = small()
    downloads.offer(it, COPIES)
    links = place(it.pages[downloads.PAGE]).select("a")
    assert [link["download"] for link in links] == [
        "ai-opt-out-guide-1.zip",
        "ai-opt-out-guide-1.html",
    ]
    for link, ending in zip(links, COPIES, strict=True):
        assert link["href"] == f"../../offline/ai-opt-out-guide{ending}"
        assert it.files[f"offline/ai-opt-out-guide{ending}"] == COPIES[ending]


def test_headers_allow_the_one_file_its_style() -> None:
    it = small()
    downloads.offer(it, COPIES)
    csp.write_headers(it)
    (digest,) = csp.style_hashes("<style>one</style>")
    assert digest in it.files[csp.HEADERS].decode()


def test_a_site_without_copies_has_no_link_to_one() -> None:
    found = place((SITE / PAGE).read_text(encoding="utf-8"))
    assert found.select("a") == []
    assert "offers no copies" in found.text


def test_a_copy_leads_to_the_web() -> None:
    (link,) = place((OFFLINE / PAGE).read_text(encoding="utf-8")).select("a")
    assert link["href"] == f"{URL}about/offline/"


def test_a_copy_that_does_not_know_the_web_leads_nowhere() -> None:
    it = small()
    downloads.in_copy(it, "")
    found = place(it.pages[downloads.PAGE])
    assert found.select("a") == []
    assert re.search("ask whoever gave it to you", found.text)
