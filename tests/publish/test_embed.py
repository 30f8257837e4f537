"""The pages made to stand in a frame of another site."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from guide.publish import assemble, embed
from tests.conftest import SITE
from tests.publish.sites import URL, site
from tests.publish.test_headers import FRAME

LIMIT = 4096  # bytes


def test_each_companys_is_small_and_runs_no_script() -> None:
    pages = sorted((SITE / "embed").glob("*/index.html"))
    assert pages
    for page in pages:
        assert page.stat().st_size <= LIMIT, page.parent.name
        assert "<script" not in page.read_text("utf-8"), page.parent.name


def test_it_has_the_verdict_its_date_and_a_way_out_of_the_frame() -> None:
    it = site()
    embed.apply(it)
    page = it.pages["embed/meta/index.html"]
    assert "They let you refuse only where the law forces it." in page
    assert "As of 23 November 2026." in page
    (link,) = re.findall(r"<a [^>]*>", page)
    assert f'href="{URL}opt-out/' in link or f'href="{URL}compare/"' in link
    assert 'target="_blank" rel="noreferrer"' in link


def test_without_an_address_there_is_none() -> None:
    it = site(site_url="")
    embed.apply(it)
    assert it.pages == {}


def test_another_site_may_show_it_and_nothing_else(
    chromium: Browser, server: str, hosted: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{server}data/schema.json")  # a file of another site, with no policy of its own
    for address in (f"{hosted}embed/meta/", f"{hosted}plan/"):
        page.evaluate(FRAME, address)
    shown = [frame.url for frame in page.frames[1:]]
    assert shown == [f"{hosted}embed/meta/", "chrome-error://chromewebdata/"]
    assert "Meta" in page.frames[1].locator("h1").inner_text()
    page.close()


def test_a_languages_stand_beside_and_the_rest_of_it_refuses_frames() -> None:
    english = "/*\n  Content-Security-Policy: default-src 'none'\n"
    german = f"{english}\n/rights/*\n  Content-Security-Policy: frame-ancestors 'none'\n"
    text = assemble.joined([english, german], "de")
    assert "\n/de/*\n  Content-Security-Policy: frame-ancestors 'none'\n" in text
    assert "/rights/" not in text
    assert "/embed/" not in text
