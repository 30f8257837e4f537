"""What a page shows of the data, from the small guide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from guide.data.book import Book
from guide.data.macro_calls import Call
from guide.data.model.comparison import Answer, Criterion
from guide.data.model.history import Change
from guide.data.pages import DocPage
from guide.show import queries
from tests.small import PAGES, book, page

PRODUCT = PAGES["opt-out/facebook/web"]
PLACE = replace(PAGES["rights/eu"], calls=(Call("jurisdiction", ("eu",), 9, "jurisdiction"),))
NEITHER = page("compare")


def with_changes(*more: dict[str, Any]) -> Book:
    """The small guide, whose one event is of May 2025, with others like it."""
    start = book()
    (first,) = start.data.changes
    changes: list[Change] = [first, *(first.model_copy(update=each) for each in more)]
    return replace(start, data=replace(start.data, changes=changes))


def latest(about: DocPage, *more: dict[str, Any], company: str | None = None) -> str | None:
    change = queries.latest_change(with_changes(*more), about, company)
    return change.id if change else None


def test_changes_stand_newest_first() -> None:
    found = with_changes({"id": "before", "date": "2023"}, {"id": "later", "date": "2025-06"})
    years = queries.changes_by_year(found, "meta")
    assert [(year, [it.id for it in own]) for year, own in years] == [
        (2025, ["later", "training-starts"]),
        (2023, ["before"]),
    ]
    assert queries.changes_newest_first(found, "openai") == []


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({}, "new"),
        ({"products": ["facebook"]}, "new"),
        ({"products": ["whatsapp"]}, "training-starts"),
        ({"affects": ["openai"]}, "training-starts"),
    ],
)
def test_a_products_page_shows_what_changed_for_it(change: dict[str, Any], shown: str) -> None:
    assert latest(PRODUCT, {"id": "new", "date": "2026", **change}) == shown


@pytest.mark.parametrize(
    ("where", "shown"),
    [(["uk", "eu"], "new"), (["uk"], "training-starts"), (["everywhere"], "training-starts")],
)
def test_a_places_page_shows_what_changed_there(where: list[str], shown: str) -> None:
    assert latest(PLACE, {"id": "new", "date": "2026", "where": where}) == shown


def test_a_place_without_an_event_shows_what_changed_everywhere() -> None:
    brazil = replace(PLACE, calls=(Call("letters", ("brazil",), 9, "place with letters"),))
    assert latest(brazil) is None
    assert latest(brazil, {"id": "new", "date": "2026", "where": ["everywhere"]}) == "new"


def test_other_pages_show_the_newest_change_or_a_companys() -> None:
    other = {"id": "new", "date": "2026", "affects": ["openai"]}
    assert latest(NEITHER, other) == "new"
    assert latest(NEITHER, other, company="meta") == "training-starts"


def test_coverage_counts_what_a_companys_pages_state() -> None:
    start = book()
    cites = Call("cite", ("meta-public-posts", "eu-may-object"), 12, "claim")
    about = replace(PRODUCT, calls=(*PRODUCT.calls, cites))
    found = replace(start, pages={**start.pages, about.path: about})
    assert queries.coverage(found) == [("Meta", 1, 2, 2, "2025-05")]
    assert queries.coverage(start) == [("Meta", 1, 2, 1, "2025-05")]


@pytest.mark.parametrize(
    ("good", "answer", "tone"),
    [
        ("yes", "yes", "good"),
        ("no", "yes", "bad"),
        ("no", "no", "good"),
        ("neither", "yes", "partly"),
        ("yes", "partly", "partly"),
        ("neither", "unknown", "unknown"),
    ],
)
def test_an_answer_is_judged_by_what_a_reader_hopes_for(good: Any, answer: Any, tone: str) -> None:
    asked = Criterion(id="x", question="Is it?", short="Is", good=good)
    assert queries.tone(asked, Answer(answer=answer, note="It is.", claims=[])) == tone


def test_a_company_leads_to_the_first_page_its_answers_name() -> None:
    comparison = book().data.comparison
    (asked,) = comparison.criteria
    own = {asked.id: comparison.answers["meta"][asked.id].model_copy(update={"page": "rights/eu"})}
    assert queries.steps_page(comparison, "meta") is None
    named = comparison.model_copy(update={"answers": {"meta": own}})
    assert queries.steps_page(named, "meta") == "rights/eu"
