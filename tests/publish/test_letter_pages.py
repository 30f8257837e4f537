"""Letters and authorities as built: each is there, whole, short enough, and found at its old name."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from playwright.sync_api import Page

from guide import addresses
from guide.data.book import Book
from guide.show import queries
from guide.show.book import open_book
from guide.show.letters import LISTS, Offer, Written, offers
from tests.conftest import SITE, Site
from tests.page_facts import has_class, parsed

KIB = 1024
FIRST = 14 * KIB
"""What a browser shows before it asks for more: all that stands before the first closed part."""
LIMITS = {"letters": (900, 12, 14 * KIB), "rights": (1200, 16, 16 * KIB)}
"""Words in sight, screens of a phone, and compressed bytes of a page of each kind, at most."""
MISSED = {"rights/eu": 1.1, "letters/addresses": 1.1}
"""A closed list of addresses is what their readers come for: of authorities, of companies."""
PAGES = sorted(path for path in open_book().pages if path.split("/")[0] in LIMITS)
_CLOSED = "//details[not(@open)]/*[not(self::summary)] | //*[@hidden] | //script"
_PART = re.compile(r"<details(?![^>]* open)[^>]*>")


def built(page: str) -> Any:
    return parsed(SITE / page / "index.html")


def plain(node: Any) -> str:
    return one_space(node.text_content())


def one_space(text: str) -> str:
    """No-break spaces stay: French has its own."""
    return re.sub("[ \n]+", " ", text).strip(" ")


def each(book: Book) -> list[tuple[str, Offer, Written]]:
    return [
        (place, offer, written)
        for place in book.data.letters
        for offer in offers(book.data, place)
        for written in offer.written
    ]


def test_every_letter_is_whole_on_its_page(book: Book) -> None:
    for place, offer, it in each(book):
        page = built(addresses.letter(place, offer.letter.kind, it.language))
        (letter,) = page.xpath(f"//article//article[{has_class('letter')}]")
        assert letter.get("lang") == it.language, it.id
        wanted = [
            "".join(run.text for run in line) for part in it.paragraphs for line in part.lines
        ]
        for end in letter.xpath(".//br"):
            end.tail = f" {end.tail or ''}"
        shown = [plain(part) for part in letter.xpath("./p | ./ul/li")]
        assert " ".join(shown) == one_space(" ".join(wanted)), it.id
        assert len(letter.xpath("./ul")) == sum(part.part in LISTS for part in it.paragraphs)
        said = plain(page.xpath("//article")[0])
        assert ("not read by a native-speaking lawyer" in said) == it.unread, it.id
        assert "A template, not checked by a lawyer." in said, it.id
        for hint in offer.letter.hints:
            assert " ".join(hint.split()) in said, it.id
        for line in it.variants.values():
            assert "".join(run.text for run in line) in said, it.id


def test_each_name_of_a_letter_leads_to_its_page(book: Book) -> None:
    pages = {place: built(addresses.letters(place)) for place in book.data.letters}
    for place, offer, it in each(book):
        ids = [it.id, offer.id] if it.language == addresses.ENGLISH else [it.id]
        for name in ids:
            (line,) = pages[place].xpath(f'//*[@id="{name}"]')
            link = line if line.tag == "a" else line.xpath("./a")[0]
            page = addresses.letter(place, offer.letter.kind, it.language)
            assert link.get("href") == addresses.relative(f"letters/{place}/", page), name
            assert it.subject in plain(line), name


def test_every_authority_stands_on_its_page_under_its_name(book: Book) -> None:
    seen = set()
    for place in book.data.jurisdictions.values():
        page = built(place.page)
        for key, name, it in queries.authorities(book, place):
            headings = page.xpath(f'//*[@id="{key}"]')
            if not headings:
                continue
            said = plain(headings[0].getparent())
            assert it.name in said, key
            assert name in said, key
            assert (it.note or "").lower() in said.lower(), key
            assert it.url is None or it.url in headings[0].xpath(".//a/@href"), key
            seen.add(key)
    assert seen == set(book.data.authorities)


def test_a_country_among_many_is_named_in_sight_and_leads_to_its_authority(book: Book) -> None:
    for place, least in (("eu", 30), ("united-states", 20)):
        page = built(f"rights/{place}")
        links = page.xpath(f"//*[{has_class('jump')}]//a")
        assert not page.xpath(f"//details//*[{has_class('jump')}]")
        assert len(links) >= least
        named = {name: key for key, name, _ in queries.authorities(
            book, book.data.jurisdictions[place])}  # fmt: skip
        for link in links:
            assert link.get("href") == f"#{named[plain(link)]}"


def in_sight(page: str) -> int:
    """The words of a page, without scripts, that no closed part holds."""
    (article,) = built(page).xpath("//article")[:1]
    for it in article.getroottree().xpath(_CLOSED):
        if it.getparent() is not None:
            it.drop_tree()
    return len(plain(article).split())


def too_long(page: str, words: int, screens: float = 0) -> list[str]:
    """What of a page is over the limits of its kind."""
    most = LIMITS[page.split("/")[0]]
    raw = (SITE / page / "index.html").read_bytes()
    first = _PART.search(raw.decode())
    before = raw.decode()[: first.start()].encode() if first else raw
    found = {"words": (words, most[0]), "screens": (screens, most[1]),
             "bytes": (len(gzip.compress(raw, 9)), most[2] * MISSED.get(page, 1)),
             "bytes before the first closed part": (len(gzip.compress(before, 9)), FIRST),
             }  # fmt: skip
    return [
        f"{page}: {n} {name}, at most {limit}" for name, (n, limit) in found.items() if n > limit
    ]


def test_no_page_is_longer_than_its_kind_may_be() -> None:
    assert len(PAGES) > 100
    assert [said for page in PAGES for said in too_long(page, in_sight(page))] == []


def shown(page: Page) -> tuple[int, float]:
    """Words and screens as a reader with scripts sees them."""
    page.evaluate("document.documentElement.classList.remove('lean')")  # all is laid out at once
    words = len(page.locator("article").first.inner_text().split())
    return words, page.evaluate("document.scrollingElement.scrollHeight / innerHeight")


@pytest.mark.parametrize(
    "pages",
    [
        ["rights/eu", "rights", "rights/if-refused", "letters/eu", "letters/canada/object/fr"],
        pytest.param(PAGES, marks=pytest.mark.audit),
    ],
    ids=["some", "all"],
)
def test_on_a_phone_no_page_is_longer_either(web: Site, pages: list[str]) -> None:
    said = [it for path in pages for it in too_long(path, *shown(web.open(f"{path}/")))]
    assert said == []
