"""What a plan says has changed since: changes and reports, each with where it counts."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from guide.data.book import Book, PlacedRoute
from guide.data.model.seen import Seen
from guide.show import macros, since_script
from guide.show.context import Here
from tests.small import TWO, TWO_PAGES, book


def with_seen(book: Book, placed: PlacedRoute, *reports: Seen) -> Book:
    """The same guide with what people reported of one route."""
    route = placed.route.model_copy(update={"seen": list(reports)})
    routes = [route if it.id == route.id else it for it in placed.product.routes]
    product = placed.product.model_copy(update={"routes": routes})
    products = {**placed.company.products, placed.product_id: product}
    company = placed.company.model_copy(update={"products": products})
    companies = {**book.data.companies, placed.company_id: company}
    return replace(book, data=replace(book.data, companies=companies))


def report(day: str, result: str, more: dict[str, str]) -> Seen:
    spot = {"kind": "reader", "place": "IE", "surface": "web", "by": "0" * 8}
    return Seen.model_validate({"date": day, "result": result, **spot, **more})


def reported(more: dict[str, str] | None = None) -> Book:
    """A report that something differs, one that it worked, and before it one that it was gone."""
    it = book()
    (placed,) = it.routes.values()
    reports = (report("2026-11-20", "differs", more or {}), report("2026-11-10", "worked", {}))
    return with_seen(it, placed, *reports, report("2026-11-01", "gone", {}))


def test_a_change_counts_for_its_companies_products_and_places() -> None:
    told = since_script.since(book())
    (change,) = told["changes"]
    assert change == {
        "id": "training-starts",
        "date": "2025-05-27",
        "companies": ["meta"],
        "products": [],
        "where": ["eu"],
    }
    route = told["routes"]["facebook-web-object"]
    assert (route["company"], route["product"]) == ("meta", "facebook")
    assert route["steps"] == ["log-in", "send"]


def test_what_holds_in_a_place_holds_in_what_lies_within_it() -> None:
    inside = TWO.replace('    page: "rights/uk"\n', '    page: "rights/uk"\n    within: "eu"\n')
    (change,) = since_script.since(book(inside, TWO_PAGES))["changes"]
    assert change["where"] == ["eu", "uk"]


def test_only_what_nothing_newer_answers_is_told_of_reports() -> None:
    it = reported()
    told = since_script.since(it)["routes"]["facebook-web-object"]["reports"]
    assert [(one["date"], one["where"]) for one in told] == [("2026-11-20", ["eu"])]
    said = "20 November 2026: a reader found another screen in Ireland, in a browser."
    assert words(it, told[0]["id"]) == said


def test_steps_set_right_after_a_report_are_a_change() -> None:
    it = reported({"mended": "2026-11-22"})
    told = since_script.since(it)["routes"]["facebook-web-object"]["reports"]
    assert [(one["date"], one["where"]) for one in told] == [("2026-11-22", ["eu"])]
    said = "22 November 2026: the steps were set right after a report."
    assert words(it, told[0]["id"]) == said


def words(it: Book, name: str) -> str:
    """What the plan would say of it."""
    (placed,) = it.routes.values()
    reports = since_script.reports(it, placed.route)
    parts = BeautifulSoup(macros.since_parts(Here(it, "plan/"), reports), "html.parser")
    (line,) = parts.select(f"[data-since='{name}']")
    return line.get_text()


def test_every_change_has_its_words_and_the_way_to_its_sources() -> None:
    parts = BeautifulSoup(macros.since_parts(Here(book(), "plan/"), []), "html.parser")
    line = parts.select_one("[data-since='training-starts']")
    assert line is not None
    assert line.get_text().startswith("27 May 2025: Training starts.")
    assert line.a is not None
    assert line.a["href"] == "../about/sources/meta/#change-training-starts"
