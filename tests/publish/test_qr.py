"""The QR code leads where it says: read by another library from what the browser paints."""

from __future__ import annotations

import base64
import re

import pytest
import zxingcpp
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, expect

from guide.data.book import Book
from guide.publish import qr
from guide.show import macros
from guide.show.context import Here
from tests.conftest import SITE, Site, html_files
from tests.page_facts import facts, has_class, parsed
from tests.publish.sites import settings, site
from tests.small import book as small_book

STROKES = re.compile(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?")
GREYS = """async png => {
  const image = await createImageBitmap(await (await fetch(png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, image.width, image.height).data;
  return [image.width, image.height, [...data].filter((_, i) => i % 4 === 1)];
}"""


def painted(drawing: Locator, chromium: Browser) -> memoryview:
    drawing.scroll_into_view_if_needed()
    png = base64.b64encode(drawing.screenshot()).decode()
    page = chromium.new_page()
    width, height, greys = page.evaluate(GREYS, f"data:image/png;base64,{png}")
    page.close()
    return memoryview(bytes(greys)).cast("B", (height, width))


def read(image: memoryview) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image, try_invert=False)]


@pytest.mark.parametrize("dark", [False, True])
def test_a_camera_reads_the_address_of_the_route(web: Site, chromium: Browser, dark: bool) -> None:
    web.page.emulate_media(color_scheme="dark" if dark else "light")
    page = web.open("limit/leave/")
    page.locator("details.part").evaluate_all("all => all.forEach(it => { it.open = true; })")
    address = "https://guide.example/guide/limit/leave/#facebook-app-delete"
    drawing = page.get_by_role("img", name=f"QR code: link to {address}", exact=True)
    expect(drawing).to_be_hidden()
    box = page.locator("details.qr").filter(has=page.get_by_text(address, exact=True))
    box.get_by_text("QR code for these steps").click()
    expect(box.get_by_text(address)).to_be_visible()
    assert read(painted(drawing, chromium)) == [address]


def test_every_route_has_its_code_once_and_it_leads_to_a_place(book: Book) -> None:
    found = [
        label.removeprefix("QR code: link to ")
        for file in html_files()
        for label in parsed(file).xpath(f"//details[{has_class('qr')}]//img/@alt")
    ]
    there = {f"{placed.route.page}/#{name}" for name, placed in book.routes.items()}
    assert sorted(found) == sorted(f"https://guide.example/guide/{it}" for it in there)
    for address in found:
        page, anchor = address.removeprefix("https://guide.example/guide/").split("#")
        assert anchor in facts(SITE / page / "index.html").ids, address


def test_no_code_is_asked_for_before_somebody_looks(web: Site, chromium: Browser) -> None:
    asked: list[str] = []
    page = chromium.new_page()  # a browser shows at once what another test has it remember
    page.on("request", lambda request: asked.append(request.url))
    page.goto(web.address("limit/leave/"))
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 20_000)
    page.wait_for_load_state("networkidle")
    page.close()
    assert asked
    assert not [address for address in asked if address.endswith("-delete.qr.svg")]


def test_search_does_not_find_the_code() -> None:
    index = (SITE / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "QR code for these steps" not in index


def test_without_an_address_there_is_no_code() -> None:
    here = Here(small_book(), "opt-out/facebook/web/", settings=settings(site_url=""))
    assert here.absolute("rights/eu") == ""
    assert "QR code" not in macros.route(here, "facebook-web-object")
    it = site(site_url="")
    qr.apply(it)
    assert it.files == {}


def test_a_long_address_still_has_a_quiet_edge() -> None:
    svg = qr.drawn(f"https://guide.example/{'a' * 300}").decode()
    tree = html.fromstring(svg)
    side = float(tree.get("viewbox").split()[2])
    scale = float(tree.xpath("//path/@transform")[0].removeprefix("scale(").rstrip(")"))
    x, y = 0.0, 0.0
    columns, rows = [], []
    for sign, first, second in STROKES.findall(tree.xpath("//path/@d")[0]):
        if sign == "h":
            x += float(first)
            columns += [x - float(first), x]
            rows.append(y)
        elif sign == "M":
            x, y = float(first), float(second)
        else:
            x, y = x + float(first), y + float(second)
    modules = side / scale
    assert (min(columns), min(rows) - 0.5) == (4, 4)
    assert (max(columns), max(rows) + 0.5) == pytest.approx((modules - 4, modules - 4))
