"""What a reader typed or did is not lost by accident, and boxes show what is stored."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests import actions
from tests.conftest import Site

KEYS = ("n", ".", "p", ",", "f", "s", "/")
STEPS = "opt-out/facebook/ios/"
ASKS = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))"


def asks(page: Page) -> bool:
    """Whether the page would stop a reader who leaves."""
    return bool(page.evaluate(ASKS))


def closed(page: Page) -> bool:
    return not page.locator("#__search").is_checked()


def press_all(page: Page, selector: str) -> None:
    """Put the focus there and press every key; a key may do there what it does anywhere."""
    page.locator(selector).first.focus()
    for key in KEYS:
        page.keyboard.press(key)
        assert closed(page), f"{key} on {selector} opens search"


@pytest.mark.parametrize("awake", [False, True], ids=["early", "late"])
def test_no_key_alone_acts_in_a_form_or_leaves_the_page(site: Site, awake: bool) -> None:
    page = site.open("letters/eu/object/")
    if awake:
        actions.wake(page)
    page.get_by_label("Your full name").fill("Jo Doe")
    before = page.url
    for selector in (
        "[name=who]", "[data-do=copy]", "[data-do=print]", "#letter-date",
        ".letter-hints summary", "header button.switch",
    ):  # fmt: skip
        press_all(page, f"{selector}:visible")
    page.evaluate("document.activeElement.blur()")
    for key in ("n", ".", "p", ",", "N"):
        page.keyboard.press(key)
    actions.wake(page)
    assert page.url == before
    assert closed(page)
    expect(page.get_by_label("Your full name")).to_have_value("Jo Doe")
    page.keyboard.press("Alt+s")
    assert closed(page)
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()


@pytest.mark.parametrize(
    ("path", "selectors"),
    [(STEPS, ["[data-tick]", ".pass button", "details summary"]),
     ("plan/", ["#finder input[type=checkbox]", "#finder button:not([type=button])", "#finder-place"]),
     ("compare/", ["#compare-choice input"])],
)  # fmt: skip
def test_nor_on_the_other_pages_with_something_to_press(
    web: Site, path: str, selectors: list[str]
) -> None:
    page = web.open(path)
    actions.unfold(page)
    actions.wake(page)
    for selector in selectors:
        press_all(page, f"{selector}:visible")
    assert page.url == web.address(path)


def test_the_keys_can_be_switched_off_for_good(site: Site) -> None:
    page = site.open("about/accessibility/")
    box = page.get_by_label("open search")
    expect(box).to_be_checked()
    box.uncheck()
    expect(page.locator(".said")).to_have_text("These keys do nothing now.")
    for path in ("about/accessibility/", "rights/eu/"):
        page = site.open(path)
        for awake in (False, True):
            if awake:
                actions.wake(page)
            for key in KEYS:
                page.keyboard.press(key)
            assert closed(page)
    other = page.context.new_page()
    other.goto(site.address("about/accessibility/"))
    expect(other.get_by_label("open search")).not_to_be_checked()
    other.get_by_label("open search").check()
    page.wait_for_function("localStorage.getItem('guide.keys') === '\"on\"'")  # told by and by
    page.keyboard.press("f")
    expect(page.locator("#__search")).to_be_checked()


def test_where_nothing_is_kept_the_keys_are_off_on_this_page(web: Site) -> None:
    web.page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    page = web.open("about/accessibility/")
    page.get_by_label("open search").uncheck()
    expect(page.locator(".said")).to_contain_text("does not keep that for other pages")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert closed(page)


# A letter


@pytest.mark.parametrize(
    ("path", "field", "typed"),
    [
        ("letters/uk/object/", "Your full name", "Ana"),
        ("plan/", "Find your country or state", "Ital"),
    ],
)
def test_nothing_can_be_typed_before_a_script_that_empties_the_fields(
    web: Site, path: str, field: str, typed: str
) -> None:
    waiting: list[Route] = []
    web.page.route("**/page.*.js", lambda route: waiting.append(route))
    web.page.goto(web.address(path), wait_until="commit")
    it = web.page.get_by_label(field)
    expect(it).to_be_attached()
    with pytest.raises(PlaywrightTimeoutError):
        it.fill(typed, timeout=500)
    for route in waiting:
        route.continue_()
    it.fill(typed)
    web.page.wait_for_load_state()
    expect(it).to_have_value(typed)


def test_leaving_asks_only_while_typed_words_would_be_lost(web: Site) -> None:
    web.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = web.open("letters/eu/object/")
    name, button = page.get_by_label("Your full name"), page.get_by_role("button", name="Copy")
    assert not asks(page)
    page.get_by_label("Date of the letter").fill("2026-10-31")
    page.get_by_label("My child").check()
    assert not asks(page), "nothing was typed"
    name.fill("   ")
    assert not asks(page)
    name.fill("Jo")
    assert asks(page)
    button.click()
    expect(page.locator(".said")).to_have_text("The letter is copied.")
    assert not asks(page), "it was taken along"
    name.fill("Jo Doe")
    assert asks(page)
    with page.expect_download():
        page.get_by_role("button", name="Text file").click()
    assert not asks(page)
    name.fill("Jo")
    page.get_by_role("button", name="Clear the fields").click()
    assert not asks(page)
    name.fill("Jo")
    name.fill("")
    assert not asks(page)


def test_a_letter_that_could_not_be_copied_is_still_at_risk(web: Site) -> None:
    web.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false;"
    )
    page = web.open("letters/eu/object/")
    page.get_by_label("Your full name").fill("Jo")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".said")).to_contain_text("Copying did not work")
    assert asks(page)


def test_who_stays_has_everything(site: Site) -> None:
    asked: list[str] = []

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page = site.open("letters/eu/object/")
    page.on("dialog", stay)
    page.get_by_label("Your full name").press_sequentially("Jo Doe")
    before = page.url
    page.get_by_role("link", name="Your rights in the EU and EEA").first.click(no_wait_after=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert page.url == before
    expect(page.get_by_label("Your full name")).to_have_value("Jo Doe")
    expect(page.locator(".letter:visible")).to_contain_text("Jo Doe")
    page.get_by_role("button", name="Clear the fields").click()
    page.get_by_role("link", name="Your rights in the EU and EEA").first.click()
    page.wait_for_url("**/rights/eu/**")
    assert asked == ["beforeunload"]


WATCH = "addEventListener('pageshow', (event) => { window.shown = event.persisted; });"
STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"


def test_back_in_the_same_tab_brings_a_letter_back_and_no_other_way_does(
    remembering: BrowserContext, server: str
) -> None:
    page = remembering.new_page()
    page.add_init_script(WATCH)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{server}letters/eu/object/")
    says = page.locator("#letter-fields p").first
    expect(says).to_contain_text("never written to your device")
    expect(says).to_contain_text("Going back in the same tab may bring it back.")
    page.get_by_label("Your full name").press_sequentially("Jo Doe")
    assert "Jo" not in page.evaluate(STORED)
    page.get_by_role("link", name="Your rights in the EU and EEA").first.click()
    page.wait_for_url("**/rights/eu/**")
    page.go_back(wait_until="commit")
    page.wait_for_function("() => window.shown !== undefined")
    assert page.evaluate("window.shown") is True, "this browser keeps no page in memory"
    expect(page.get_by_label("Your full name")).to_have_value("Jo Doe")
    expect(page.locator(".letter:visible")).to_contain_text("Jo Doe")
    assert asks(page)
    assert "Jo" not in page.evaluate(STORED)

    other = remembering.new_page()
    other.goto(f"{server}letters/eu/object/")
    expect(other.get_by_label("Your full name")).to_have_value("")

    page.get_by_role("button", name="Clear the fields").click()
    page.get_by_role("link", name="Your rights in the EU and EEA").first.click()
    page.wait_for_url("**/rights/eu/**")
    page.go_back(wait_until="commit")
    expect(page.get_by_label("Your full name")).to_have_value("")
    expect(page.locator(".letter:visible")).not_to_contain_text("Jo Doe")


def test_no_field_invites_the_browser_to_write_words_down(web: Site) -> None:
    page = web.open("letters/eu/object/")
    forms = page.locator("form.letter-form")
    assert forms.evaluate_all("all => all.map(it => it.autocomplete)") == ["off"]
    fields = forms.locator("input, textarea, select")
    assert set(fields.evaluate_all("all => all.map(it => it.autocomplete)")) == {""}


# Boxes


def ticked(page: Page) -> int:
    return page.locator("[data-tick]:checked").count()


def cleared_elsewhere(page: Page, root: str) -> None:
    """Tick two steps, clear everything on the plan's page, go back: nothing is ticked."""
    page.goto(f"{root}{STEPS}")
    page.locator("[data-tick]").nth(0).check()
    page.locator("[data-tick]").nth(1).check()
    page.goto(f"{root}plan/#plan=eu.facebook-ios")
    page.get_by_role("button", name="Clear everything").click()
    page.go_back(wait_until="commit")
    page.wait_for_function(f"() => location.href.endsWith('/{STEPS}')")
    page.wait_for_timeout(300)
    expect(page.locator(".progress").first).to_contain_text("0 of")
    assert ticked(page) == 0


def test_boxes_show_what_is_stored_after_back(web: Site) -> None:
    cleared_elsewhere(web.page, web.root)


def test_also_where_the_browser_had_kept_the_page(remembering: BrowserContext, server: str) -> None:
    cleared_elsewhere(remembering.new_page(), server)


def test_the_finder_shows_what_is_stored_after_back(web: Site) -> None:
    page = web.open()
    page.get_by_label("Find your country or state").fill("Germany")
    page.get_by_role("group", name="Facebook", exact=True).get_by_label("Browser").check()
    page.get_by_role("button", name="Show my plan").click()
    page.get_by_role("button", name="Clear everything").click()
    page.go_back()
    page.wait_for_timeout(300)
    expect(page.locator("#finder-place")).to_have_value("")
    assert page.locator("#finder input:checked").count() == 0


def test_companies_picked_and_shown_are_the_same_after_back_and_reload(web: Site) -> None:
    page = web.open("compare/")
    picked = page.locator("#compare-choice input")
    columns = page.locator("#side-by-side thead th")

    def same() -> None:
        page.wait_for_timeout(300)
        chosen = page.locator("#compare-choice input:checked").count()
        expect(columns).to_have_count(1 + (chosen or 3))

    page.get_by_text("Put others side by side").click()
    picked.nth(0).check()
    picked.nth(4).check()
    expect(columns).to_have_count(3)
    page.goto(web.address("rights/eu/"))
    page.go_back()
    same()
    page.reload()
    same()


# Another tab


def test_another_tab_changes_counts_and_never_a_form_in_use(site: Site) -> None:
    page = site.open("plan/#plan=eu.facebook-ios")
    page.get_by_role("button", name="Keep this plan").click()
    page.locator(".plan__change summary").first.click()
    group = page.get_by_role("group", name="Instagram", exact=True)
    group.get_by_label("Android").check()
    page.get_by_label("Find your country or state").fill("Swit")
    other = page.context.new_page()

    def unharmed() -> None:
        expect(page.locator(".plan__change")).to_have_attribute("open", "")
        expect(group.get_by_label("Android")).to_be_checked()
        expect(page.get_by_label("Find your country or state")).to_have_value("Swit")
        expect(page.locator("#finder-place option:checked")).to_have_text("Switzerland")

    other.goto(site.address(STEPS))
    other.locator("[data-tick]").first.check()
    expect(page.locator(".plan__do [data-route=facebook-ios-object]")).to_contain_text("1 of")
    unharmed()
    other.goto(site.address("plan/#plan=uk.chatgpt-web"))
    other.get_by_role("button", name="Keep this plan").click()
    unharmed()
    other.get_by_role("button", name="Clear everything").click()
    expect(page.locator(".plan__do [data-route=facebook-ios-object]")).to_contain_text("0 of")
    unharmed()
    page.evaluate("location.hash = 'all'")  # a link within the page
    page.wait_for_timeout(200)
    unharmed()
    other.goto(site.address("plan/#plan=uk.chatgpt-web"))  # where no address holds the plan
    other.get_by_role("button", name="Keep this plan").click()
    page.wait_for_timeout(200)
    unharmed()


def test_a_plan_kept_in_another_tab_shows_where_nothing_is_in_use(web: Site) -> None:
    page = web.open("plan/")
    home = page.context.new_page()
    home.goto(web.address(""))
    other = page.context.new_page()
    other.goto(web.address("plan/#plan=uk.chatgpt-web"))
    other.get_by_role("button", name="Keep this plan").click()
    expect(page.locator(".plan__for")).to_have_text("United Kingdom: ChatGPT (Browser).")
    expect(home.locator("#finder-place")).to_have_value("uk")
    other.get_by_role("button", name="Clear everything").click()
    expect(page.locator(".plan")).to_be_hidden()
    expect(home.locator("#finder-place")).to_have_value("")
