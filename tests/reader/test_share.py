"""Links to pass on: to a step, to the steps of a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.actions import unfold
from tests.conftest import Site

PAGE = "opt-out/facebook/ios/"
WATCH = """
    window.copied = []; window.shared = [];
    Object.defineProperty(navigator, "clipboard",
        { value: { writeText: async (text) => { window.copied.push(text); } } });
"""
SHARES = "navigator.share = async (what) => { window.shared.push(what); };"


def said(page: Page, text: str) -> None:
    expect(page.locator(".said[role=status]")).to_have_text(text)


def place(site: Site, fragment: str) -> str:
    """Where a shared link leads: from disk, to the guide on the web."""
    root = "https://guide.example/guide/" if site.on_disk else site.root
    return f"{root}{PAGE}#{fragment}"


@pytest.mark.disk
def test_the_link_to_a_step_is_copied_and_followed(site: Site) -> None:
    site.page.add_init_script(WATCH)
    page = site.open(PAGE)
    step = page.locator("li.step").first
    anchor = step.get_attribute("id")
    step.locator(".step__link a").click()
    said(page, "Link copied")
    assert page.evaluate("copied") == [place(site, str(anchor))]
    assert page.url.endswith(f"#{anchor}")


def test_the_link_to_the_steps_is_copied(site: Site) -> None:
    site.page.add_init_script(WATCH)
    page = site.open(f"{PAGE}#somewhere")
    unfold(page)
    page.get_by_role("button", name="Copy link to these steps").first.click()
    said(page, "Link copied")
    assert page.evaluate("copied") == [place(site, "facebook-ios-object")]
    expect(page.locator("#facebook-ios-object")).to_have_count(1)


def test_where_the_clipboard_is_closed_the_link_can_be_read(web: Site) -> None:
    web.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false;"
    )
    page = web.open(PAGE)
    unfold(page)
    page.get_by_role("button", name="Copy link to these steps").first.click()
    link = place(web, "facebook-ios-object")
    said(page, f"This browser did not copy the link: {link}")


def test_the_device_s_own_sharing_is_offered_where_there_is_one(site: Site) -> None:
    site.page.add_init_script(WATCH + SHARES)
    page = site.open(PAGE)
    unfold(page)
    page.get_by_role("button", name="Share…").first.click()
    (what,) = page.evaluate("shared")
    assert what["url"] == place(site, "facebook-ios-object")
    assert "Facebook: Object in the iPhone app" in what["text"]
    assert "AI Training Opt-Out Guide" in what["text"]


def test_it_is_not_offered_elsewhere(web: Site) -> None:
    web.page.add_init_script("delete Navigator.prototype.share;")
    page = web.open(PAGE)
    unfold(page)
    expect(page.get_by_role("button", name="Copy link to these steps").first).to_be_visible()
    expect(page.get_by_role("button", name="Share…")).to_have_count(0)


def test_a_copy_that_knows_no_web_address_says_so(disk: Site) -> None:
    disk.page.add_init_script(WATCH + SHARES)
    disk.page.add_init_script(
        "new MutationObserver(() => document.querySelector('link[rel=canonical]')?.remove())"
        ".observe(document, { childList: true, subtree: true });"
    )
    page = disk.open(PAGE)
    unfold(page)
    page.get_by_role("button", name="Copy link to these steps").first.click()
    said(page, "This page is a file on your device: a link to it is of no use to others.")
    assert page.evaluate("copied") == []
    expect(page.get_by_role("button", name="Share…")).to_have_count(0)


@pytest.mark.disk
def test_it_says_who_can_see_a_link(site: Site) -> None:
    page = site.open(PAGE)
    unfold(page)
    note = page.locator(".pass__note").first
    expect(note).to_contain_text("Whoever carries a link, such as a messenger, can see")
    assert note.locator("[data-on-disk]").is_visible() == site.on_disk
