"""A page of steps: little in sight and in order, the rest one tap away, and open where it must be."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from guide import settings
from guide.data.book import Book
from guide.settings import Settings
from guide.show import macros
from guide.show.context import Here
from tests.conftest import OFFLINE, SITE, Site
from tests.page_facts import has_class, parsed
from tests.reader.test_paper import HOME, STEPS, sheets, together
from tests.reader.test_reading import on_screen

WORDS, SCREENS, KIB, SHEETS = 900, 12, 18, 6
FIRST = 14
"""KiB, compressed, that come with the first flight of packets."""
HEAVIER = {
    "opt-out/facebook/web": "the steps' old addresses, of five ways that moved",
    "opt-out/third-party-data": "the same, of six ways",
    "opt-out/meta-ai": "what can be said of each of its ways under “Did it work?”",
    "opt-out/chatgpt": "the same",
}
"""Pages that may weigh a tenth more, and what a reader would lose otherwise."""
FORK = 1.0
"""KiB more in a copy of the guide that names its repository and a mail: both are ways to tell what
one saw, under each way, and the repository stands in the header and the menu."""
TOLD = 0.5
"""KiB of them that may stand under the ways of a page."""
LONGEST = ("opt-out/facebook/web/", "opt-out/chatgpt/", "opt-out/whatsapp/")
PHONE = (390, 844)

IN_SIGHT = (
    "h1", "route__who", "route__else", "go__button", "go__host", "confirmed", "--steps", "steps",
    "--after", "after", "--trouble", "--reply", "--covers", "--pictures", "other-ways", "know",
    "--sources",
)  # fmt: skip
"""What a reader of the page for Facebook in a browser meets, by class or the end of its id."""

OTHER = "opt-out/facebook/other-ways/"
INSIDE = {
    "a step of another way": (OTHER, "facebook-web-object-notice--find-notice"),
    "a heading inside": (OTHER, "facebook-web-object-policy--covers"),
    "a step that moved": (STEPS, "facebook-web-third-party--keep-reply"),
}
MORE = "A document of October 2026 without a named author lists four forms"
UNDER = ("know", "facebook-web-object--trouble", "other-ways", "facebook-web-object--sources")
"""Headings outside a part; each has one under it."""


def route_pages(book: Book) -> list[str]:
    """Every page that shows a route."""
    return sorted({path for path, page in book.pages.items() if page.routes & book.routes.keys()})


def file_of(path: str) -> Path:
    return SITE / path / "index.html"


def words_in_sight(file: Path) -> int:
    """Of the article, without what is closed, hidden or drawn."""
    (article,) = parsed(file).xpath("//article")
    closed = "ancestor::details[not(@open)] and not(ancestor::summary)"
    unseen = (
        f"ancestor-or-self::*[@hidden or {has_class('visually-hidden')} or {has_class('headerlink')}]"
        " or ancestor::noscript or ancestor::svg"
    )
    nested = "ancestor::details[not(@open)]/ancestor::details[not(@open)]"
    texts = article.xpath(f".//text()[not({closed}) and not({unseen}) and not({nested})]")
    return len(" ".join(texts).split())


def test_no_page_of_steps_is_longer_in_sight_than_three_minutes(book: Book) -> None:
    found = {path: words_in_sight(file_of(path)) for path in route_pages(book)}
    assert len(found) > 40
    assert {path: n for path, n in found.items() if n > WORDS} == {}
    assert min(found.values()) > 100, "nothing is counted"


def kib(data: bytes) -> float:
    return round(len(gzip.compress(data, 9)) / 1024, 1)


def test_no_page_of_steps_is_heavier_than_its_limit(book: Book) -> None:
    found = {path: kib(file_of(path).read_bytes()) for path in route_pages(book)}
    most = {path: KIB * 1.1 if path in HEAVIER else KIB for path in found}
    assert {path: kib for path, kib in found.items() if kib > most[path]} == {}


def test_two_ways_to_tell_what_one_saw_weigh_little(book: Book) -> None:
    """The audit weighs whole pages of such a copy (tests/i18n/test_published.py)."""
    given = settings.current()
    fork = replace(
        given, repository="https://github.com/us/guide", report_contact="us@guide.example"
    )

    def weight(path: str, told: Settings) -> float:
        ways = sorted(book.pages[path].routes & book.routes.keys())
        here = Here(book, f"{path}/", None, told)
        return kib("".join(macros.route(here, it) for it in ways).encode())

    most = sorted(route_pages(book), key=lambda it: len(book.pages[it].routes))[-5:]
    added = {path: weight(path, fork) - weight(path, given) for path in most}
    assert {path: more for path, more in added.items() if not 0 < more <= TOLD} == {}


def test_what_stands_before_the_first_closed_part_comes_with_the_first_packets(book: Book) -> None:
    for path in route_pages(book):
        before, part, _ = file_of(path).read_bytes().partition(b"<details class=part>")
        assert part, path
        assert kib(before) <= FIRST, path


def screens(page: Page) -> float:
    """How many screens of a phone the page has once all of it is laid out."""
    page.keyboard.press("Shift")
    page.wait_for_function("() => !document.documentElement.classList.contains('lean')")
    return float(page.evaluate("document.documentElement.scrollHeight / innerHeight"))


def test_the_longest_pages_fit_their_screens(web: Site) -> None:
    found = {path: screens(web.open(path)) for path in LONGEST}
    assert {path: round(n, 1) for path, n in found.items() if n > SCREENS} == {}


@pytest.mark.audit
def test_every_page_of_steps_fits_its_screens(web: Site, book: Book) -> None:
    found = {path: screens(web.open(f"{path}/")) for path in route_pages(book)}
    assert {path: round(n, 1) for path, n in found.items() if n > SCREENS} == {}


def test_what_is_in_sight_stands_in_the_order_a_reader_needs(web: Site) -> None:
    page = web.open(STEPS)
    tops = [
        page.locator(
            "article h1" if name == "h1" else f"[id='facebook-web-object{name}']" if name[:2] == "--"
            else f"article .{name}, article [id='{name}']"
        ).first.evaluate("it => it.getBoundingClientRect().top + scrollY")
        for name in IN_SIGHT
    ]  # fmt: skip
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_a_heading_is_no_part_of_a_summary_and_each_part_has_one(book: Book) -> None:
    for path in route_pages(book):
        tree = parsed(file_of(path))
        assert not tree.xpath("//summary//*[self::h1 or self::h2 or self::h3 or self::h4]"), path
        for part in tree.xpath(f"//details[{has_class('part')}]"):
            (said,) = part.xpath("normalize-space(summary)")[:1] or [""]
            before = part.xpath("preceding-sibling::*[self::h2 or self::h3 or self::h4][1]")
            assert before, (path, said)
            assert part.xpath("normalize-space(summary)"), path


HOLDS = {
    "facebook-web-object--trouble": ("dt", "{} problems and what helps"),
    "facebook-web-object--reply": ("li", "Reply times in {} places"),
    "know": ("li", "{} more facts about the form"),
}
"""Headings, what is counted in the part under each, and what its summary says."""


def test_a_part_says_how_much_it_holds(web: Site) -> None:
    page = web.open(STEPS)
    for name, (held, said) in HOLDS.items():
        part = page.locator(f"[id='{name}'] ~ details.part").first
        expect(part.locator("> summary")).to_have_text(said.format(part.locator(held).count()))


def marked(page: Page, name: str) -> bool:
    """Whether what the address names looks different from what it does not."""
    look = "it => [getComputedStyle(it).outlineStyle, getComputedStyle(it).backgroundColor].join()"
    before = page.locator(f"[id='{name}']").evaluate(look)
    page.evaluate("location.hash = 'nothing'")
    return bool(before != page.locator(f"[id='{name}']").evaluate(look))


@pytest.mark.parametrize(("path", "name"), INSIDE.values(), ids=list(INSIDE))
def test_a_link_into_a_closed_part_opens_it(site: Site, path: str, name: str) -> None:
    page = site.open(f"{path}#{name}")
    expect(page.locator(f"[id='{name}']")).to_be_visible()
    assert on_screen(page, f"[id='{name}']")
    assert marked(page, name)


def test_a_link_to_a_heading_opens_the_part_under_it(site: Site) -> None:
    page = site.open(STEPS)
    for name in UNDER:
        part = page.locator(f"[id='{name}'] ~ details.part").first
        expect(part).not_to_have_attribute("open", "")
        page.evaluate("name => { location.hash = name }", name)
        expect(part).to_have_attribute("open", "")
        assert on_screen(page, f"[id='{name}']"), name
        assert marked(page, name), name


def test_what_a_link_opens_gets_the_whole_style_without_a_touch(web: Site) -> None:
    page = web.open(f"{OTHER}#facebook-web-object-notice--find-notice")
    expect(page.locator("html")).to_contain_class("whole")


def test_a_link_followed_twice_opens_what_was_closed_again(web: Site) -> None:
    page = web.open(f"{STEPS}#know")
    part = page.locator("#know ~ details.part").first
    part.locator("summary").first.click()
    expect(part).not_to_have_attribute("open", "")
    page.locator("#know .headerlink").click(force=True)
    expect(part).to_have_attribute("open", "")


@pytest.mark.parametrize(("path", "name"), [*INSIDE.values(), *((STEPS, it) for it in UNDER[:2])])
@pytest.mark.parametrize(
    "offline", [False, pytest.param(True, marks=pytest.mark.audit)], ids=["web", "disk"]
)
def test_without_scripts_the_browser_opens_it(
    chromium: Browser, server: str, offline: bool, path: str, name: str
) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": PHONE[0], "height": PHONE[1]}
    )
    page = context.new_page()
    root = f"{OFFLINE.as_uri()}/" if offline else server
    page.goto(f"{root}{path}{'index.html' if offline else ''}#{name}")
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()
    if name in UNDER:
        inside = (
            page.locator(f"[id='{name}'] ~ details.part").first.locator("> :not(summary)").first
        )
        box = inside.bounding_box()
        assert box
        assert box["height"] > 20
    context.close()


def test_the_parts_open_by_keyboard_in_the_order_of_the_page(web: Site) -> None:
    page = web.open(STEPS)
    summary = page.locator("[id='facebook-web-object--trouble'] + details > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(summary.locator("..")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details.part, h2') !== null")


def test_the_number_of_a_step_is_its_box_and_has_a_label(web: Site) -> None:
    page = web.open(STEPS)
    steps = page.locator("ol.steps").first.locator("> li.step")
    for number, step in enumerate(steps.all(), 1):
        box = step.get_by_label(f"Step {number} done", exact=True)
        assert box.get_attribute("type") == "checkbox"
        place, whole = box.bounding_box(), step.bounding_box()
        assert place
        assert whole
        assert min(place["width"], place["height"]) >= 24
        assert place["y"] - whole["y"] < 20, "it stands in the step's first row"
        shown = step.locator(".tick label").evaluate(
            "it => getComputedStyle(it, '::after').content"
        )
        assert "counter" in shown or str(number) in shown
        first = step.locator(".step__link a").bounding_box()
        assert first
        assert abs(first["y"] - place["y"]) < 12, "its link stands in the same row"


def test_a_step_is_as_high_as_its_text(web: Site) -> None:
    page = web.open(STEPS)
    heights = page.locator("ol.steps").first.locator("> li.step").evaluate_all(
        """steps => steps.map(step => step.getBoundingClientRect().height
            - [...step.querySelectorAll(":scope > :not(.tick, .step__link, .names)")]
                .reduce((sum, it) => sum + it.getBoundingClientRect().height, 0))"""
    )  # fmt: skip
    assert max(heights) < 50


def test_labels_in_other_languages_come_on_request(web: Site) -> None:
    page = web.open("opt-out/facebook/ios/")
    page.get_by_role("link", name="These labels in other languages").first.click()
    asked = page.locator(".entry:target")
    expect(asked.locator("[lang=de]")).to_be_in_viewport()


def test_the_tools_have_their_place_from_the_start(web: Site) -> None:
    web.page.route("**/*.js", lambda _: None)  # no script ever comes
    web.page.goto(web.address(STEPS), wait_until="commit")
    tools = web.page.locator(".part-tools")
    expect(tools).to_be_attached()
    expect(tools).to_be_visible()


def shifted(page: Page) -> float:
    """How much moved by itself, as browsers count it."""
    return float(
        page.evaluate(
            """() => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => {
                    for (const it of list.getEntries()) if (!it.hadRecentInput) sum += it.value;
                }).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 1200);
            })"""
        )
    )


@pytest.mark.parametrize(
    "path", [LONGEST[0], *(pytest.param(it, marks=pytest.mark.audit) for it in LONGEST[1:])]
)
def test_nothing_moves_while_a_page_of_steps_comes(web: Site, path: str) -> None:
    assert shifted(web.open(path)) < 0.002


def test_an_alternative_shows_its_steps_and_not_what_it_shares(web: Site) -> None:
    said = web.open(STEPS).locator(".after p").first.text_content()
    page = web.open(f"{OTHER}#facebook-web-object-notice")
    assert str(said) not in str(page.locator("article").text_content())
    line = page.locator("[id='facebook-web-object-notice--after']")
    expect(line).to_have_text("did it work")
    line.click()
    page.wait_for_url(f"**/{STEPS}**#facebook-web-object--after")


def test_a_route_fits_six_sheets_and_names_what_it_leaves_out(site: Site) -> None:
    page = site.open(STEPS)
    main = page.locator("ol.steps").first.locator(".step__do").all_inner_texts()
    printed = sheets(page)
    text = together(" ".join(printed))
    assert len(printed) <= SHEETS
    assert [step for step in main if together(step) not in text] == []
    for name in ("know", "other-ways", "facebook-web-object--trouble"):
        assert together(f"<{HOME}{STEPS}#{name}>") in text
    assert "You forgot your password" not in " ".join(printed)


def test_what_was_opened_is_printed_and_all_of_it_on_request(web: Site) -> None:
    page = web.open(f"{STEPS}#facebook-web-object--trouble")
    text = " ".join(sheets(page))
    assert "You forgot your password" in text
    assert MORE not in text
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print all of it").click()
    assert page.evaluate("printed")
    text = " ".join(sheets(page))
    assert MORE in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#other-ways ~ details.part").first).not_to_have_attribute("open", "")
    expect(page.locator("[id='facebook-web-object--trouble'] + details")).to_have_attribute(
        "open", ""
    )


def sources(tree: Any, name: str) -> int:
    return len(tree.xpath(f"//*[@id='{name}--sources']/following-sibling::details[1]//li"))


def test_every_page_about_one_route_ends_with_its_sources(book: Book) -> None:
    about = {
        call.names[0]: path
        for path, page in book.pages.items()
        for call in page.calls
        if call.macro == "route_sources"
    }
    alone = 0
    for path in route_pages(book):
        tree = parsed(file_of(path))
        for it in tree.xpath(f"//div[{has_class('route')}][@id]"):
            alone += 1
            assert about.get(it.get("id")) == path
            assert sources(tree, it.get("id")) == len(book.routes[it.get("id")].route.sources)
    assert alone > 20
