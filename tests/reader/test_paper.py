"""What comes out of the printer, as the browser's own PDF."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from guide.data.book import Book
from guide.publish import print_marks
from guide.show import queries
from tests.conftest import Site
from tests.reader import printed
from tests.small import book as small_book
from tests.small import changed

HOME = "https://guide.example/guide/"
STEPS = "opt-out/facebook/web/"
TOOLS = (
    "Skip to content", "Back to top", "Table of contents", "Type to start searching", "Contribute",
    "Previous", "Print",
    "Link to this", "Copy link", "Clear these ticks", "Clear everything", "Save to calendar",
    "Show only these companies", "Find your country", "QR code",
)  # fmt: skip


def sheets(page: Page, size: str = "A4") -> list[str]:
    """The text of each sheet."""
    return [sheet.text for sheet in printed.sheets(page.pdf(format=size))]


def together(text: str) -> str:
    """Without spaces: a long address is broken over lines."""
    return text.replace(" ", "")


@pytest.mark.parametrize("size", ["A4", pytest.param("Letter", marks=pytest.mark.audit)])
def test_every_sheet_says_where_it_is_from_and_when(site: Site, size: str) -> None:
    printed = sheets(site.open("opt-out/whatsapp/"), size)
    assert len(printed) > 1
    for number, sheet in enumerate(printed, start=1):
        assert f"{number} / {len(printed)}" in sheet
        assert f"{HOME}opt-out/whatsapp/" in sheet
        assert "Last confirmed: " in sheet


@pytest.mark.parametrize(
    ("path", "picture"),
    [("", ".world"), ("compare/", "table.refusals"), ("learn/timeline/", "table.strip")],
)
def test_a_picture_stands_whole_on_one_sheet(site: Site, path: str, picture: str) -> None:
    page = site.open(path)
    drawn = page.locator(f"article {picture}").first
    words = drawn.locator("b, th > a").all_text_contents()
    assert len(words) > 10
    printed = [together(sheet) for sheet in sheets(page)]
    assert any(all(together(it.strip()) in sheet for it in words) for sheet in printed)


def split(page: Page, size: str = "A4") -> list[list[str]]:
    """The steps of which no sheet holds all the words."""
    printed = [together(sheet) for sheet in sheets(page, size)]
    steps = page.locator("li.step").evaluate_all(
        """steps => steps.map(step => [...step.querySelectorAll("p:not(.step__link, .tick, .names), .path b")]
            .map(part => part.textContent.normalize("NFKC").replace(/\\s/g, "")))"""
    )
    return [step for step in steps if not any(all(p in s for p in step) for s in printed)]


def test_steps_stay_whole(web: Site) -> None:
    assert split(web.open(STEPS)) == []


def test_nothing_asks_for_a_click(site: Site) -> None:
    text = " ".join(sheets(site.open(STEPS)))
    assert [tool for tool in TOOLS if tool in text] == []


def test_addresses_are_written_out_and_what_was_folded_lies_open(site: Site) -> None:
    page = site.open(f"{STEPS}#facebook-web-object--sources")
    folded = page.locator("details.confirmed:not([open])").first
    text = together(" ".join(sheets(page)))
    assert together(str(folded.locator("p").text_content()))[:60] in text
    source = page.locator("[id='facebook-web-object--sources'] + details a").first
    for link in (page.locator(".go__button").first, source):
        assert together(f"<{link.get_attribute('href')}>") in text
    assert together(str(source.text_content())) in text


def test_what_is_doubted_stays_doubted_on_paper(web: Site) -> None:
    page = web.open("compare/")
    assert page.locator(".cite:not(.cite--doubt)").count() > 1
    text = " ".join(sheets(page))
    assert "fairly sure" in text
    page.emulate_media(media="print")
    expect(page.locator(".cite:not(.cite--doubt)").first).to_be_hidden()


def test_a_doubted_latest_change_stays_doubted_on_paper(web: Site, book: Book) -> None:
    pages = [it for it in book.pages.values() if "latest_change" in {c.macro for c in it.calls}]
    changes = {it.path: queries.latest_change(book, it) for it in pages if it.product}
    path = next(path for path, it in changes.items() if it and it.confidence != "high")
    page = web.open(f"{path}/")
    chip = page.locator(".latest .cite").inner_text().strip("\u200b")
    line = " ".join(sheets(page)).partition("Latest change: ")[2]
    assert together(chip) in together(line[:600])


def dark(box: Locator) -> tuple[bool, bool]:
    """Whether the edge, and the inside, of a box have ink."""
    image = Image.open(io.BytesIO(box.screenshot())).convert("L")
    x, y = image.size
    parts = ((x // 4, 0, 3 * x // 4, 3), (3, 3, x - 3, y - 3))
    edge, inside = (min(image.crop(part).tobytes()) < 100 for part in parts)
    return edge, inside


def test_boxes_are_printed_empty_or_ticked(site: Site) -> None:
    page = site.open(STEPS)
    page.locator("[data-tick]").first.check()
    page.emulate_media(media="print")
    ticked, empty, *_ = page.locator("[data-tick]").all()
    assert dark(ticked) == (True, True)
    assert dark(empty) == (True, False)


def test_dark_pages_print_dark_on_light(web: Site) -> None:
    web.page.emulate_media(color_scheme="dark")
    page = web.open(STEPS)
    colour = "getComputedStyle(document.querySelector('.step__do')).color.match(/\\d+/g)"
    assert all(int(part) > 150 for part in page.evaluate(colour))
    page.emulate_media(media="print", color_scheme="dark")
    assert all(int(part) < 80 for part in page.evaluate(colour))


def test_a_letter_carries_nothing_of_the_guide(web: Site) -> None:
    text = " ".join(sheets(web.open("letters/eu/object/")))
    assert text.startswith("[your full name]")
    assert not [ours for ours in ("guide.example", "Guide", " / ", "Research") if ours in text]


@pytest.mark.disk
def test_a_plan_says_where_each_line_leads(site: Site) -> None:
    page = site.open("plan/")
    page.goto(f"{page.url}#plan=eu.facebook-web")
    expect(page.locator("#plan-title")).to_be_visible()  # it is made by a script of its own
    text = together(" ".join(sheets(page)))
    root = HOME if site.on_disk else site.root
    assert f"<{root}{STEPS}#facebook-web-object>" in text


def test_the_code_is_fetched_only_to_print(web: Site, chromium: Browser) -> None:
    asked: list[str] = []
    page = chromium.new_page()  # a browser shows at once what another test has it remember
    page.on("request", lambda request: asked.append(request.url))
    page.goto(web.address(STEPS))
    page.wait_for_load_state("networkidle")
    assert f"{web.root}{STEPS}qr.svg" not in asked
    page.pdf()
    page.close()
    assert asked.count(f"{web.root}{STEPS}qr.svg") == 1


@pytest.mark.parametrize("path", [STEPS, pytest.param("", marks=pytest.mark.audit)])
def test_each_page_has_its_own_code(site: Site, path: str) -> None:
    code = site.open(path).locator(".paper img")
    code.evaluate(
        "image => { image.parentElement.hidden = false; image.width = image.height = 200 }"
    )
    expect(code).to_have_js_property("complete", True)
    image = Image.open(io.BytesIO(code.screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [f"{HOME}{path}"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('{date: "2025-05", how:', "Last confirmed: May 2025"),
        ("{how:", "Last confirmed: no date given"),
    ],
)
def test_last_confirmed_is_what_the_data_says(given: str, said: str) -> None:
    text = changed('{date: "2025-05", how:', given)
    assert print_marks.confirmed(small_book(text), "opt-out/facebook/web") == said


def test_of_several_routes_the_oldest_and_the_newest_are_told(book: Book) -> None:
    assert print_marks.confirmed(book, "opt-out/facebook/other-ways") == (
        "Last confirmed: oldest April 2025, newest 22 August 2026"
    )


@pytest.mark.audit
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_page_prints_whole(web: Site, book: Book, size: str) -> None:
    for path in book.pages:
        address = f"{path}/" if path else ""
        page = web.open(address)
        letter = page.locator(".writing").count() == 1  # which carries nothing of ours
        pdf = printed.sheets(page.pdf(format=size))
        for number in {0, len(pdf) - 1}:
            image = pdf[number].drawn()
            found = [code.text for code in zxingcpp.read_barcodes(image)]
            assert found == ([] if letter else [f"{HOME}{address}"]), (path, number)
            x, y = image.size
            edges = [(0, 0, 80, y), (x - 80, 0, x, y)]  # 14 mm
            assert all(min(image.crop(e).tobytes()) > 200 for e in edges), (path, number)


@pytest.mark.audit
def test_every_step_of_every_page_stays_whole(web: Site, book: Book) -> None:
    for path in sorted({placed.route.page for placed in book.routes.values()}):
        page = web.open(f"{path}/")
        for size in ("A4", "Letter"):
            assert split(page, size) == [], (path, size)
