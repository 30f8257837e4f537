"""From a statement to its evidence, and from every old address, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.addresses import on_disk
from guide.data.book import Book
from tests.conftest import OFFLINE, Site
from tests.reader.test_reading import on_screen

INDEX = "about/sources/"
OLD = ["meta-public-content", "change-eu-start-2025-05", "source-gdpr"]


def test_an_old_address_leads_to_the_entry(site: Site, book: Book) -> None:
    page = site.open("about/method/")
    start = page.url
    for anchor in OLD:
        site.open(f"{INDEX}#{anchor}")
        page.wait_for_url(f"**/{book.entries[anchor]}/**#{anchor}")
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()
        assert on_screen(page, f"#{anchor}"), anchor
        page.go_back()
        assert page.url == start, "going back goes past the index"


def test_an_address_typed_on_the_index_is_followed_too(site: Site, book: Book) -> None:
    page = site.open(INDEX)
    start = page.url
    page.evaluate("location.hash = 'meta-public-content'")
    page.wait_for_url(f"**/{book.entries['meta-public-content']}/**")
    page.go_back()
    assert page.url == start, "going back goes past what was typed"


def test_a_part_of_the_index_stays(site: Site) -> None:
    page = site.open(f"{INDEX}#documents")
    page.wait_for_timeout(300)
    expect(page.get_by_role("heading", name="Documents you can open")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("anchor", "offline"),
    [(OLD[0], False), (OLD[1], True), (OLD[2], False),
     *(pytest.param(OLD[it], it != 1, marks=pytest.mark.audit) for it in range(3))],
)  # fmt: skip
def test_without_javascript_an_old_address_shows_the_line_that_leads_on(
    chromium: Browser, server: str, anchor: str, offline: bool
) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    root = f"{OFFLINE.as_uri()}/" if offline else server
    address = f"{INDEX}#{anchor}"
    page.goto(root + (on_disk(address) if offline else address))
    line = page.locator("a:target")
    expect(line).to_be_in_viewport()
    assert line.get_attribute("id") == anchor
    line.click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    assert page.locator(":target").evaluate("it => it.tagName") != "A"
    context.close()


def first_citation(page: Page) -> str:
    link = page.locator(".cite a").first
    link.click()
    return page.url.partition("#")[2]


def test_a_citation_leads_to_its_entry_and_the_entry_back(site: Site) -> None:
    page = site.open("learn/data-collection/")
    title = page.locator("h1").inner_text().rstrip("¶\n ")
    anchor = first_citation(page)
    entry = page.locator(f"#{anchor}")
    expect(entry).to_be_in_viewport()
    assert entry.evaluate("it => it.matches(':target')")
    entry.locator(".entry__cited a").get_by_text(title, exact=False).first.click()
    expect(page.locator("h1")).to_contain_text(title)
