"""The search box follows what it holds, tells what it does, and leads on when it finds nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import Site

ROWS = ".md-search-result__item"


def searching(site: Site, path: str = "rights/eu/") -> Page:
    """A page with the box open."""
    page = site.open(path)
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    return page


def said(page: Page) -> str:
    """What the live region holds."""
    return page.get_by_role("dialog", name="Search").get_by_role("status").inner_text()


def says(page: Page, words: str | re.Pattern[str]) -> None:
    region = page.get_by_role("dialog", name="Search").get_by_role("status")
    expect(region).to_have_text(words, timeout=30_000)


# Ways for words to come into a field without a key.
WITHOUT_A_KEY = {
    "paste": """box => {
        const data = new DataTransfer(); data.setData("text/plain", "norway");
        box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        box.value = "norway"; }""",
    "drop": "box => { box.dispatchEvent(new DragEvent('drop', { bubbles: true })); box.value = 'norway'; }",
    "dictation": "box => { box.value = 'norway'; box.dispatchEvent(new InputEvent('input', { bubbles: true })); }",
    "filled in by the browser": "box => { box.value = 'norway'; box.dispatchEvent(new Event('change', { bubbles: true })); }",
}  # fmt: skip


def test_it_follows_however_words_came(site: Site) -> None:
    page = searching(site)
    for way in WITHOUT_A_KEY.values():
        page.locator(".md-search__input").evaluate(way)
        says(page, re.compile("pages? found"))
        first = page.locator(f"{ROWS} a").first.get_attribute("href") or ""
        assert site.path(first) == "rights/eu/"
        page.get_by_role("button", name="Clear").click()
        says(page, "Type an app, a place or a question.")


def test_clear_clears_the_results_too(site: Site) -> None:
    page = searching(site)
    page.keyboard.type("norway")
    says(page, re.compile("pages? found"))
    page.get_by_role("button", name="Clear").click()
    says(page, "Type an app, a place or a question.")
    expect(page.locator(ROWS)).to_have_count(0)


def test_the_count_is_told_and_a_near_word_offered(site: Site) -> None:
    page = searching(site)
    page.keyboard.type("opt out Facebok")
    says(page, re.compile(r"\d+ pages found for “facebook”\."))
    page.get_by_role("button", name="facebook", exact=True).click()
    expect(page.get_by_role("textbox", name="Search")).to_have_value("opt out facebook")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    says(page, re.compile(r"\d+ pages found\."))
    expect(page.get_by_text("Did you mean")).to_be_hidden()


WAYS = ["opt-out/not-here/", "opt-out/", "rights/", "rights/for-someone-else/"]


@pytest.mark.disk
def test_nothing_found_leads_on_by_keyboard_with_the_word_typed(site: Site) -> None:
    page = searching(site)
    page.keyboard.type("Qzx & <b>Qzb</b>")
    says(page, "Nothing found for “Qzx & <b>Qzb</b>”.")
    links = page.get_by_role("dialog", name="Search").get_by_role("link")
    addresses = links.evaluate_all("all => all.map(it => it.href)")
    assert [site.path(it) for it in addresses] == WAYS
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A service that is not here")
    expect(page.get_by_text("You searched for “Qzx & <b>Qzb</b>”.")).to_be_visible()
    assert page.locator("article b:has-text('Qzb')").count() == 0


def test_enter_on_nothing_leads_to_the_page_for_it(site: Site) -> None:
    page = searching(site)
    page.keyboard.type("qzxvb")
    says(page, "Nothing found for “qzxvb”.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You searched for “qzxvb”.")).to_be_visible()


def test_enter_opens_the_first_result(site: Site) -> None:
    page = searching(site)
    page.keyboard.type("opt out chatgpt")
    # Each letter is answered: until the last is, the first page may be another one's.
    expect(page.locator(".md-search-result__link").first).to_contain_text("ChatGPT")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ChatGPT")


FRAGMENTS = {
    "": None, "#typed=": None, "#typed=%": "%", "#typed=%20%0a": None,
    "#typed=a%E2%80%AEb%00c": "a b c", f"#typed={'x' * 500}": "x" * 80,
    "#typed=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E": "<img src=x onerror=alert(1)>",
}  # fmt: skip


def test_the_word_typed_is_text_only(site: Site) -> None:
    for fragment, shown in FRAGMENTS.items():
        page = site.open("about/")
        page = site.open(f"opt-out/not-here/{fragment}")
        line = page.locator(".typed")
        if shown is None:
            expect(line).to_be_hidden()
        else:
            expect(line).to_have_text(f"You searched for “{shown}”.")
        assert page.locator("article img").count() == 0


def test_it_says_that_it_loads(web: Site) -> None:
    waiting: list[Route] = []
    web.page.route("**/search_index.json", lambda route: waiting.append(route))
    page = searching(web)
    page.keyboard.type("norway")
    says(page, "Loading search …")
    page.wait_for_timeout(300)
    for route in waiting:
        route.continue_()
    says(page, re.compile("pages? found"))


BROKEN: dict[str, Callable[[Route], None]] = {
    "not there": lambda route: route.fulfill(status=404, body=""),
    "cut off": lambda route: route.abort(),
}


@pytest.mark.parametrize(
    "file", ["**/search_index.js*", "**/workers/search.*.js", "**/bundle.*.js"]
)
@pytest.mark.parametrize("how", ["not there", pytest.param("cut off", marks=pytest.mark.audit)])
def test_it_says_that_it_failed_and_what_to_do(site: Site, file: str, how: str) -> None:
    site.page.route(file, BROKEN[how])
    page = site.open("rights/eu/")
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    says(page, "Search did not load. Check your connection, then reload this page.")
    links = page.get_by_role("dialog", name="Search").get_by_role("link")
    addresses = links.evaluate_all("all => all.map(it => it.href)")
    assert [site.path(it) for it in addresses] == WAYS[1:]
    page.wait_for_timeout(300)
    site.expected = set(site.errors)  # the browser tells of the file


REFUSED = """for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { configurable: true,
        get() { throw new DOMException("denied", "SecurityError"); } });
}"""
ODD = ['{"index":"length"}', *(pytest.param(it, marks=pytest.mark.audit) for it in (
    '{"index":"map"}', "{", '{"index":1e9}', '{"index":{"toString":1}}', "7", "null",
    '{"index":-1}', '{"index":0.5}', '"constructor"'))]  # fmt: skip


def test_it_works_where_storage_is_refused(site: Site) -> None:
    site.page.add_init_script(REFUSED)
    page = searching(site)
    page.keyboard.type("norway")
    says(page, re.compile("pages? found"))
    page.keyboard.press("Escape")
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("kept", ODD)
def test_it_works_whatever_storage_holds(web: Site, kept: str) -> None:
    page = web.open()
    key = page.evaluate("window.colours.key")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
    page = searching(web)
    page.keyboard.type("norway")
    says(page, re.compile("pages? found"))
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.keyboard.press("Escape")
    expect(page.get_by_title("Switch to dark mode")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key)", key) != kept


def test_a_result_is_a_link_with_a_heading_in_a_list(site: Site) -> None:
    page = searching(site)
    page.keyboard.type("whatsapp")
    says(page, re.compile("pages? found"))
    found = page.get_by_role("dialog", name="Search").get_by_role("list").get_by_role("listitem")
    first = found.first.get_by_role("link").first
    expect(first.get_by_role("heading", level=1)).to_have_text(
        "Meta AI in WhatsApp: what you can and cannot do"
    )


def test_results_are_text_only(web: Site) -> None:
    page = searching(web, "about/macros/")
    page.keyboard.type("macros <script>")
    says(page, re.compile("pages? found"))
    marks = page.locator(".md-search-result__list").evaluate(
        "list => [...new Set([...list.querySelectorAll('*')].map(it => it.localName))]"
    )
    assert set(marks) <= {"li", "a", "article", "div", "h1", "h2", "mark", "details", "summary"}
