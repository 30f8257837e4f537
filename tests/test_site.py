"""The built site, read as HTML."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from guide.book import Book
from guide.fields import is_on
from guide.macros import MACROS
from guide.pages import DOCS, read_pages
from tests.conftest import OFFLINE, PREFIX, SITE, html_files, soup

IDS = Path(__file__).parent / "published-ids.txt"
PAGES = [file for file in html_files() if file.name != "404.html"]


def name(file: Path) -> str:
    return file.relative_to(SITE).as_posix()


def article(file: Path) -> BeautifulSoup:
    found = soup(file).select_one("article")
    assert found is not None
    return BeautifulSoup(str(found), "lxml")


@cache
def ids(file: Path) -> set[str]:
    return {str(tag["id"]) for tag in soup(file).select("[id]")}


def published() -> list[str]:
    return [line for line in IDS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


def test_every_markdown_page_is_built() -> None:
    built = {name(file).removesuffix("index.html").rstrip("/") for file in PAGES}
    assert built == set(read_pages())


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_one_heading_title_and_description(file: Path) -> None:
    page = soup(file)
    assert len(page.select("h1")) == 1
    description = page.select_one('meta[name="description"]')
    assert description is not None
    assert 50 <= len(str(description["content"])) <= 180


def test_canonical_addresses_are_the_sites_own() -> None:
    for file in PAGES:
        link = soup(file).select_one('link[rel="canonical"]')
        assert link is not None
        path = name(file).removesuffix("index.html")
        assert link["href"] == f"https://guide.example{PREFIX}/{path}"


def test_titles_and_descriptions_are_unique() -> None:
    titles = Counter(soup(file).select_one("title") for file in PAGES)
    descriptions = Counter(
        str(tag["content"]) for file in PAGES if (tag := soup(file).find("meta", {"name": "description"}))
    )  # fmt: skip
    assert [title for title, count in titles.items() if count > 1] == []
    assert [text for text, count in descriptions.items() if count > 1] == []


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_no_template_or_markdown_is_left_over(file: Path) -> None:
    text = article(file)
    for code in text.select("code, pre"):
        code.decompose()
    words = text.get_text()
    for leftover in ("{{", "}}", "{%", "{ #", "](", "**", "None)", "&#"):
        assert leftover not in words


@pytest.mark.parametrize("file", html_files(), ids=name)
def test_no_id_is_used_twice_and_no_style_is_inline(file: Path) -> None:
    page = soup(file)
    twice = [key for key, n in Counter(tag["id"] for tag in page.select("[id]")).items() if n > 1]
    assert twice == []
    assert [tag.name for tag in page.select("[style]")] == []


def links(file: Path, root: Path) -> list[tuple[str, Path, str]]:
    found = []
    for tag in soup(file).select("a[href], link[href], script[src], img[src]"):
        address = str(tag.get("href") or tag.get("src"))
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        if parts.path.startswith("/"):  # the 404 page, which may stand at any depth
            target = root / unquote(parts.path.removeprefix(f"{PREFIX}/"))
        else:
            target = (file.parent / unquote(parts.path)) if parts.path else file
        found.append((address, target, unquote(parts.fragment)))
    return found


@pytest.mark.parametrize("file", html_files(), ids=name)
def test_internal_links_and_anchors_lead_somewhere(file: Path) -> None:
    for address, target, fragment in links(file, SITE):
        path = target / "index.html" if target.is_dir() else target
        assert path.exists(), address
        if fragment and path.suffix == ".html":
            assert fragment in ids(path) or fragment.startswith("__"), address


@pytest.mark.parametrize(
    "file", html_files(OFFLINE), ids=lambda f: f.relative_to(OFFLINE).as_posix()
)
def test_offline_links_name_files(file: Path) -> None:
    for address, target, fragment in links(file, OFFLINE):
        assert target.is_file(), address
        if fragment and target.suffix == ".html":
            assert fragment in ids(target) or fragment.startswith("__"), address


@pytest.mark.parametrize("file", html_files(), ids=name)
def test_nothing_is_loaded_from_elsewhere(file: Path) -> None:
    for tag in soup(file).select("[src], link[href], form[action], [ping]"):
        address = str(tag.get("src") or tag.get("href") or tag.get("action") or tag.get("ping"))
        if tag.get("rel") == ["canonical"]:
            continue
        assert not urlsplit(address).netloc, tag


def test_published_step_ids_live_or_have_a_tombstone(book: Book) -> None:
    live = {f"{p.route.page}#{p.route.id}--{s.id}" for p in book.routes.values() for s in p.steps}
    gone = {f"{entry.page}#{entry.id}" for entry in book.data.retired}
    assert set(published()) - live - gone == set(), "an address once published never dies silently"
    assert live - set(published()) == set(), f"add these to {IDS.name}"


def test_steps_stand_on_their_page_with_a_link_to_themselves() -> None:
    for address in published():
        page, anchor = address.split("#")
        step = soup(SITE / page / "index.html").find(id=anchor)
        assert step is not None, address
        assert step.select_one(f'a[href="#{anchor}"]') is not None, address


def test_every_claim_and_event_has_its_address(book: Book) -> None:
    found = ids(SITE / "about" / "sources" / "index.html")
    assert {f"change-{change.id}" for change in book.data.changes} <= found
    assert set(book.data.claims) <= found
    assert {f"source-{key}" for key in book.data.sources} <= found


def test_every_claim_is_used_on_a_page(book: Book) -> None:
    cited = {
        urlsplit(str(tag["href"])).fragment
        for file in PAGES
        for tag in soup(file).select(".cite a[href]")
    }
    assert set(book.data.claims) - cited == set(), "cite them, or remove them"


def test_readers_are_sent_to_reputable_places_only(book: Book) -> None:
    allowed = {str(s.url) for s in book.data.sources.values() if s.linked}
    allowed |= {str(s.archive) for s in book.data.sources.values() if s.archive}
    allowed |= {str(a.url) for a in book.data.authorities.values()}
    allowed |= {str(c.contact) for c in book.data.controllers.values()}
    companies = [domain for company in book.data.companies.values() for domain in company.domains]
    for file in PAGES:
        for tag in article(file).select('a[href^="http"]'):
            address = str(tag["href"])
            assert address in allowed or is_on(address, companies), f"{name(file)}: {address}"


def test_forms_and_settings_are_on_the_companies_own_domains(book: Book) -> None:
    companies = [domain for company in book.data.companies.values() for domain in company.domains]
    for file in PAGES:
        for tag in article(file).select(".go__button, .step a[href^=http], .trouble a[href^=http]"):
            assert is_on(str(tag["href"]), companies), f"{name(file)}: {tag['href']}"


def test_open_data_is_published() -> None:
    published_yaml = (SITE / "data" / "platforms.yml").read_bytes()
    assert published_yaml == (DOCS / "data" / "platforms.yml").read_bytes()
    assert (SITE / "data" / "schema.json").exists()
    claims = json.loads((SITE / "data" / "platforms.json").read_text(encoding="utf-8"))["claims"]
    assert claims


def test_every_page_says_the_day_it_was_judged_on() -> None:
    for file in PAGES:
        footer = soup(file).select_one("footer")
        assert footer is not None
        assert re.search(r"judged as of \d{1,2} \w+ 20\d\d", footer.get_text()), name(file)


@pytest.mark.parametrize("word", ["advice", "not affiliated"])
def test_every_page_says_what_it_is_not_once(word: str) -> None:
    for file in html_files():
        footer = soup(file).select_one("footer")
        assert footer is not None
        assert footer.get_text().count(word) == 1, name(file)
        assert f"legal {word}" not in article(file).get_text(), name(file)


def test_every_macro_is_documented() -> None:
    text = (DOCS / "about" / "macros.md").read_text(encoding="utf-8")
    assert [macro for macro in MACROS if f"`{macro}" not in text] == []
