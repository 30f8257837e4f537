"""The built site, read as HTML."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from rjsmin import jsmin  # type: ignore[import-untyped]

from guide.data.book import Book
from guide.data.types import is_on
from guide.paths import DOCS, ROOT
from guide.publish.speed.scripts import EVERYWHERE
from guide.show.book import open_book
from guide.show.macros import MACROS
from guide.show.queries import authorities
from tests.conftest import OFFLINE, PREFIX, SITE, html_files
from tests.page_facts import facts, parsed

SCRIPTS = DOCS / "assets" / "javascripts"
IDS = ROOT / "tests" / "published-ids.txt"
REPUTABLE = {"official", "regulator", "court", "law", "press", "ngo"}
EVERY = {Path(name).stem for name in EVERYWHERE}
"""Scripts that every page has, asked for or not."""
LEFTOVERS = ("{{", "}}", "{%", "{ #", "](", "**", "None)", "&#")


def pages(root: Path = SITE) -> dict[str, Path]:
    """The pages with content: not the 404, nor what only leads on."""
    left = {f"{moved.old}/index.html" for moved in open_book().data.moved} | {"404.html"}
    files = {file.relative_to(root).as_posix(): file for file in html_files(root)}
    return {name: file for name, file in files.items() if name not in left}


def published() -> list[str]:
    """The addresses of steps ever published, those of pages that moved by their new ones."""
    moved = {moved.old: moved.new for moved in open_book().data.moved}
    lines = [line for line in IDS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    parts = (line.split("#") for line in lines)
    return [f"{moved.get(page, page)}#{anchor}" for page, anchor in parts]


def test_every_markdown_page_is_built() -> None:
    built = {name.removesuffix("index.html").rstrip("/") for name in pages()}
    assert built == set(open_book().pages)


def test_each_page_has_one_heading_and_a_fitting_description() -> None:
    for name, file in pages().items():
        page = facts(file)
        assert page.headings == 1, name
        assert 50 <= len(page.description) <= 180, name


def test_titles_and_descriptions_are_unique() -> None:
    for texts in (
        [facts(file).title for file in pages().values()],
        [facts(file).description for file in pages().values()],
    ):
        assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_canonical_addresses_are_the_sites_own() -> None:
    for name, file in pages().items():
        path = name.removesuffix("index.html")
        assert facts(file).canonical == f"https://guide.example{PREFIX}/{path}"


def test_no_template_or_markdown_is_left_over() -> None:
    for name, file in pages().items():
        found = [leftover for leftover in LEFTOVERS if leftover in facts(file).article]
        assert found == [], name


def test_no_id_is_used_twice() -> None:
    for file in html_files():
        assert [key for key, count in facts(file).ids.items() if count > 1] == [], file


@cache
def files(root: Path) -> frozenset[str]:
    return frozenset(str(it) for it in root.rglob("*") if it.is_file())


def target(file: Path, path: str, root: Path) -> str:
    """The file that a path on a page names. On disk a folder is no file."""
    if not path:
        return str(file)
    inside = path.startswith("/")  # of the 404 page, which may stand at any depth
    named = os.path.normpath(
        root / path.removeprefix(f"{PREFIX}/") if inside else file.parent / path
    )
    return named if named in files(root) or root != SITE else f"{named}/index.html"


def broken(file: Path, root: Path) -> list[str]:
    """Internal links of a page that lead to no file or no id."""
    found = []
    for address in dict.fromkeys(facts(file).links):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        led_to, anchor = target(file, unquote(parts.path), root), unquote(parts.fragment)
        lost = anchor and led_to.endswith(".html") and not anchor.startswith("__")
        if led_to not in files(root) or (lost and anchor not in facts(Path(led_to)).ids):
            found.append(address)
    return found


@pytest.mark.parametrize("root", [SITE, OFFLINE], ids=["web", "disk"])
def test_internal_links_and_anchors_lead_somewhere(root: Path) -> None:
    lost = {file.relative_to(root).as_posix(): broken(file, root) for file in html_files(root)}
    assert {name: links for name, links in lost.items() if links} == {}


def test_nothing_is_loaded_from_elsewhere() -> None:
    for file in html_files():
        assert [it for it in facts(file).loaded if urlsplit(it).netloc] == [], file


def led_on(address: str) -> str | None:
    """The step that a line at this address leads to: on another page, or of the main way."""
    page, anchor = address.split("#")
    href = dict(facts(SITE / page / "index.html").lines).get(anchor)
    if not href or href.split("--")[-1] != anchor.split("--")[-1]:
        return None
    return (
        urljoin(f"https://guide.example/{page}/", href)
        .removeprefix("https://guide.example/")
        .replace("/#", "#")
    )


def test_published_step_ids_live_or_lead_on_or_have_a_tombstone(book: Book) -> None:
    live = {f"{p.route.page}#{p.route.id}--{s.id}" for p in book.routes.values() for s in p.steps}
    gone = {f"{entry.page}#{entry.id}" for entry in book.data.retired}
    moved = {address for address in set(published()) - live if led_on(address) in live}
    assert set(published()) - live - gone - moved == set(), (
        "an address once published never dies silently"
    )
    assert live - set(published()) == set(), f"add these to {IDS.name}"


def test_steps_stand_on_their_page_with_a_link_to_themselves() -> None:
    addresses = published()
    known = set(addresses)
    for address in addresses:
        page, anchor = address.split("#")
        links = facts(SITE / page / "index.html").step_links
        assert (anchor, f"#{anchor}") in links or led_on(address) in known, address


def test_pages_about_a_product_or_place_tell_their_latest_change() -> None:
    for path, page in open_book().pages.items():
        text = facts(SITE / path / "index.html").article
        shown = text.count("Latest change:")
        letter = path.count("/") > 1 and path.startswith("letters/")  # its place's page tells it
        wanted = page.product or page.place or path == "compare"
        assert shown == bool(wanted and not letter), path


def test_a_product_without_steps_says_so_and_why(book: Book) -> None:
    with_steps = {placed.product_id for placed in book.routes.values()}
    for path, page in open_book().pages.items():
        if page.product and page.product not in with_steps:
            assert re.search(r"no opt-out (found|needed)", page.title), path
            assert facts(SITE / path / "index.html").cited, path


def test_every_authority_is_found_by_its_name_and_its_place(book: Book) -> None:
    index = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))
    for place in book.data.jurisdictions.values():
        found = "".join(
            unescape(entry["title"] + entry["text"])
            for entry in index["docs"]
            if entry["location"].startswith(f"{place.page}/")
        )
        named = [place.name, *(member.name for member in place.members)]
        named += [it.name for _, _, it in authorities(book, place)]
        assert [name for name in named if name not in found] == [], place.page
        article = facts(SITE / place.page / "index.html").article
        assert [name for name in named if name not in article] == [], place.page


def test_changes_are_listed_company_by_company(book: Book) -> None:
    found = facts(SITE / "about" / "changes" / "index.html").ids
    assert {name for change in book.data.changes for name in change.affects} <= set(found)


def test_every_claim_is_used_on_a_page(book: Book) -> None:
    cited = {name for file in pages().values() for name in facts(file).cited}
    assert set(book.data.claims) - cited == set(), "cite them, or remove them"


def test_readers_are_sent_to_reputable_places_only(book: Book) -> None:
    sources = [source for source in book.data.sources.values() if source.kind in REPUTABLE]
    allowed = {str(s.url) for s in sources} | {str(s.archive) for s in sources}
    allowed |= {str(a.url) for a in book.data.authorities.values()}
    allowed |= {str(c.contact) for c in book.data.controllers.values()}
    companies = [domain for company in book.data.companies.values() for domain in company.domains]
    for name, file in pages().items():
        for address in facts(file).article_links:
            if urlsplit(address).netloc not in {"", "guide.example"}:
                assert address in allowed or is_on(address, companies), f"{name}: {address}"


def test_forms_and_settings_are_on_the_companies_own_domains(book: Book) -> None:
    companies = [domain for company in book.data.companies.values() for domain in company.domains]
    for name, file in pages().items():
        for address in facts(file).action_links:
            if urlsplit(address).netloc:
                assert is_on(address, companies), f"{name}: {address}"


def test_open_data_is_published() -> None:
    published_yaml = (SITE / "data" / "platforms.yml").read_bytes()
    assert published_yaml == (DOCS / "data" / "platforms.yml").read_bytes()
    assert (SITE / "data" / "schema.json").exists()
    assert (SITE / "data" / "comparison.csv").exists()
    claims = json.loads((SITE / "data" / "platforms.json").read_text(encoding="utf-8"))["claims"]
    assert claims


def test_every_page_says_the_day_it_was_judged_on() -> None:
    for name, file in pages().items():
        assert re.search(r"judged as of\s+\d{1,2} \w+ 20\d\d", facts(file).footer), name


@pytest.mark.parametrize("words", ["legal advice", "not affiliated"])
def test_every_page_says_what_it_is_not_once(words: str) -> None:
    for file in html_files():
        page = facts(file)
        assert page.footer.count(words) == 1, file
        assert words not in page.article, file


def test_the_page_for_writers_lists_every_macro_and_no_other() -> None:
    (table, *_) = parsed(SITE / "about" / "macros" / "index.html").xpath("//article//table")
    rows = [row.text_content().strip() for row in table.xpath(".//tbody//th")]
    assert [row.partition("(")[0] for row in rows] == list(MACROS)


USED_WITH = {
    "class": {"steps": "checklist", "pass": "pass", "deadline": "deadline", "letter": "letters",
              "typed": "not-here", "confirmed--fresh": "fresh"},
    "id": {"plan": "plan", "finder": "where", "compare-choice": "compare", "keys-choice": "keys"},
}  # fmt: skip
"""What is used with a script, by class or id, and that script."""


def code(script: str) -> str:
    """A script of ours as it is published: without the marks of its words."""
    text = (SCRIPTS / f"{script}.js").read_text(encoding="utf-8").replace("/*_*/", "")
    return str(jsmin(text)).strip()


def scripts(file: Path) -> str:
    """The code of all scripts that a page loads, at once or once they are near."""
    told = parsed(file).xpath("//script/@src | //script/@data-near")
    return "".join((file.parent / it).read_text(encoding="utf-8") for it in told)


def test_a_page_loads_the_scripts_that_its_contents_are_used_with() -> None:
    own = {name: code(name) for names in USED_WITH.values() for name in names.values()}
    seen = set()
    for file in pages().values():
        tree, loaded = parsed(file), scripts(file)
        for kind, names in USED_WITH.items():
            shown = {word for value in tree.xpath(f"//@{kind}") for word in value.split()}
            for word in shown & names.keys():
                assert own[names[word]] in loaded, (file, word)
                seen.add(names[word])
    assert seen == set(own)


def test_a_page_loads_no_script_that_its_macros_do_not_need(book: Book) -> None:
    own = {name: code(name) for page in book.pages.values() for name in page.needed}
    for path, page in book.pages.items():
        loaded = scripts(SITE / path / "index.html")
        asked = {name for name in own if own[name] in loaded}
        assert asked | EVERY == {*page.needed} | EVERY, path
