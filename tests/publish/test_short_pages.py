"""The comparison, the plan and the first page: little in sight, all of it within reach."""

from __future__ import annotations

import gzip
import re
from copy import deepcopy
from typing import Any

import pytest

from guide import addresses
from guide.data.book import Book
from guide.show import comparison
from tests.conftest import SITE
from tests.page_facts import facts, has_class, parsed

LIMITS = {"compare": (1500, 20), "plan": (900, 16), "": (600, 14)}
"""Words in sight and KiB, compressed, at most."""
FIRST = 14
"""KiB that come with the first flight of packets."""
STARTS = (b"<details class=part", b'<details class="part', b"<details class=compare-choice",
          b"<details class=finder__more")  # fmt: skip
"""What a closed part begins with."""
KEPT = {
    "compare": """default-on full-opt-out account-switch form own-content web-data retroactive
        private-messages human-review retention minors business-accounts robots-control everyone
        law none other verdicts questions do-openai-and-google-let-you-fully-opt-out
        what-is-the-real-difference compare-choice""",
    "plan": "all plan finder finder-search finder-place plan-data plan-title",
    "": """where-do-you-live form everyone-else plan-for-all what-else-do-you-use understand-it
        what-makes-this-guide-different finder finder-search finder-place plan-data""",
}


def article(page: str) -> Any:
    (found,) = parsed(SITE / page / "index.html").xpath("//article")
    return found


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def in_sight(page: str) -> int:
    """The words that stand there before anything is opened; the form for a plan counts.

    Signs and the numbers of citations are no words.
    """
    shown = deepcopy(article(page))
    closed = (
        "details/*[not(self::summary)]",
        "script",
        "option",
        "*[@hidden and not(self::form)]",
    )
    for it in shown.xpath(" | ".join(f".//{path}" for path in closed)):
        it.drop_tree()
    return len([it for it in " ".join(shown.itertext()).split() if re.search(r"[^\W\d_]", it)])


@pytest.mark.parametrize("page", LIMITS)
def test_it_stays_short_and_light(page: str) -> None:
    most, kib = LIMITS[page]
    assert in_sight(page) <= most
    assert len(gzip.compress((SITE / page / "index.html").read_bytes(), 9)) <= kib * 1024


@pytest.mark.parametrize("page", LIMITS)
def test_what_stands_before_the_first_closed_part_comes_first(page: str) -> None:
    raw = (SITE / page / "index.html").read_bytes()
    before = raw[: min(at for it in STARTS if (at := raw.find(it)) > 0)]  # fmt: skip
    assert len(gzip.compress(before, 9)) <= FIRST * 1024


@pytest.mark.parametrize("page", KEPT)
def test_every_name_a_link_may_hold_is_still_there(page: str) -> None:
    assert set(KEPT[page].split()) - set(facts(SITE / page / "index.html").ids) == set()


def test_every_question_has_a_page_with_every_answer(book: Book) -> None:
    for it in book.data.comparison.criteria:
        page = addresses.question(it.id)
        found = facts(SITE / page / "index.html")
        assert f"../compare/{it.id}/" in facts(SITE / "compare" / "index.html").article_links, (
            "no way there"
        )
        assert f"#{it.id}" in " ".join(found.article_links), "no way back"
        assert found.title.startswith(it.question)
        gist = comparison.gist(book, it.id)
        assert found.description.startswith(gist), f"{page}: say “{gist}”"
        for company, answers in book.data.comparison.answers.items():
            (row,) = article(page).xpath(f".//tr[@id='{company}']")
            assert " ".join(answers[it.id].note.split()) in words(row), (page, company)
            assert set(answers[it.id].claims) <= {
                link.rpartition("#")[2] for link in row.xpath(f".//*[{has_class('cite')}]/a/@href")
            }


def test_every_company_has_a_page_with_every_answer_its_claims_and_the_way_to_the_steps(
    book: Book,
) -> None:
    for company, answers in book.data.comparison.answers.items():
        page = addresses.company(company)
        (table,) = article(page).xpath(".//table")
        for it in book.data.comparison.criteria:
            (row,) = table.xpath(f".//tr[@id='{it.id}']")
            assert it.question in words(row)
            assert " ".join(answers[it.id].note.split()) in words(row), (page, it.id)
            assert set(answers[it.id].claims) <= {
                link.rpartition("#")[2] for link in row.xpath(f".//*[{has_class('cite')}]/a/@href")
            }
        links = facts(SITE / page / "index.html").article_links
        products = book.data.companies[company].products
        own = {it.path for it in book.pages.values() if it.product in products}
        assert {f"../../{it}/" for it in own if not it.startswith("limit")} <= set(links), page
        assert f"../../{addresses.evidence(company)}/" in links, page


def test_a_company_that_stood_on_the_comparison_leads_on_from_its_line(book: Book) -> None:
    page = article("compare")
    for company in book.data.companies:
        (line,) = page.xpath(f".//*[@id='{company}']")
        if company not in comparison.FIRST:
            assert line.xpath("ancestor-or-self::*[contains(@class, 'leads-on')]"), company
            assert line.xpath(".//a/@href")[0] == f"../compare/{company}/"


def test_three_companies_stand_side_by_side(book: Book) -> None:
    (table,) = article("compare").xpath(".//table[@id='side-by-side']")
    for it in book.data.comparison.criteria:
        (row,) = table.xpath(f".//tr[@id='{it.id}']")
        cells = row.xpath("./td")
        for company, cell in zip(("meta", "openai", "google"), cells, strict=True):
            answer = book.data.comparison.answers[company][it.id]
            assert " ".join(answer.note.split()) in words(cell), (company, it.id)


def test_a_page_beside_the_plan_lists_every_route_in_closed_parts(book: Book) -> None:
    page = article("plan/all")
    for placed in book.routes.values():
        (link,) = page.xpath(f".//table//a[contains(@href, '#{placed.route.id}')"
                             f" and substring-after(@href, '#') = '{placed.route.id}']")  # fmt: skip
        assert link.xpath(f"ancestor::details[{has_class('part')}]"), placed.route.id


def test_each_companys_routes_lead_on_from_their_address_on_the_plan(book: Book) -> None:
    page = article("plan")
    for company in {placed.company_id for placed in book.routes.values()}:
        (line,) = page.xpath(f".//*[{has_class('leads-on')}]//a[@id='all-{company}']")
        assert line.get("href") == f"../plan/all/#all-{company}"
        assert f"all-{company}" in facts(SITE / "plan" / "all" / "index.html").ids
