"""Storage that is refused, full, missing or odd: all works but memory, and "kept" is true."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.conftest import Site

STEPS = "opt-out/facebook/ios/"
BAD = {
    "refused": """Object.defineProperty(window, "localStorage", { get() {
        throw new DOMException("denied", "SecurityError"); } });""",
    "null": 'Object.defineProperty(window, "localStorage", { value: null });',
    "full": """Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError"); };""",
    "forgetful": "Storage.prototype.setItem = () => {};",
}
ALL = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
NOTHING = '[{},{},""]'
PALETTE = "localStorage.getItem(colours.key)"


def choose(page: Page) -> None:
    page.get_by_label("Find your country or state").fill("Germany")
    page.get_by_role("group", name="Facebook", exact=True).get_by_label("iPhone").check()
    page.get_by_role("button", name="Show my plan").click()


@pytest.mark.parametrize(
    "kind",
    [pytest.param(it, marks=[] if it == "refused" else pytest.mark.audit) for it in BAD],
)
def test_all_works_but_memory_and_nothing_says_kept(web: Site, kind: str) -> None:
    web.page.add_init_script(BAD[kind])
    page = web.open(STEPS)
    page.locator("[data-tick]").first.check()
    expect(page.locator(".kept").first).to_contain_text("This browser keeps nothing for this page")
    expect(page.locator(".progress").first).to_contain_text("1 of")
    expect(page.locator(".said")).to_have_text("This browser did not keep that.")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("[data-tick]").first).to_be_checked()

    page.goto(web.address(""))
    choose(page)
    expect(page.locator(".plan__for")).to_contain_text("EU and EEA: Facebook (iPhone).")
    keep = page.get_by_role("button", name="Keep this plan")
    if keep.is_visible():  # whether storage is full is known once something is to be kept
        keep.click()
        expect(page.locator(".said")).to_contain_text("This browser did not keep it.")
    expect(keep).to_be_hidden()
    page.reload()  # the address holds it
    expect(page.locator(".plan__for")).to_contain_text("EU and EEA: Facebook (iPhone).")
    page.get_by_role("button", name="Clear everything").click()
    expect(page.locator(".plan")).to_be_hidden()
    for text in ("kept in this browser", "Kept on this device"):
        assert text not in page.locator("article").inner_text()

    page.goto(web.address("letters/eu/object/"))
    page.get_by_label("Your full name").fill("Jo Doe")
    expect(page.locator(".letter:visible")).to_contain_text("Jo Doe")


def test_what_was_kept_is_shown_though_no_more_can_be(web: Site) -> None:
    page = web.open(STEPS)
    page.locator("[data-tick]").first.check()
    page.add_init_script(BAD["full"])
    page.reload()
    expect(page.locator("[data-tick]").first).to_be_checked()
    page.get_by_role("button", name="Clear everything").click()
    assert page.evaluate(ALL) == NOTHING
    expect(page.locator("[data-tick]").first).not_to_be_checked()


def test_storage_that_fills_up_meanwhile(web: Site) -> None:
    page = web.open("plan/#plan=eu.facebook-ios")
    expect(page.locator(".kept").first).to_contain_text("This browser is asked to keep")
    page.evaluate("Storage.prototype.setItem = () => { throw new Error('full'); }, 1")
    page.get_by_role("button", name="Keep this plan").click()
    expect(page.locator(".said")).to_contain_text("This browser did not keep it.")
    expect(page.locator(".said")).to_contain_text("you can bookmark it")
    page.locator(".plan__change summary").first.click()
    expect(page.locator(".kept").first).to_contain_text("This browser keeps nothing")
    assert page.evaluate("localStorage.getItem('guide.plan')") is None


def test_what_was_kept_is_said_once_it_is(web: Site) -> None:
    page = web.open("plan/#plan=eu.facebook-ios")
    page.get_by_role("button", name="Keep this plan").click()
    expect(page.locator(".said")).to_have_text("Kept on this device.")
    assert page.evaluate("localStorage.getItem('guide.plan')")


# The look


def test_nothing_is_stored_before_somebody_chooses(site: Site) -> None:
    page = site.open(STEPS)
    actions.look_around(page)
    assert page.evaluate(ALL) == NOTHING
    scheme = page.locator("body")
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="dark")
    page.reload()
    actions.wake(page)
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    actions.theme(page)
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    actions.wake(page)
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    assert page.evaluate(PALETTE)


def test_clear_everything_clears_the_look_and_the_keys_too(web: Site) -> None:
    page = web.open("about/accessibility/")
    page.get_by_label("open search").uncheck()
    actions.theme(page)
    page.goto(web.address("plan/#plan=eu.facebook-ios"))
    page.get_by_role("button", name="Keep this plan").click()
    page.evaluate("localStorage.setItem('other.site', '1')")
    page.get_by_role("button", name="Clear everything").click()
    assert page.evaluate(ALL) == '[{"other.site":"1"},{},""]'


ODD = ('{"index":"length"}', '{"index":-1}', "{")
ODDER = (
    '{"index":{"toString":1}}', "null", "", '{"index":"map"}', '{"index":"constructor"}', '{"index":1e9}', '{"index":0.5}',
    '{"index":"0"}', '{"index":null}', "{}", "[]", "7", '"1"',
)  # fmt: skip


@pytest.mark.parametrize(
    "values", [ODD, pytest.param(ODDER, marks=pytest.mark.audit)], ids=["odd", "odder"]
)
def test_an_odd_look_is_as_none_and_is_removed(web: Site, values: tuple[str, ...]) -> None:
    page = web.open("rights/eu/")
    for value in values:
        page.evaluate("text => localStorage.setItem(colours.key, text)", value)
        page.reload()
        actions.wake(page)
        assert page.evaluate(PALETTE) is None, value
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        expect(page.get_by_role("button", name="Switch to dark mode")).to_be_visible()
    actions.search(page, "whatsapp")


# Dates


DAYS = """() => {
    const { due, ics } = Guide.deadline;
    const far = ["9999-12-31", "9999-12-01", "9999-12-30", "9990-01-01", "", "2026-02-30"];
    const all = far.flatMap((day) => [[1, "month"], [45, "day"], [15, "working-day"]]
        .map(([count, unit]) => due(day, count, unit)));
    return all.filter(Boolean).map((day) => [day, ics({
        title: "x", dateISO: day, url: null, description: "y" }).includes("DTEND")]);
}"""


def test_no_day_after_the_last_is_named(site: Site) -> None:
    page = site.open("letters/eu/object/")
    days = page.evaluate(DAYS)
    assert days
    assert all(len(day) == 10 and day[:4] <= "9999" and whole for day, whole in days), days
    for day in ("9999-12-31", "9999-12-30", ""):
        page.get_by_label("Date of the letter").fill(day)
        expect(page.locator(".letter-due")).to_have_text("")
        expect(page.get_by_role("button", name="Remind me")).to_be_disabled()
    page.get_by_label("Date of the letter").fill("2026-10-31")
    expect(page.locator(".letter-due")).to_contain_text("30 November 2026")


def test_nor_beside_the_steps(web: Site) -> None:
    page = web.open("opt-out/facebook/web/")
    actions.unfold(page)
    form = page.locator(".deadline__form").first
    page.locator(".deadline").first.scroll_into_view_if_needed()
    form.get_by_label("Sent on").fill("9999-12-31")
    expect(form.get_by_role("status")).to_have_text("Choose the day you sent it.")
    expect(form.get_by_role("button")).to_be_disabled()
