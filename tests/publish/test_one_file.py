"""The whole guide in one file: all of it, its links, its rule, and what a phone shows."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from functools import cache
from typing import Any, get_args

import pytest
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from guide import addresses, settings
from guide.data import nav
from guide.data.book import Book
from guide.data.checks import letter_pages
from guide.data.model.letters import Kind
from guide.i18n import language
from guide.i18n.language import building
from guide.publish.copies.naming import named
from guide.publish.copies.one_file import one_file
from guide.publish.copies.one_file.article import START, Anchors
from guide.publish.copies.one_file.deduplicate import SeenBlocks
from guide.show.dates import in_words
from guide.show.wording import SURE
from tests.conftest import DIST, SITE, html_files
from tests.page_facts import facts
from tests.publish.test_built_site import published

FILE = DIST / named(settings.current(), ".html")
KINDS = get_args(Kind)
STEP = "facebook-ios-object--open-menu"


@cache
def tree() -> Any:
    return html.document_fromstring(FILE.read_text(encoding="utf-8"))


def words(text: str) -> str:
    return " ".join(text.split())


@cache
def places() -> dict[str, Any]:
    """What has a name, by that name."""
    return {node.get("id"): node for node in tree().xpath("//*[@id]")}


@cache
def text_of(anchor: str) -> str:
    return words(places()[anchor].text_content())


def test_it_is_light_enough_for_a_mail() -> None:
    """About 2.3 MB with forty companies; most mail boxes take ten times as much."""
    assert FILE.stat().st_size <= 2_300_000


def test_every_page_is_in_it_in_the_order_of_the_contents(book: Book) -> None:
    found = [article.get("id") for article in tree().xpath("//main/article")]
    kept = set(one_file.titles(book))
    assert kept < set(book.pages)
    assert all(
        it.startswith(("about/sources/", "letters/", "compare/")) for it in set(book.pages) - kept
    )
    assert set(found) == {page or START for page in kept}
    listed = [page or START for page in nav.pages(nav.read_nav())]
    assert [anchor for anchor in found if anchor in set(listed)] == listed
    assert found.index("letters/eu/access") == found.index("letters/eu") + 2
    for anchor in found:
        page = "" if anchor == START else anchor
        (title,) = html.document_fromstring(
            (SITE / page / "index.html").read_text(encoding="utf-8")
        ).xpath("//h1")
        title.xpath("./a[@class='headerlink']")[0].drop_tree()
        (heading,) = places()[anchor].xpath("(.//h2)[1]")
        assert words(heading.text_content()) == words(title.text_content())


def test_every_page_is_in_the_contents() -> None:
    listed = tree().xpath("//nav[@id='contents']//a/@href")
    assert listed == [f"#{it.get('id')}" for it in tree().xpath("//main/article")]


def test_every_internal_link_leads_somewhere() -> None:
    ids = Counter(tree().xpath("//@id"))
    assert ids.total() == len(ids)
    links = tree().xpath("//a/@href")
    assert [link for link in links if link[0] == "#" and link[1:] not in ids] == []
    assert [link for link in links if not link.startswith(("#", "https://"))] == []


def test_every_step_is_in_it_under_its_own_name(book: Book) -> None:
    steps = {f"{it.route.id}--{step.id}": step for it in book.routes.values() for step in it.steps}
    assert {address.split("#")[1] for address in published()} <= set(tree().xpath("//@id"))
    for name, step in steps.items():
        found = places()[name]
        if found.tag == "a":  # an alternative shares it with its main way
            assert words(step.do) in text_of(found.get("href")[1:])
            continue
        assert words(step.do) in text_of(name)
        assert [label for label in step.path if label not in text_of(name)] == []


def test_every_companys_answers_are_in_it(book: Book) -> None:
    for it in book.data.comparison.criteria:
        page = places()[addresses.question(it.id)]
        for company, answers in book.data.comparison.answers.items():
            (row,) = (
                row
                for row in page.xpath(".//tr[td]")
                if words(row.xpath("string(./th)")) == book.data.companies[company].name
            )
            assert words(answers[it.id].note) in words(row.text_content())
            (link,) = row.xpath("./th/a/@href")
            assert link.rpartition(":")[2].lstrip("#") == company
            assert places()[link[1:]].xpath("ancestor-or-self::article")[0].get("id") == "compare"


def test_every_claim_is_in_it_with_its_sources_and_their_dates(book: Book) -> None:
    entries = tree().xpath("(//ul[@class='entries'])[1]/li")
    for (_, claim), entry in zip(sorted(book.data.claims.items()), entries, strict=True):
        assert words(entry.findtext("./b")) == words(claim.text)
        assert SURE[claim.confidence] in entry.text_content().lower()
        for ref, link in zip(claim.sources, entry.xpath("./a"), strict=True):
            source = book.data.sources[ref.id]
            assert words(f"{source.publisher}, {ref.at}") in words(f"{link.text}{link.tail}")
            full = text_of(link.get("href")[1:])
            assert source.title in full
            assert source.kind == "unattributed" or f"{source.publisher}: " in full
            dates = [it for it in (source.published, source.effective, source.captured) if it]
            assert [it for it in map(in_words, dates) if it not in full] == []


def test_citations_lead_to_their_claim(book: Book) -> None:
    for name in ("rights/eu", "opt-out/chatgpt", "compare"):
        links = places()[name].xpath(".//sup/a/@href")
        page = facts(SITE / name / "index.html")
        cited = {words(places()[link[1:]].findtext("./b")) for link in links}
        assert {
            words(book.data.claims[it].text) for it in page.cited if it in book.data.claims
        } <= cited
        assert cited


def test_every_letter_in_english_and_in_the_language_of_the_guide_is_in_it(book: Book) -> None:
    wanted = letter_pages.wanted(book.data)
    assert {it for it in wanted if it in places()} == {it for it in wanted if len(wanted[it]) == 2}
    with building(language.named("pt-BR")):
        held = set(one_file.titles(book)) & set(wanted)
    assert held == {it for it in wanted if it.rpartition("/")[2] in {*KINDS, "pt-br", "pt-pt"}}
    for file in html_files(SITE / "letters"):
        page = html.document_fromstring(file.read_text(encoding="utf-8"))
        anchor = file.parent.relative_to(SITE).as_posix()
        if anchor not in places():
            continue
        whole = "".join(text_of(anchor).split())  # lines of a letter are blocks in both
        for letter in page.xpath("//article//article[@class='letter']"):
            assert "".join(letter.text_content().split()) in whole


def test_nothing_is_loaded_and_nothing_runs() -> None:
    assert tree().xpath("//script | //@src | //@srcset | //link[not(@rel='canonical')]") == []
    assert tree().xpath("//form | //input | //button | //iframe | //object | //@style") == []
    assert [name for it in tree().iter() for name in it.attrib if name.startswith("on")] == []
    (style,) = tree().xpath("//style/text()")
    assert "url(" not in style
    assert "@import" not in style
    (rule,) = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(part.strip().split(" ", 1) for part in rule.split(";"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert rules == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "style-src": f"'sha256-{digest}'",
    }


def test_it_says_what_day_it_is_of_and_where_the_newest_is() -> None:
    header = words(tree().xpath("//header")[0].text_content())
    made = re.search(r"A copy of (\d{1,2} \w+) (20\d\d)", header)
    assert made
    assert f"After {made[1]} {int(made[2]) + 1} it is over a year old" in header
    assert tree().xpath("//header//a/@href") == ["https://guide.example/guide/about/offline/"]


def test_a_name_two_pages_use_gets_the_page_before_it() -> None:
    one = html.fragment_fromstring("<article><h2 id='a'/><h2 id='b'/></article>")
    two = html.fragment_fromstring("<article><h2 id='b'/><h2 id='plan'/></article>")
    names = Anchors.of({"rights/eu": one, "plan": two, "": html.fragment_fromstring("<article/>")})
    assert names.of_id("rights/eu", "a") == "a"
    assert names.of_id("rights/eu", "b") == "rights/eu:b"
    assert names.of_id("plan", "plan") == "plan:plan"
    assert names.of_link("plan", "../rights/eu/#b") == "rights/eu:b"
    assert names.of_link("plan", "../rights/eu/index.html#a") == "a"
    assert names.of_link("rights/eu", "../../index.html") == START
    assert names.of_link("rights/eu", "../../plan/") == "plan"
    assert names.of_link("plan", "../data/platforms.yml") is None
    assert names.of_link("plan", "https://www.facebook.com/plan/") is None


def test_what_stands_twice_is_linked_to() -> None:
    block = "<details><summary>Same</summary><p>x</p></details>"
    page = html.fragment_fromstring(f"<article>{block}<p>between</p>{block} tail</article>")
    SeenBlocks().replace(page)
    assert html.tostring(page, encoding="unicode") == (
        '<article><details id="block-1"><summary>Same</summary><p>x</p></details>'
        '<p>between</p><p><a href="#block-1">Same</a></p> tail</article>'
    )


@pytest.fixture(params=["light", pytest.param("dark", marks=pytest.mark.audit)])
def phone(request: pytest.FixtureRequest, chromium: Browser) -> Any:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=request.param, offline=True
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda asked: said.append(asked.url) if asked.url[:5] != "file:" else None)
    yield page
    context.close()
    assert said == []


def opened_on(page: Page, name: str) -> None:
    """The place is marked as the target and begins on the first half of the screen."""
    box = page.locator(":target").bounding_box()
    assert page.evaluate("document.querySelector(':target').id") == name
    assert box
    assert 0 <= box["y"] < 422, box


def test_a_step_link_opens_on_the_step(phone: Page) -> None:
    phone.goto(f"{FILE.as_uri()}#{STEP}")
    opened_on(phone, STEP)
    colour = "e => getComputedStyle(e).backgroundColor"
    marked = phone.locator(":target").evaluate(colour)
    assert marked not in {"rgba(0, 0, 0, 0)", phone.locator("body").evaluate(colour)}


def test_contents_lead_to_a_page_and_back(phone: Page) -> None:
    phone.goto(FILE.as_uri())
    phone.get_by_text("Opt out", exact=True).first.click()
    phone.locator("#contents").get_by_role("link", name="ChatGPT", exact=True).click()
    opened_on(phone, "opt-out/chatgpt")
    phone.get_by_role("link", name="Contents", exact=True).click()
    opened_on(phone, "contents")


def test_a_citation_leads_to_its_claim(phone: Page) -> None:
    phone.goto(f"{FILE.as_uri()}#opt-out")
    link = phone.locator("[id='opt-out'] sup a").first
    name = str(link.get_attribute("href"))[1:]
    link.click()
    opened_on(phone, name)


def test_nothing_is_hidden_from_find_in_page_or_out_of_sight(phone: Page) -> None:
    phone.goto(FILE.as_uri())
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    hidden = phone.evaluate(
        """() => [...document.body.querySelectorAll("*")]
            .filter((it) => !it.closest("details, thead") && it.textContent.trim())
            .filter((it) => !it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map((it) => it.outerHTML.slice(0, 80))"""
    )
    assert hidden == []
