"""Ticks: kept on the device, counted, cleared, and safe from what else lies there."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.actions import unfold
from tests.conftest import Site

PAGE = "opt-out/facebook/ios/"
FIRST = "facebook-ios-object--open-menu"
RETIRED = "facebook-ios-object--a-step-of-last-year"


def kept(page: Page) -> dict[str, int]:
    found: dict[str, int] = json.loads(page.evaluate("localStorage.getItem('guide.ticks')") or "{}")
    return found


def boxes(page: Page) -> list[str]:
    found: list[str] = page.locator("[data-tick]").evaluate_all(
        "boxes => boxes.map(box => box.closest('.step').id)"
    )
    return found


@pytest.mark.disk
def test_a_tick_is_still_there_after_a_reload(site: Site) -> None:
    page = site.open(PAGE)
    first = page.get_by_label("Step 1 done").first
    first.check()
    progress = page.locator(".progress [role=status]").first
    expect(progress).to_contain_text("1 of ")
    page.reload()
    expect(page.get_by_label("Step 1 done").first).to_be_checked()
    expect(page.get_by_label("Step 2 done").first).not_to_be_checked()
    expect(progress).to_contain_text("1 of ")


def test_each_list_counts_and_clears_its_own(site: Site) -> None:
    page = site.open("limit/leave/")
    lists = page.locator("ol.steps")
    assert lists.count() > 1
    unfold(page)
    lists.nth(0).locator("[data-tick]").nth(0).check()
    lists.nth(1).locator("[data-tick]").nth(0).check()
    page.get_by_role("button", name="Clear these ticks").first.click()
    expect(page.locator(".progress [role=status]").nth(0)).to_contain_text("0 of ")
    expect(page.locator(".progress [role=status]").nth(1)).to_contain_text("1 of ")
    expect(lists.nth(0).locator("[data-tick]").nth(0)).to_be_focused()
    assert len(kept(page)) == 1


def test_a_retired_step_stays_kept_until_everything_is_cleared(site: Site) -> None:
    page = site.open(PAGE)
    page.evaluate("ids => localStorage.setItem('guide.ticks', ids)", json.dumps({RETIRED: 1}))
    page.evaluate("localStorage.setItem('another-site', 'x')")
    page.reload()
    page.locator("[data-tick]").first.check()
    assert kept(page) == {RETIRED: 1, boxes(page)[0]: 1}
    assert RETIRED not in page.content()
    page.get_by_role("button", name="Clear these ticks").first.click()
    assert kept(page) == {RETIRED: 1}
    page.get_by_role("button", name="Clear everything").click()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('guide.'))") == []
    assert page.evaluate("localStorage.getItem('another-site')") == "x"


NO_TICKS = (
    "{", '["x"]', '{"FIRST": "yes"}',
    '{"__proto__": 1, "constructor": 1, "toString": 1, "<img src=x onerror=alert(1)>": 1}',
)  # fmt: skip
MORE_NO_TICKS = (
    "[]", "7", "null", '"text"', "true", '{"__proto__": {"x": 1}}', '{"FIRST": {"a": 1}}',
    "x" * 100_000,
)  # fmt: skip


@pytest.mark.parametrize(
    "values", [NO_TICKS, pytest.param(MORE_NO_TICKS, marks=pytest.mark.audit)], ids=["odd", "odder"]
)
def test_what_else_may_be_stored_is_ignored(web: Site, values: tuple[str, ...]) -> None:
    page = web.open(PAGE)
    first = boxes(page)[0]
    for stored in values:
        text = stored.replace("FIRST", first)
        page.evaluate("text => localStorage.setItem('guide.ticks', text)", text)
        page.reload()
        expect(page.locator("[data-tick]").first).to_be_visible()
        assert page.locator("[data-tick]:checked").count() == 0, text[:80]
        page.locator("[data-tick]").first.check()
        assert kept(page) == {first: 1}, text[:80]
        assert page.evaluate("({}).x") is None


def test_another_tab_follows(web: Site) -> None:
    page = web.open(PAGE)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("[data-tick]").first.check()
    expect(page.locator("[data-tick]").first).to_be_checked()
    page.bring_to_front()  # a tab behind another is slow
    page.locator("[data-tick]").nth(1).check()
    expect(other.locator("[data-tick]").nth(1)).to_be_checked()  # told by and by
    assert len(kept(other)) == 2


def test_it_works_for_this_visit_where_nothing_may_be_kept(web: Site) -> None:
    web.expected.add("no")  # the theme's own script, whenever it comes
    web.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    page = web.open(PAGE)
    page.locator("[data-tick]").first.check()
    expect(page.locator(".progress [role=status]").first).to_contain_text("1 of ")
    expect(page.locator(".kept").first).to_contain_text("keeps nothing")


@pytest.mark.disk
def test_the_note_says_where_it_is_kept(site: Site) -> None:
    page = site.open(PAGE)
    note = page.locator(".kept")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("sent nowhere")
    assert ("opened from files" in note.inner_text()) == site.on_disk


def test_by_keyboard(web: Site) -> None:
    page = web.open(PAGE)
    page.locator("[data-tick]").first.focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-tick]").first).to_be_checked()
    page.keyboard.press("Shift+Tab")  # back over any link of the step to the list's own button
    while page.evaluate("document.activeElement.textContent") != "Clear these ticks":
        assert page.evaluate("document.activeElement !== document.body")
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-tick]").first).not_to_be_checked()


def test_what_is_pressed_is_large_enough(web: Site) -> None:
    page = web.open(PAGE)
    page.locator("[data-tick]").first.check()
    small = page.locator(
        ".tick label, .tick input, .progress button, .kept button, .part-tools button,"
        " .step__link a, .names a"
    ).evaluate_all(
        """all => all.map(one => [one.textContent, one.getBoundingClientRect()])
            .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
            .map(([text, box]) => `${text} ${box.width} ${box.height}`)"""
    )
    assert small == []
