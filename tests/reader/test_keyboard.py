"""Everyone: with the keyboard alone, and with sight of where one is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.conftest import Site
from tests.page_samples import addresses

CHUNKS = 4
WIDTHS = [390, 1280]
MOST = 3000  # a walk longer than this goes in circles

# WCAG 2.2: 2.4.7 (a ring is drawn), 2.4.11 (and is not under something else), 2.5.8.
HERE = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame().then(frame); // the theme moves its side lists after a scroll
    const it = document.activeElement;
    if (!it || it === document.body) return null;
    const { left, top, right, bottom, width, height } = it.getBoundingClientRect();
    const xs = [left + 2, (left + right) / 2, right - 2];
    const ys = [top + 2, (top + bottom) / 2, bottom - 2];
    const seen = [...it.getClientRects()].some((line) => xs.concat(line.left + 2).some((x) =>
        ys.concat((line.top + line.bottom) / 2).some((y) => {
            const hit = document.elementFromPoint(x, y);
            return hit && (it.contains(hit) || hit.contains(it) && hit.matches("label"));
        })));
    const { outlineStyle, outlineWidth, visibility } = getComputedStyle(it);
    const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    const wrong = [!ring && "no ring", !(seen && visibility === "visible") && "out of sight",
        !(width && height) && "no size"].filter(Boolean);
    return { wrong, key: it.outerHTML.slice(0, 160) };
}"""


@pytest.fixture
def walker(chromium: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Site]:
    context = chromium.new_context(
        viewport={"width": request.param, "height": 844}, reduced_motion="reduce"
    )
    yield Site(server, context.new_page())
    context.close()


def walk(page: Page) -> list[str]:
    """Go through a page with Tab from its beginning to its end; what was wrong on the way."""
    found: list[str] = []
    actions.wake(page)
    for count in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            assert count > 3, "nothing takes the focus"
            return found
        found += [f"{wrong}: {here['key']}" for wrong in here["wrong"]]
    raise AssertionError("the walk does not end")


def faults(site: Site, path: str) -> list[str]:
    return [f"{path}: {fault}" for fault in walk(site.open(path))]


@pytest.mark.parametrize(
    ("walker", "path"),
    [(390, "opt-out/claude/"), (1280, "limit/private-account/")],
    indirect=["walker"],
)
def test_every_stop_is_seen(walker: Site, path: str) -> None:
    assert faults(walker, path) == []


@pytest.mark.audit
@pytest.mark.parametrize("walker", WIDTHS, indirect=True)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_stop_on_every_page_is_seen(walker: Site, chunk: int) -> None:
    # The sources are one long list of the same links; the comparison one long table.
    paths = addresses(chunk, CHUNKS)
    assert [fault for path in paths for fault in faults(walker, path)] == []


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the focus is on it."""
    wanted = page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if wanted.evaluate("it => it === document.activeElement"):
            assert page.evaluate(HERE)["wrong"] == []
            return
    raise AssertionError(f"the focus never came to {name}")


def test_the_menu_opens_holds_the_focus_and_gives_it_back(site: Site) -> None:
    page = site.open("opt-out/facebook/web/")
    tab_to(page, "button", "Menu")
    opener = page.get_by_role("button", name="Menu", exact=True)
    expect(opener).to_have_attribute("aria-expanded", "false")
    press(page, "Enter")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    stops = set()
    for _ in range(12):
        stops.add(page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"
                                " || document.activeElement === document.body"))  # fmt: skip
        press(page, "Tab")
    assert stops == {True}
    press(page, "Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_the_menu_s_lists_open_and_close(site: Site) -> None:
    page = site.open("opt-out/facebook/web/")
    actions.menu(page)
    tab_to(page, "button", "Back: Facebook")
    press(page, "Enter")
    tab_to(page, "link", "WhatsApp")
    press(page, "Enter")
    expect(page.locator("h1")).to_contain_text("WhatsApp")


def test_search_by_keyboard(site: Site) -> None:
    page = site.open("rights/eu/")
    tab_to(page, "button", "Search")
    press(page, "Enter")
    box = page.get_by_role("textbox", name="Search")
    expect(box).to_be_focused()
    page.keyboard.insert_text("widerspruch")
    press(page, "End")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=30_000)
    press(page, "ArrowDown")
    assert page.evaluate(HERE)["wrong"] == []
    press(page, "Escape")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()


def test_colours_by_keyboard(web: Site) -> None:
    page = web.open("rights/eu/")
    tab_to(page, "button", "Switch to dark mode")
    press(page, "Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_role("button", name="Switch to light mode")).to_be_focused()


def test_from_the_finder_to_a_tick_by_keyboard(site: Site) -> None:
    page = site.open()
    tab_to(page, "searchbox", "Find your country or state")
    page.keyboard.insert_text("Germany")
    tab_to(page, "checkbox", "Browser")
    press(page, "Space")
    tab_to(page, "button", "Show my plan")
    press(page, "Enter")
    expect(page.locator("#plan-title")).to_be_visible()
    first = page.locator(".plan__do a").first
    tab_to(page, "link", first.inner_text())
    press(page, "Enter")
    tab_to(page, "checkbox", "Step 1 done")
    press(page, "Space")
    expect(page.get_by_role("checkbox", name="Step 1 done").first).to_be_checked()


def test_a_letter_by_keyboard(site: Site) -> None:
    page = site.open("letters/brazil/object/")
    tab_to(page, "textbox", "Your full name")
    page.keyboard.insert_text("Jo Doe")
    tab_to(page, "button", "Text file")
    with page.expect_download() as saved:
        press(page, "Enter")
    assert "Jo Doe" in saved.value.path().read_text(encoding="utf-8")


def test_the_skip_link_leads_to_the_page(site: Site) -> None:
    page = site.open("rights/eu/")
    press(page, "Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    press(page, "Enter", "Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
