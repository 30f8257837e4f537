"""A round of checks: what waits longest for the most people stands first, with whom it needs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from bs4 import BeautifulSoup

from guide.data.book import Book
from guide.data.model.routes import Confirmation
from guide.recheck import overdue
from guide.show import macros
from guide.show.context import Here
from guide.show.wanted import groups, wanted
from tests.small import TWO, TWO_PAGES, book, page

DAY = date(2026, 11, 23)


def confirmed(day: str | None) -> dict[str, Any]:
    return {"confirmed": Confirmation(date=day, how="guide", source="local-blog"), "seen": []}


# Beside the small guide's own, for a browser in the EU, confirmed in May 2025.
OTHERS = {
    "undated": confirmed(None),
    "older": confirmed("2024-05"),
    "fresh": confirmed("2026-11"),
    "both-places": {"where": ["eu", "uk"], **confirmed("2025-12")},
    "any-device": {"where": ["everywhere"], "surface": "any", **confirmed("2026-01")},
    "reported": {"reported": ["uk"], **confirmed("2026-02")},
    "other-way": {"where": ["everywhere"], "alternative_to": "older", **confirmed("2020")},
    "delete-all": {"kind": "delete", **confirmed("2024-04")},
}


def with_routes() -> Book:
    start = book(TWO, {**TWO_PAGES, "plan": page("plan")})
    meta = start.data.companies["meta"]
    own = meta.products["facebook"]
    (first,) = own.routes
    routes = [first, *(first.model_copy(update={"id": it, **v}) for it, v in OTHERS.items())]
    product = own.model_copy(update={"routes": routes})
    company = meta.model_copy(update={"products": {"facebook": product}})
    return replace(start, data=replace(start.data, companies={"meta": company}))


def test_what_most_plans_hold_stands_first_and_of_those_the_longest_unseen() -> None:
    found = [(it.placed.route.id, it.plans) for it in wanted(with_routes(), DAY)]
    assert found == [
        ("any-device", 6), ("both-places", 2), ("reported", 2), ("undated", 1), ("delete-all", 1),
        ("older", 1), ("facebook-web-object", 1), ("other-way", 0),
    ]  # fmt: skip


def test_the_table_has_each_once_by_place_and_app() -> None:
    found = [
        (it.places, it.product, [rank for rank, _ in it.rows]) for it in groups(with_routes(), DAY)
    ]
    assert found == [
        ("everywhere", "Facebook", [1, 8]),
        ("EU and EEA, United Kingdom", "Facebook", [2, 3]),
        ("EU and EEA", "Facebook", [4, 5, 6, 7]),
    ]


def test_a_page_says_whom_a_route_needs_and_asks_nobody_to_delete() -> None:
    made = BeautifulSoup(macros.wanted(Here(with_routes(), "rights/eu/")), "html.parser")
    lines = made.select(".wanted__all li")
    text = "Facebook: Object in a browser (Any device, 3 min). Last confirmed: January 2026"
    assert " ".join(lines[0].get_text().split()) == text
    ranked = [(it["data-rank"], it["data-places"], it["data-uses"]) for it in lines if it.attrs]
    everywhere = ("1", "everywhere", "facebook-web facebook-android facebook-ios")
    assert ranked[:3] == [
        everywhere,
        ("8", "everywhere", "facebook-web"),
        ("2", "eu uk", "facebook-web"),
    ]
    assert "5" not in {rank for rank, *_ in ranked}, "the route that deletes"
    names = json.loads(made.select_one("script").text)  # type: ignore[union-attr]
    assert names["places"] == {"eu": "EU and EEA", "uk": "United Kingdom"}
    assert names["uses"]["facebook-ios"] == "Facebook on an iPhone"


def test_the_weekly_issue_lists_the_same_round() -> None:
    found = with_routes()
    (finding,) = overdue.check(found, DAY)
    lines = [line for line in finding.body.splitlines() if line.startswith("- [ ] ")]
    assert [line.split("`")[1] for line in lines] == [
        it.placed.route.id for it in wanted(found, DAY)
    ]
    assert lines[1].endswith("Needs: Computer or phone browser; EU and EEA, United Kingdom")
