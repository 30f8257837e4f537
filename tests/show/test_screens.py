"""The picture shows the taps of the steps, in words the sources give, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from lxml.html import fragment_fromstring  # type: ignore[import-untyped]
from playwright.sync_api import expect

from guide.data.book import Book
from guide.data.model.routes import Form, Step
from guide.data.types import host
from guide.show import macros
from guide.show.context import Here
from guide.show.screens import FORM_STEP, WIDTH, Frame, ems, fit, frames
from tests.actions import unfold
from tests.conftest import SITE, Site, html_files
from tests.page_facts import has_class, parsed
from tests.small import book as small_book
from tests.small import changed


def step(**values: Any) -> Step:
    return Step.model_validate({"id": "a-step", "do": "Do it."}).model_copy(update=values)


def drawn(*steps: Step, surface: str = "web", form: Form | None = None) -> list[Frame]:
    route = small_book().routes["facebook-web-object"].route
    return frames(route.model_copy(update={"surface": surface}), list(steps), form)


def of_route(book: Book, name: str) -> list[Frame]:
    placed = book.routes[name]
    form = book.data.forms[placed.route.form] if placed.route.form else None
    return frames(placed.route, placed.steps, form)


def raw_drawings(html: str) -> list[str]:
    return re.findall(r'<svg [^>]*class="?(?:phone|browser).*?</svg>', html, re.DOTALL)


def told(frame: Frame) -> str:
    deed = {"open": "open", "find": "look for", "tap": "tap"}[frame.act]
    return f"Step {frame.step}: {deed} {frame.said}"


def test_each_menu_label_is_a_screen_of_its_own() -> None:
    assert drawn(step(), step(path=["Menu", "Privacy"])) == [
        Frame(2, "tap", "browser", ("Menu",)),
        Frame(2, "tap", "browser", ("Privacy",)),
    ]


def test_words_of_a_step_are_looked_for_on_one_screen() -> None:
    under = step(do="Under Help, open Privacy.", labels=["Help", "Privacy"])
    assert drawn(under) == [Frame(1, "find", "browser", ("Help", "Privacy"), ("and",))]


@pytest.mark.parametrize(
    ("do", "either"),
    [
        ("Press Submit or Send.", True),
        ("Press Send, or Submit if you like.", True),
        ("For or against: Submit, then Send.", False),
        ("Submit for Send.", False),
    ],
)
def test_words_joined_by_or_are_alternatives(do: str, either: bool) -> None:
    assert drawn(step(do=do, labels=["Submit", "Send"]))[0].either is either


def test_only_the_words_joined_by_or_are_dashed() -> None:
    do = "Open Settings, then Data or Data controls."
    (frame,) = drawn(step(do=do, labels=["Settings", "Data", "Data controls"]))
    assert [box.either for box in frame.boxes] == [False, True, True]
    assert frame.said == "Settings, Data or Data controls"


@pytest.mark.parametrize(
    ("surface", "screen"),
    [
        ("web", "browser"),
        ("computer", "browser"),
        ("any", "browser"),
        ("app", "phone"),
        ("ios", "phone"),
    ],
)
def test_the_screen_is_the_routes_device(surface: str, screen: str) -> None:
    assert drawn(step(path=["Menu"]), surface=surface)[0].screen == screen


def test_an_address_is_a_browser_even_on_a_phone() -> None:
    read = step(opens="https://www.facebook.com/help/1", path=["Menu"])
    first, second = drawn(read, surface="android")
    assert first == Frame(1, "open", "browser", ("facebook.com",))
    assert second.screen == "phone"


def test_the_step_that_opens_the_form_shows_its_host() -> None:
    form = small_book().data.forms["meta-object"]
    opening = step(id=FORM_STEP)
    assert drawn(opening, form=form) == [Frame(1, "open", "browser", ("facebook.com",))]
    assert drawn(opening, form=None) == []


def test_steps_that_open_the_form_are_told_by_their_id(book: Book) -> None:
    for name, placed in book.routes.items():
        for it in placed.steps:
            opens = it.id == FORM_STEP
            assert opens == ("form with the button above" in it.do), (name, it.id)
            assert not opens or placed.route.form, name


def test_only_words_the_steps_give_are_shown_and_all_of_them(book: Book) -> None:
    for name, placed in book.routes.items():
        shown = of_route(book, name)
        for number, it in enumerate(placed.steps, 1):
            words = [w for f in shown if f.step == number and f.act != "open" for w in f.words]
            assert words == it.labels + it.path, (name, it.id)
        urls = {it.opens for it in placed.steps if it.opens}
        urls |= {book.data.forms[placed.route.form].url} if placed.route.form else set()
        hosts = {w for f in shown if f.act == "open" for w in f.words}
        assert hosts <= {host(url) for url in urls}, name


def words_of(drawing: Any) -> list[str]:
    return ["".join(text.itertext()) for text in drawing.xpath(".//text")]


def test_the_pages_show_these_screens_and_say_the_same(book: Book) -> None:
    seen = 0
    for file in html_files():
        for figure in parsed(file).xpath(f"//figure[{has_class('picture')}]"):
            steps = figure.xpath(f"preceding::ol[{has_class('steps')}][1]//li/@id")
            expected = of_route(book, steps[0].split("--")[0])
            svgs = figure.xpath(".//svg")
            assert [svg.get("aria-label") for svg in svgs] == [told(f) for f in expected]
            assert [words_of(svg) for svg in svgs] == [[str(f.step), *f.words] for f in expected]
            assert [svg.get("class").split()[0] for svg in svgs] == [f.screen for f in expected]
            seen += 1
    assert seen == sum(1 for name in book.routes if of_route(book, name))


def test_a_screen_is_plain_small_svg() -> None:
    allowed = {"svg", "path", "rect", "circle", "text", "tspan"}
    sizes = []
    for file in html_files():
        for raw in raw_drawings(file.read_text(encoding="utf-8")):
            root = fragment_fromstring(raw)
            assert {str(it.tag) for it in root.iter()} <= allowed
            names = {name for it in root.iter() for name in it.attrib}
            assert not names & {"id", "style", "href", "onclick"}
            sizes.append(len(raw.encode()))
    assert sum(sizes) / len(sizes) < 450
    assert max(sizes) < 700


def test_hostile_words_stay_words() -> None:
    attack = "5 > 4 & \"quoted\" 'x' onload=alert(1) 3"
    quoted = "'" + attack.replace("'", "''") + "'"
    text = changed('settings: {text: "Settings"}', f"settings: {{text: {quoted}}}")
    text = text.replace('"settings", "privacy-center"]', '"settings"]')
    start = text.index("      privacy-center:\n")
    text = text[:start] + text[text.index("      submit:") :]
    html = macros.route(Here(small_book(text), "opt-out/facebook/web/"), "facebook-web-object")
    found = [ET.fromstring(raw) for raw in raw_drawings(html)]  # noqa: S314
    svg = next(it for it in found if attack in it.attrib["aria-label"])
    assert ["".join(text.itertext()) for text in svg.findall("text")][1:] == [attack]
    assert not {name for it in svg.iter() for name in it.attrib if name.startswith("on")}


def test_a_route_that_names_nothing_has_no_picture() -> None:
    text = changed('                path: ["settings", "privacy-center"]\n', "")
    text = text.replace("Press {submit}.", "Press it.").replace(
        '      submit: {text: "Submit"}\n', ""
    )
    start = text.index("    labels:\n")
    text = text[:start] + text[text.index("    products:") :]
    start = text.index("        labels:\n")
    text = text[:start] + text[text.index("        routes:") :]
    assert 'class="picture' not in macros.route(Here(small_book(text), ""), "facebook-web-object")
    assert 'class="picture' in macros.route(Here(small_book(), ""), "facebook-web-object")


@pytest.mark.parametrize("words", ["A", "wide MMMM WWWW", "x" * 200, "a word " * 30, "ÄÖÜ 設定とプライバシー", "a.b-c/d" * 9])  # fmt: skip
def test_words_fit_and_are_whole(words: str) -> None:
    size, lines = fit(words, 100)
    assert "".join(lines) == words
    assert all(ems(line) * size <= 100 for line in lines)
    assert size <= 12


def test_the_longest_label_is_told_in_few_lines(book: Book) -> None:
    labels = {w for name in book.routes for f in of_route(book, name) for w in f.words}
    assert len(max(labels, key=len)) > 60
    for label in labels:
        size, lines = fit(label, WIDTH - 22)
        assert len(lines) <= 4, label
        assert size > 9, label


def has_picture(file: Path) -> bool:
    return bool(parsed(file).xpath(f"//figure[{has_class('picture')}]"))


OVERFLOW = """() => [...document.querySelectorAll(".picture rect")].map(rect => {
  const box = rect.getBBox(), text = rect.nextElementSibling.getBBox(),
    frame = rect.ownerSVGElement.viewBox.baseVal;
  return Math.max(box.x - text.x, text.x + text.width - box.x - box.width, box.y - text.y,
    text.y + text.height - box.y - box.height, box.y + box.height - frame.height);
})"""


@pytest.mark.parametrize(
    ("width", "some"),
    [(320, 3), *(pytest.param(it, None, marks=pytest.mark.audit) for it in (320, 390, 1280))],
)
def test_no_word_leaves_its_box_and_no_picture_the_page(
    web: Site, width: int, some: int | None
) -> None:
    web.page.set_viewport_size({"width": width, "height": 844})
    pages = [f.parent.relative_to(SITE).as_posix() for f in html_files() if has_picture(f)]
    assert len(pages) > 3
    for path in pages[:some]:
        page = web.open(f"{path}/")
        assert max(page.evaluate(OVERFLOW)) <= 0, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        drawing = page.locator(".picture svg").first.bounding_box()
        assert drawing
        assert drawing["width"] >= 130


def test_a_reader_of_the_page_hears_the_same(site: Site, book: Book) -> None:
    page = site.open("opt-out/facebook/android/")
    unfold(page)
    figure = page.get_by_role("figure").first
    expect(figure).to_contain_text("The steps as a picture")
    route = page.locator("ol.steps").first.locator("li").first.get_attribute("id") or ""
    for frame in of_route(book, route.split("--")[0]):
        expect(figure.get_by_role("img", name=told(frame), exact=True)).to_be_visible()


def test_search_does_not_find_words_twice() -> None:
    index = (SITE / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "The steps as a picture" not in index
