"""What a reader does: from the home page to a step, and a link to a step."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import OFFLINE, Site

STEP = "opt-out/facebook/web/#facebook-web-object--log-in"


def on_screen(page: Page, selector: str) -> bool:
    """Whether the top of the element is in view and clear of the sticky header."""
    return bool(
        page.locator(selector).first.evaluate(
            """element => {
                const header = document.querySelector("header.md-header");
                const bottom = header ? header.getBoundingClientRect().bottom : 0;
                const top = element.getBoundingClientRect().top;
                return top >= bottom - 1 && top < innerHeight;
            }"""
        )
    )


@pytest.mark.parametrize(
    ("taps", "first"),
    [
        (["Instagram on iPhone: object"], "instagram-ios-object--open-menu"),
        (
            ["Facebook on a computer: limit", "Limit who sees your Facebook posts"],
            "facebook-web-limit-past-posts--open-settings",
        ),
    ],
    ids=["Germany, Instagram, iPhone", "Texas, Facebook, laptop"],
)
def test_two_taps_from_home_to_the_first_step(site: Site, taps: list[str], first: str) -> None:
    page = site.open()
    for name in taps:
        page.locator("article").get_by_role("link", name=name).last.click(timeout=5_000)
    step = page.locator("li.step").first
    assert step.get_attribute("id") == first
    step.scroll_into_view_if_needed()
    expect(step).to_be_in_viewport()


@pytest.mark.disk
def test_a_step_link_opens_on_the_step_and_marks_it(site: Site) -> None:
    page = site.open(STEP)
    step = page.locator("#facebook-web-object--log-in")
    other = page.locator("li.step:not(:target)").first
    expect(step).to_be_in_viewport()
    assert on_screen(page, "#facebook-web-object--log-in")
    look = (
        "element => getComputedStyle(element).outlineStyle + getComputedStyle(element).background"
    )
    assert step.evaluate(look) != other.evaluate(look)


# The last step of the last way on its page: whatever grows above it moves it the furthest.
LAST = "opt-out/whatsapp/#whatsapp-web-data-rights-request--send-to-meta"


def late(route: Route) -> None:
    time.sleep(0.15)
    route.continue_()


def test_a_step_link_holds_while_the_page_grows_above_it(site: Site) -> None:
    """Scripts that come late, in a browser that does not hold the view by itself."""
    page = site.page
    page.route("**/*.js", late)
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync("* { overflow-anchor: none !important }");
            document.adoptedStyleSheets.push(sheet);
        });"""
    )
    site.open(LAST)
    step = LAST.split("/")[-1]
    expect(page.locator(".progress").first).to_be_visible()
    assert on_screen(page, step)


@pytest.mark.parametrize(
    "offline", [False, pytest.param(True, marks=pytest.mark.audit)], ids=["web", "disk"]
)
def test_a_step_link_needs_no_javascript(chromium: Browser, server: str, offline: bool) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    root = f"{OFFLINE.as_uri()}/" if offline else server
    page.goto(root + (STEP.replace("/#", "/index.html#") if offline else STEP))
    expect(page.locator("#facebook-web-object--log-in")).to_be_in_viewport()
    assert page.locator("li.step:target").get_attribute("id") == "facebook-web-object--log-in"
    context.close()


def test_each_step_has_a_link_to_itself(site: Site) -> None:
    page = site.open("opt-out/facebook/web/")
    page.locator("li.step .step__link a").first.click()
    assert page.url.endswith("#facebook-web-object--log-in")
    expect(page.locator("li.step").first).to_be_in_viewport()


def test_the_form_and_its_host_are_on_the_first_screen_of_a_phone(web: Site) -> None:
    for product in ("facebook", "instagram"):
        for device in ("web", "android", "ios"):
            page = web.open(f"opt-out/{product}/{device}/")
            for selector in (".go__button", ".go__host"):
                box = page.locator(selector).first.bounding_box()
                assert box is not None
                end = box["y"] + box["height"]
                assert end <= 844, f"{product}, {device}: {selector} ends at {end}"


def test_a_long_doubt_breaks_and_does_not_push_the_page_wide(web: Site) -> None:
    web.page.set_viewport_size({"width": 320, "height": 700})
    chip = web.open("learn/data-collection/").locator(".cite a").first
    said = "source changed on 22 September 2026, being re-checked, fairly sure, sources disagree"
    chip.evaluate("(chip, said) => { chip.textContent = said }", said)
    assert web.page.evaluate("document.documentElement.scrollWidth") == 320


def test_dark_and_light_follow_the_device_and_the_button(web: Site) -> None:
    web.page.emulate_media(color_scheme="dark")
    page = web.open()
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.locator("form[data-md-component=palette] label:visible").click()
    light = page.evaluate(background)
    assert dark != light
    page.reload()
    assert page.evaluate(background) == light


def test_an_unknown_address_helps(web: Site) -> None:
    page = web.page
    page.goto(f"{web.root}no/such/page/")
    web.errors.clear()  # the browser reports the 404 itself
    expect(page.locator("h1")).to_contain_text("no page at this address")
    assert page.locator("article a").count() >= 3
