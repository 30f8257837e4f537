"""Content blockers, translation, large text, old browsers, files that do not load."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, Route, expect

from guide.paths import DOCS, ROOT
from guide.show.book import open_book
from tests import actions
from tests.conftest import SITE, Site, html_files

# Public lists hide what is named so, wherever it stands.
HIDDEN = {
    "share", "sharing", "social", "cookie", "cookies", "banner", "banners", "popup", "newsletter",
    "ad", "ads", "advert", "sponsor", "sponsored",
}  # fmt: skip
SCRIPTS = sorted(
    [
        *(DOCS / "assets/javascripts").glob("*.js"),
        *(ROOT / "guide/publish/speed/inline").glob("*.js"),
    ]
)
STYLES = sorted((DOCS / "assets/stylesheets").glob("*.css"))
_CLASS = re.compile(r"[.#]([a-zA-Z_][\w-]*)")
_CLASSES = re.compile(r"\bclass=(?:\"([^\"]*)\"|([^\s\">]+))")
# Headings and entries of lists have addresses made of their words, which stay once published.
_IDS = re.compile(r"<(?!h[1-6]\b|li\b|tr\b)[a-z]\w*\b[^>]*? id=\"?([^\"> ]+)")
_NO_PART = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_ATTRIBUTE = re.compile(r"\[(data-[\w-]+)|dataset\.(\w+)")


def words(name: str) -> set[str]:
    return set(re.split(r"[-_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()))


def hidden(names: Iterable[str]) -> set[str]:
    return {name for name in names if words(name) & HIDDEN}


@cache
def published() -> set[str]:
    """Ids of claims, changes, sources and routes: addresses that stay for good."""
    book = open_book()
    events = {f"change-{it.id}" for it in book.data.changes}
    sources = {f"source-{key}" for key in book.data.sources}
    return {*book.data.claims, *events, *sources, *book.routes}


def test_no_name_in_a_page_is_one_that_blockers_hide() -> None:
    seen: dict[str, set[str]] = {}
    for page in html_files():
        text = _NO_PART.sub("", page.read_text(encoding="utf-8"))
        names = {n for found in _CLASSES.findall(text) for n in "".join(found).split()}
        names |= set(_IDS.findall(text)) - published() | set(re.findall(r" (data-[\w-]+)", text))
        seen |= {name: {str(page)} for name in hidden(names)}
    assert seen == {}


@pytest.mark.parametrize("file", [*SCRIPTS, *STYLES], ids=lambda it: it.name)
def test_nor_in_a_script_or_style_of_ours(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not words(file.stem) & HIDDEN
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.DOTALL | re.MULTILINE)
    if file.suffix == ".css":
        assert hidden(_CLASS.findall(re.sub(r"\{[^{}]*\}", "", code))) == set()
        return
    quoted = " ".join(re.findall(r"[\"'`]([^\"'`\n]*)[\"'`]", code))
    named = {n for value in re.findall(r'class(?:Name|): "([^"]+)"', code) for n in value.split()}
    named |= {one or two for one, two in _ATTRIBUTE.findall(code)}
    assert hidden({*_CLASS.findall(quoted), *named}) == set()


def test_a_published_list_hides_nothing_of_ours(web: Site) -> None:
    rules = ", ".join(
        f'[class*="{it}"], [id*="{it}"]'
        for it in ("share", "social", "cookie", "banner", "popup", "newsletter", "sponsor")
    )
    page = web.open("plan/#plan=eu.facebook-ios")
    count = page.evaluate("rules => document.querySelectorAll(rules).length", rules)
    assert count == 0
    expect(page.get_by_role("button", name="Copy link to this plan")).to_be_visible()


# Translation by the browser


NOT_TRANSLATED = {
    "letters/eu/object": [".letter", ".letter-variant"],
    "opt-out/facebook/ios": [".path b"],
    "opt-out/facebook/web": [
        ".step__do b",
        ".go__host b",
        ".step__opens a",
    ],
    "rights/eu": ["dd > span"],
    "plan": [".finder fieldset fieldset:not(.finder__kind) > legend"],
    "opt-out/menu-names": [".entry__text", ".entry b"],
}


@pytest.mark.parametrize("path", NOT_TRANSLATED)
def test_what_must_stay_as_it_is_is_marked(path: str) -> None:
    page = BeautifulSoup((SITE / path / "index.html").read_text(encoding="utf-8"), "lxml")
    for selector in NOT_TRANSLATED[path]:
        found = page.select(f"article {selector}")
        assert found, selector
        for it in found:
            assert any(up.get("translate") == "no" for up in (it, *it.parents)), f"{selector}: {it}"


TRANSLATED = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        const kept = text.parentElement.closest("[translate], script, style");
        if (!kept || kept.getAttribute("translate") === "yes") text.data = text.data.replace(/\\S+/g, "xxx");
    }
}"""


def test_a_translated_page_gives_the_letter_as_it_is(web: Site) -> None:
    web.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = web.open("letters/eu/object/")
    page.evaluate(TRANSLATED)
    page.locator("#letter-name").fill("Jo Doe")
    page.locator("[data-do=copy]").click()
    expect(page.locator(".said")).not_to_have_text("")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "xxx" not in copied
    assert "Meta Platforms Ireland Limited" in copied
    assert "Article 21(1) GDPR" in copied
    page = web.open("opt-out/facebook/ios/")
    labels = page.locator(".path b").all_text_contents()
    page.evaluate(TRANSLATED)
    assert page.locator(".path b").all_text_contents() == labels


# Large text


CLIPPED = """() => [...document.querySelectorAll("article :is(button, label, select, summary, input, .path li, h1, h2)")]
    .filter((it) => it.checkVisibility() && it.scrollWidth > it.clientWidth + 2
        && getComputedStyle(it).overflowX !== "visible" && !it.matches("input"))
    .map((it) => it.outerHTML.slice(0, 120))"""


LARGE = ["", "plan/#plan=eu.facebook-ios", "letters/eu/object/", "opt-out/facebook/ios/"]


@pytest.mark.parametrize(
    ("path", "width"),
    [
        *((path, 390) for path in LARGE[1:]),
        *(pytest.param(*it, marks=pytest.mark.audit)
          for it in [("", 390), *((path, 1280) for path in LARGE)]),
    ],
)  # fmt: skip
def test_text_of_twice_the_size_is_whole(web: Site, path: str, width: int) -> None:
    web.page.set_viewport_size({"width": width, "height": 844})
    page = web.open(path)
    actions.wake(page)
    usual = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    page.evaluate("size => { document.documentElement.style.fontSize = `${size}px`; }", usual * 2)
    page.wait_for_timeout(200)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate(CLIPPED) == []


# Old browsers


# Each came after 2020, or throws where a browser does not know it.
TOO_NEW = {
    "look-behind": r"\(\?<[=!]", "at": r"\.at\(", "replaceAll": r"\.replaceAll\(",
    "hasOwn": r"Object\.hasOwn\(", "findLast": r"\.findLast", "toSorted": r"\.to(Sorted|Reversed|Spliced)\(",
    "groupBy": r"\.groupBy\(", "requestSubmit": r"requestSubmit", "checkVisibility": r"checkVisibility",
    "randomUUID": r"randomUUID", "private": r"\bthis\.#|^\s*#\w+\s*[=(;]", "static block": r"\bstatic\s*\{",
    "top-level await": r"^await ", "import": r"\bimport[ (]", "has": r":has\(", "v flag": r"/[dgimsuy]*v[dgimsuy]*[;,)]",
    "aborted": r"AbortSignal\.(timeout|any)", "regex sets": r"\\p\{RGI", "optional catch": r"Error\([^)]*cause:",
    "numeric separators": r"\d_\d", "logical assignment": r"(\?\?|\|\||&&)=",
}  # fmt: skip
TAKEN = {  # asked for in a way that an older browser survives
    ("search-worker.js", "structuredClone"), ("lazy-theme.js", "CSSStyleSheet"),
}  # fmt: skip


@pytest.mark.parametrize(
    "file", [it for it in SCRIPTS if it.name != "shadow-style.js"], ids=lambda it: it.name
)
def test_no_script_throws_in_a_browser_of_2020(file: Path) -> None:
    code = file.read_text(encoding="utf-8")
    code = re.sub(r"^\s*//.*$", "", code, flags=re.MULTILINE)
    assert [name for name, sign in TOO_NEW.items() if re.search(sign, code, re.MULTILINE)] == []


def test_no_configuration_throws_there() -> None:
    for name in ("mkdocs.yml", "zensical.yml"):
        assert not re.search(TOO_NEW["look-behind"], (ROOT / name).read_text(encoding="utf-8")), (
            name
        )
    for file in SITE.rglob("*.js"):
        if "lunr" not in file.parts and "places." not in file.name:
            assert not re.search(TOO_NEW["look-behind"], file.read_text(encoding="utf-8")), (
                file.name
            )


def test_a_browser_too_old_for_our_scripts_shows_the_page_as_without_them(web: Site) -> None:
    def broken(route: Route) -> None:
        route.fulfill(body="const a = /(?<=;", content_type="text/javascript")

    web.page.route(re.compile(r"/(every|page)\."), broken)
    page = web.open("plan/")
    plain(page)
    assert len(web.errors) == 2
    web.errors.clear()


# What does not load


def plain(page: Page) -> None:
    """All that is to be read is there, nothing waits, and no place is kept for what does not come."""
    expect(page.locator(".finder__plain a")).to_be_visible()
    expect(page.locator("#finder")).to_be_hidden()
    assert page.locator("html").get_attribute("class") in {"whole", "whole no-js"}
    page.wait_for_function(
        "() => [...document.querySelectorAll('link[rel=stylesheet]')].some((it) => it.sheet)"
    )


@pytest.mark.parametrize(
    ("path", "which"),
    [
        ("plan/", "page"),
        ("", "every|page"),
        pytest.param("", "page", marks=pytest.mark.audit),
        pytest.param("plan/", "every|page", marks=pytest.mark.audit),
    ],
)
def test_a_script_that_does_not_come_holds_nothing_back(web: Site, path: str, which: str) -> None:
    web.expected = {"Failed to load resource: net::ERR_FAILED"}
    web.page.route(re.compile(rf"/({which})\.[0-9a-f]+\.js"), lambda route: route.abort())
    page = web.open(path)
    plain(page)
    if which == "page":
        actions.menu(page)
        actions.close(page)
        actions.search(page, "whatsapp")
    else:
        expect(page.locator(".md-header__button[for=__search]")).to_be_hidden()


def test_letters_without_their_script_stand_whole(web: Site) -> None:
    web.expected = {"Failed to load resource: net::ERR_FAILED"}
    web.page.route(re.compile(r"/(every|page)\.[0-9a-f]+\.js"), lambda route: route.abort())
    page = web.open("letters/uk/object/")
    expect(page.locator(".letter")).to_be_visible()
    expect(page.get_by_text("Write only what is true for you.")).to_be_visible()
    expect(page.locator("#letter-fields")).to_be_hidden()


def test_where_the_theme_does_not_come_search_says_so(web: Site) -> None:
    web.expected = {"Failed to load resource: net::ERR_FAILED"}
    web.page.route("**/bundle.*.js", lambda route: route.abort())
    page = web.open("rights/eu/")
    page.locator("label.md-header__button[for=__search]").click()
    expect(page.locator(".md-search-result__meta")).to_contain_text("Search did not load.")


@pytest.mark.parametrize("which", ["guide", pytest.param("print", marks=pytest.mark.audit)])
def test_a_style_sheet_that_does_not_come_stops_no_script(web: Site, which: str) -> None:
    web.expected = {"Failed to load resource: net::ERR_FAILED"}
    web.page.route(f"**/{which}.*.css", lambda route: route.abort())
    page = web.open("plan/")
    page.keyboard.press("Shift")
    page.wait_for_function("() => window.component$")
    page.get_by_label("Find your country or state").fill("Germany")
    page.get_by_role("group", name="Facebook", exact=True).get_by_label("Browser").check()
    page.get_by_role("button", name="Show my plan").click()
    expect(page.locator(".plan__for")).to_contain_text("EU and EEA")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize("touched", [False, True], ids=["untouched", "touched"])
def test_paper_has_its_sheet_though_the_link_is_late(web: Site, touched: bool) -> None:
    held: list[Route] = []

    def late(route: Route) -> None:
        if route.request.resource_type == "stylesheet":
            held.append(route)
        else:
            route.continue_()

    web.page.route("**/print.*.css", late)
    page = web.open("plan/")
    if touched:
        page.mouse.move(100, 100)
        page.wait_for_function("() => window.component$")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rules = "[...document.adoptedStyleSheets].reduce((sum, it) => sum + it.cssRules.length, 0)"
    assert page.evaluate(rules) > 10
    for route in held:
        route.abort()
    web.expected = {"Failed to load resource: net::ERR_FAILED"}
