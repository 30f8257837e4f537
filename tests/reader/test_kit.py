"""What helpers print: the leaflet, the poster, the workshop plan; and the way to them."""

from __future__ import annotations

import re
import unicodedata

import pytest
import zxingcpp

from guide.data.book import Book
from guide.paths import DOCS
from guide.show import macros
from guide.show.context import Here
from guide.show.dates import in_words
from guide.show.direct import first
from guide.show.plan import FIRST
from tests.conftest import SITE, Site
from tests.page_facts import facts, parsed
from tests.publish.sites import settings
from tests.reader import printed
from tests.reader.test_paper import HOME
from tests.small import book as small_book
from tests.small import changed

A4, FLAT_A4, A3 = (210, 297), (297, 210), (297, 420)
"""Millimetres."""
KIT = ("leaflet", "poster", "workshop")
LINE = '    url: "https://www.facebook.com/help/contact/'


def words(text: str) -> set[str]:
    """Without ligatures, and soft places to break."""
    plain = unicodedata.normalize("NFKC", text).replace("\u200b", "")
    return set(re.findall(r"[^\W\d_]+", plain))


@pytest.mark.parametrize(
    ("page", "size", "sheets", "leads_to"),
    [
        ("leaflet", FLAT_A4, 2, "plan/"),
        ("poster", A3, 1, "plan/"),
        ("workshop", A4, 4, "help/workshop/"),
    ],
)
def test_what_comes_out_of_the_printer(
    web: Site, book: Book, page: str, size: tuple[int, int], sheets: int, leads_to: str
) -> None:  # fmt: skip
    opened = web.open(f"help/{page}/")
    seen = opened.locator("article").inner_text() + str(opened.locator("footer").text_content())
    opened.pdf()  # asks for the code in the margin, which may come too late for this sheet
    opened.wait_for_load_state("networkidle")
    pdf = printed.sheets(opened.pdf(format="A4", prefer_css_page_size=True))
    assert [it.millimetres for it in pdf] == [size] * sheets
    sides = [it.text for it in pdf]
    assert in_words(book.data.compiled) in sides[0]
    assert "Information, not legal advice." in sides[-1 if page == "workshop" else 0]
    codes = zxingcpp.read_barcodes(pdf[0].drawn())
    assert [it.text for it in codes] == [f"{HOME}{leads_to}"]
    if page != "workshop":  # whose margins are those of every page
        assert words(" ".join(sides)) - words(seen) == set()


def test_addresses_on_the_leaflet_are_those_of_the_data(book: Book) -> None:
    (links,) = parsed(SITE / "help" / "leaflet" / "index.html").xpath("//ul[@class='first-links']")
    said = [it.text_content() for it in links.xpath(".//b")]
    assert said == [it.path for it in first(book, FIRST)]
    for page in KIT:
        assert not re.search(r"https?:|www\.", (DOCS / "help" / f"{page}.md").read_text())


def test_a_new_address_in_the_data_is_the_one_on_the_leaflet() -> None:
    text = changed(LINE, f"{LINE}new-")
    shown = macros.first_links(Here(small_book(text), "help/leaflet/"))
    assert ">facebook.com/help/contact/new-" in shown  # as it is typed, not where it leads


def test_a_code_leads_to_a_page_there_is_and_needs_the_sites_address() -> None:
    here = Here(small_book(), "help/poster/", settings=settings(site_url="https://guide.example/"))
    assert "link to https://guide.example/rights/eu/" in macros.code_of(here, "rights/eu")
    with pytest.raises(macros.UnknownIdError, match="no page `gone`"):
        macros.code_of(here, "gone")
    unknown = Here(small_book(), "help/poster/", settings=settings(site_url=""))
    assert macros.code_of(unknown, "rights/eu") == ""


def test_the_minutes_of_the_workshop_add_up_to_those_in_its_title() -> None:
    page = parsed(SITE / "help" / "workshop" / "index.html")
    (title,) = page.xpath("//h1")
    minutes = [int(it.text_content()) for it in page.xpath("//table//tr/td[1]")]
    assert f"{sum(minutes)} minutes" in title.text_content()


def test_every_answer_of_the_workshop_has_a_source() -> None:
    page = parsed(SITE / "help" / "workshop" / "index.html")
    for number in (1, 2):
        asked, answers = (
            page.xpath(f"//h3[@id='{name}-{number}']/following-sibling::ol[1]/li")
            for name in ("exercise", "answers")
        )
        assert len(asked) == len(answers) > 3
        assert all("about/sources/" in " ".join(it.xpath(".//@href")) for it in answers)


def test_two_taps_from_about_lead_to_each() -> None:
    assert "../help/" in facts(SITE / "about" / "index.html").article_links
    assert "../../help/" in facts(SITE / "about" / "offline" / "index.html").article_links
    assert "help/" in " ".join(facts(SITE / "about" / "index.html").links)
    assert {f"{it}/" for it in KIT} <= set(facts(SITE / "help" / "index.html").article_links)
