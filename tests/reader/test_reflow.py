"""Everyone: small windows, large text, wide spacing, no motion, tables read out on a phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests import actions
from tests.conftest import Site
from tests.page_samples import KINDS, addresses

CHUNKS = 4
TABLE = "rights/"
"""A page with a table of many columns; those of each kind have none."""
WIDTHS = [320, 640]  # WCAG 1.4.10, and a window of 1280 at 200 %

# WCAG 1.4.12: what a reader may ask of every text.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
WIDER = """() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("article *")]
        .filter((it) => it.getBoundingClientRect().right > width + 1)
        .map((it) => it.outerHTML.slice(0, 100)).slice(0, 3).concat("the page scrolls sideways");
}"""

BROKEN = """() => [...document.querySelectorAll(".choice li > a")].filter((it) => {
    const range = document.createRange();
    range.selectNodeContents(it);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
}).map((it) => `${it.textContent} stands on two lines`)"""


@pytest.fixture(scope="module")
def narrow(chromium: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Site]:
    context = chromium.new_context(viewport={"width": request.param, "height": 700})
    yield Site(server, context.new_page())
    context.close()


def wider(site: Site, path: str) -> list[str]:
    """What is wider than the window: all folded parts open, then with the text spaced out."""
    page = site.open(path)
    actions.unfold(page)
    actions.wake(page)  # the sheet for what was folded up is there
    found = page.evaluate(WIDER)
    page.evaluate(SPACED)
    return [f"{path}: {it}" for it in found + page.evaluate(WIDER)]


@pytest.mark.parametrize("narrow", [320], indirect=True)
@pytest.mark.parametrize("path", [TABLE, *KINDS])
def test_no_kind_of_page_scrolls_sideways(narrow: Site, path: str) -> None:
    assert wider(narrow, path) == []


@pytest.mark.audit
@pytest.mark.parametrize("narrow", WIDTHS, indirect=True)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_page_scrolls_sideways(narrow: Site, chunk: int) -> None:
    assert [it for path in addresses(chunk, CHUNKS) for it in wider(narrow, path)] == []


@pytest.mark.parametrize("narrow", [360], indirect=True)
def test_no_door_breaks_its_word(narrow: Site) -> None:
    assert narrow.open().evaluate(BROKEN) == []


@pytest.mark.parametrize("narrow", [320], indirect=True)
def test_a_plan_does_not_scroll_sideways(narrow: Site) -> None:
    page = narrow.open("plan/")
    actions.plan(page)
    assert page.evaluate(WIDER) == []


def test_side_lists_that_fit_do_not_scroll(chromium: Browser, server: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 1600})
    page = Site(server, context.new_page()).open("opt-out/facebook/web/")
    lists = page.locator(".md-sidebar__scrollwrap:visible")
    assert lists.count() == 2
    assert lists.evaluate_all("all => all.filter((it) => it.scrollHeight > it.clientHeight)") == []
    context.close()


MOVES = """() => [...document.querySelectorAll("*")].flatMap((it) => ["", "::before", "::after"]
    .map((part) => getComputedStyle(it, part))
    .filter(({ animationName, transitionDuration, scrollBehavior }) => animationName !== "none"
        || transitionDuration.split(", ").some((time) => parseFloat(time)) || scrollBehavior !== "auto")
    .map(() => it.className || it.tagName))"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_whoever_asked_for_that(
    chromium: Browser, server: str, motion: Any
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, reduced_motion=motion)
    page = Site(server, context.new_page()).open("opt-out/facebook/web/")
    actions.wake(page)  # all that could move is there
    actions.menu(page)
    assert (page.evaluate(MOVES) == []) == (motion == "reduce")
    context.close()


def test_a_table_shown_as_cards_is_still_a_table(chromium: Browser, server: str) -> None:
    """Read from the browser's own tree for screen readers: style can take roles away."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = Site(server, context.new_page()).open("letters/")
    table = page.locator("table.cards")
    assert table.evaluate("it => getComputedStyle(it).display") == "block"
    wanted = Counter(
        cell=table.locator("td").count(),
        rowheader=table.locator("tbody th").count(),
        columnheader=table.locator("thead th").count(),
        row=table.locator("tr").count(),
        table=1,
    )
    tree = context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = Counter(it["role"]["value"] for it in tree["nodes"] if not it["ignored"])
    assert {role: roles[role] for role in wanted} == wanted
    context.close()
