"""The theme's scripts come when they are needed, and no tap or key is lost meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import SITE, Site

RESULTS = ".md-search-result__item"
MENU = ".md-sidebar--primary"


@pytest.fixture
def late(site: Site) -> Callable[[], None]:
    """The theme's scripts do not arrive until this is called."""
    waiting: list[Route] = []
    arrived = False

    def hold(route: Route) -> None:
        if arrived:
            route.continue_()
        else:
            waiting.append(route)

    def let_go() -> None:
        nonlocal arrived
        if not waiting:
            site.page.wait_for_event("request", lambda request: ".min.js" in request.url)
        arrived = True
        for route in waiting:
            route.continue_()

    site.page.route("**/*.min.js", hold)
    return let_go


def opened(site: Site, path: str) -> Page:
    """The page once it is read: where the pointer stands may ask for the scripts held back."""
    site.page.goto(site.address(path), wait_until="domcontentloaded")
    return site.page


def label(page: Page, name: str) -> None:
    page.locator(f".md-header label[for={name}]:visible").first.click()


def test_the_first_tap_opens_the_menu(site: Site, late: Callable[[], None]) -> None:
    page = opened(site, "opt-out/whatsapp/")
    link = page.locator(MENU).get_by_role("link", name="Messenger")
    expect(link).not_to_be_in_viewport()
    label(page, "__drawer")
    expect(link).to_be_in_viewport()
    late()
    page.wait_for_function("() => window.component$")
    expect(link).to_be_in_viewport()


def test_the_first_tap_opens_search_and_what_is_typed_is_found(
    site: Site, late: Callable[[], None]
) -> None:
    page = opened(site, "rights/eu/")
    label(page, "__search")
    box = page.locator(".md-search__input")
    expect(box).to_be_focused()
    page.keyboard.type("whatsapp")
    late()
    expect(page.locator(RESULTS).first).to_be_visible(timeout=15_000)
    expect(box).to_be_focused()
    expect(box).to_have_value("whatsapp")


def test_what_the_theme_does_when_a_page_is_ready_is_done(web: Site) -> None:
    web.page.set_viewport_size({"width": 1280, "height": 844})
    page = web.open("opt-out/facebook/web/")
    page.keyboard.press("End")
    lists = page.locator(".md-sidebar__scrollwrap")
    foot = page.locator("footer").bounding_box
    for side in lists.all():
        expect(side).to_have_attribute("style", re.compile("height"))
        page.wait_for_timeout(200)
        box, end = side.bounding_box(), foot()
        assert box
        assert end
        assert box["y"] + box["height"] <= end["y"] + 1, "a list lies over the footer"


@pytest.mark.parametrize("key", ["/", *(pytest.param(it, marks=pytest.mark.audit) for it in "fs")])
def test_the_first_key_opens_search(site: Site, late: Callable[[], None], key: str) -> None:
    page = opened(site, "learn/myths/")
    page.keyboard.press(key)
    page.keyboard.type("brazil")
    expect(page.locator(".md-search__input")).to_have_value("brazil")
    late()
    expect(page.locator(RESULTS).first).to_be_visible(timeout=15_000)


def test_no_key_turns_the_page_before_or_after_the_theme_came(
    site: Site, late: Callable[[], None]
) -> None:
    page = opened(site, "opt-out/facebook/web/")
    page.keyboard.press("n")
    page.locator("h1").first.click()
    late()
    page.wait_for_function("() => window.component$")
    for key in ("n", ".", "p", ","):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert site.path(page.url) == "opt-out/facebook/web/"


def test_escape_closes_search_though_the_theme_is_late(
    site: Site, late: Callable[[], None]
) -> None:
    page = opened(site, "")
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    late()
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_first_tap_changes_the_colours_for_good(site: Site, late: Callable[[], None]) -> None:
    page = opened(site, "opt-out/zoom/")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark mode").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    late()
    page.wait_for_function("() => window.component$")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    opened(site, "rights/eu/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("Switch to light mode").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_a_dark_device_sees_dark_before_any_theme_script(site: Site) -> None:
    site.page.emulate_media(color_scheme="dark")
    page = site.open()
    assert page.evaluate("typeof window.component$") == "undefined"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_title("Switch to light mode")).to_be_visible()
    expect(page.get_by_title("Switch to dark mode")).to_be_hidden()


def test_before_the_first_touch_nothing_is_asked_for_but_what_the_page_shows(web: Site) -> None:
    asked: list[str] = []
    web.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page = web.open("opt-out/facebook/web/")
    page.evaluate("document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))")
    page.wait_for_load_state("networkidle")
    assert not [name for name in asked if ".min." in name or "search" in name or "guide." in name]
    page.mouse.move(100, 300)
    page.wait_for_function("() => window.component$")
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if name.startswith("bundle.")]
    assert not [name for name in asked if name.startswith(("search.", "search_index"))]
    label(page, "__search")
    page.keyboard.type("brazil")
    expect(page.locator(RESULTS).first).to_be_visible(timeout=15_000)
    assert [name for name in asked if name.startswith(("search.", "search_index"))]


def test_the_index_does_not_wait_for_the_theme(web: Site) -> None:
    web.page.route("**/*.min.js", lambda _: None)  # which never come
    page = web.open("rights/eu/")
    with page.expect_request("**/search/search_index.json"):
        label(page, "__search")


def test_a_link_into_a_folded_part_opens_it(site: Site) -> None:
    page = site.open("limit/leave/")
    page.evaluate("document.querySelector('details p').id = 'inside'")
    page.evaluate("location.hash = 'inside'")
    fold = page.locator("details:has(#inside)")
    expect(fold).to_have_attribute("open", "")


STILL = [
    ("opt-out/facebook/web/", 390),
    *(pytest.param(*it, marks=pytest.mark.audit) for it in (
        ("", 1280), ("", 390), ("opt-out/facebook/web/", 1280), ("rights/eu/", 390), ("rights/eu/", 1280),
        ("letters/uk/object/", 390), ("letters/uk/object/", 1280))),
]  # fmt: skip


@pytest.mark.parametrize(("path", "width"), STILL)
def test_nothing_moves(path: str, width: int, chromium: Browser, server: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(f"{server}{path}")
    page.wait_for_load_state("networkidle")
    page.mouse.move(200, 400)
    page.wait_for_function("() => window.component$")
    page.wait_for_load_state("networkidle")
    moved = page.evaluate("""() => new Promise(resolve => new PerformanceObserver(list =>
        resolve(list.getEntries().map(({ value }) => value).reduce((a, b) => a + b, 0))
      ).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => resolve(0), 300))""")
    assert moved == 0
    context.close()


def test_search_and_colours_are_there_without_waiting(web: Site) -> None:
    page = web.open()
    assert page.evaluate("typeof window.component$") == "undefined"
    expect(page.locator(".md-header__button[for=__search]")).to_be_visible()
    expect(page.get_by_title("Switch to dark mode")).to_be_visible()


def test_no_page_waits_for_a_script() -> None:
    for file in SITE.rglob("*.html"):
        tags = re.findall("<script src=[^>]*>", file.read_text(encoding="utf-8"))
        assert all(tag.endswith(" defer>") for tag in tags), file


_LAID_OUT = """id => document.getElementById(id).checkVisibility({ contentVisibilityAuto: true })"""
LONG = "learn/data-collection/"
FAR, BEFORE = "far", "before"
_NAMED = """() => {
    const lists = [...document.querySelectorAll("article > ul")];
    lists.at(-1).lastElementChild.id = "far";
    lists[Math.floor(lists.length / 2)].lastElementChild.id = "before";
}"""


@pytest.fixture
def still(web: Site) -> Site:
    """A phone whose browser has no time for what is not in sight, until ``quiet()`` is called."""
    web.page.add_init_script("""
        const waiting = [];
        let busy = true;
        requestIdleCallback = (next) => { if (busy) waiting.push(next); else setTimeout(next); };
        quiet = () => { busy = false; waiting.forEach((next) => next()); };
    """)
    return web


def test_what_is_far_down_waits_and_then_is_laid_out(still: Site) -> None:
    page = still.open(LONG)
    page.evaluate(_NAMED)
    assert not page.evaluate(_LAID_OUT, FAR)
    page.evaluate("quiet()")
    page.wait_for_function(_LAID_OUT, arg=FAR)
    expect(page.locator("html")).not_to_have_class(re.compile("lean"))


def test_who_comes_back_finds_the_page_as_long_as_it_was(still: Site) -> None:
    page = still.open(LONG)
    page.evaluate(_NAMED)
    assert not page.evaluate(_LAID_OUT, FAR)
    page.reload()
    page.evaluate(_NAMED)
    assert page.evaluate(_LAID_OUT, FAR)


def test_a_link_within_a_page_not_yet_laid_out_leads_to_its_step(still: Site) -> None:
    page = still.open(LONG)
    page.evaluate(_NAMED)
    assert not page.evaluate(_LAID_OUT, BEFORE)
    page.evaluate("id => { location.hash = id; }", FAR)
    step = page.locator(f"#{FAR}")
    expect(step).to_be_in_viewport()
    box = step.bounding_box()
    assert box
    header = page.locator(".md-header").bounding_box()
    assert header
    assert 0 <= box["y"] - header["height"] < 120
    assert page.evaluate(_LAID_OUT, BEFORE)  # else it would move the step when it comes near
