"""Pick and sort what a page shows. Pure functions over the book."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeAlias

from guide.data import seen
from guide.data.book import Book, PlacedRoute
from guide.data.model.comparison import Answer, Comparison, Criterion, Verdict
from guide.data.model.evidence import EVERYWHERE
from guide.data.model.history import Change, Correction
from guide.data.model.places import Authority, Jurisdiction
from guide.data.model.routes import Route
from guide.data.pages import DocPage
from guide.data.types import earliest
from guide.i18n.words import _, order
from guide.show import letters, wording
from guide.show.dates import Freshness, freshness


def place_names(book: Book, where: Iterable[str]) -> str:
    """``["eu", "uk"]`` → ``EU and EEA, United Kingdom``; most places → ``everywhere except …``."""
    wanted = set(where)
    names = {key: place.name for key, place in book.data.jurisdictions.items()}
    if EVERYWHERE in wanted:
        return _("everywhere")
    rest = [name for key, name in names.items() if key not in wanted]
    if len(rest) < len(wanted) > 3:
        but = _("everywhere except %(places)s") % {"places": ", ".join(rest)}
        return but if rest else _("everywhere")
    return ", ".join(name for key, name in names.items() if key in wanted)


def routes_by_product(book: Book, products: Iterable[str]) -> list[tuple[str, list[PlacedRoute]]]:
    """Product name and its routes, in the data's order."""
    wanted = list(products)
    placed = [route for route in book.routes.values() if route.product_id in wanted]
    placed.sort(key=lambda route: wanted.index(route.product_id))
    return [(name, list(group)) for name, group in groupby(placed, lambda r: r.product.name)]


def routes_by_company(book: Book) -> list[tuple[str, list[tuple[str, list[PlacedRoute]]]]]:
    """Company id, and its products that have routes, each with them; in the data's order."""
    found = [
        (key, routes_by_product(book, company.products))
        for key, company in book.data.companies.items()
    ]
    return [(key, groups) for key, groups in found if groups]


def routes_by_due(book: Book, on: date) -> list[tuple[PlacedRoute, Freshness]]:
    """Every route and how fresh it is: undated first, then the longest overdue."""
    rows = [
        (placed, freshness(placed.route.confirmed, placed.route.review_after_days, on))
        for placed in book.routes.values()
    ]
    return sorted(rows, key=lambda row: row[1].due or date.min)


def confirmed_by(book: Book, route: Route) -> str:
    """Who says that a route worked: its source's publisher, or those who reported."""
    it = route.confirmed
    if it.source != seen.SOURCE_ID:
        return book.data.sources[it.source].publisher
    live = it.how == "live"
    return _("a maintainer of this guide") if live else _("readers of this guide")


def changes_newest_first(book: Book, company: str | None = None) -> list[Change]:
    """A company's dated events, or all of them."""
    own = [it for it in book.data.changes if company is None or company in it.affects]
    return sorted(own, key=lambda change: earliest(change.date), reverse=True)


def corrections_newest_first(book: Book, company: str | None = None) -> list[Correction]:
    """Our own mistakes, the last mended first; of one day, in the data's order.

    A company's are those that stood on a page of its own.
    """
    own = book.data.corrections
    if company is not None:
        pages = pages_of(book, company)
        own = [it for it in own if pages & set(it.pages)]
    return sorted(own, key=lambda it: earliest(it.date), reverse=True)


def changes_by_year(book: Book, company: str | None = None) -> list[tuple[int, list[Change]]]:
    """The same under their years, the newest year first."""
    years = groupby(changes_newest_first(book, company), lambda change: earliest(change.date).year)
    return [(year, list(changes)) for year, changes in years]


def owner(book: Book, product: str) -> str:
    """The company whose product it is."""
    return next(key for key, it in book.data.companies.items() if product in it.products)


def latest_change(book: Book, page: DocPage, company: str | None = None) -> Change | None:
    """The newest event about the page's product or place; of all, if it is about neither.

    A place without an event of its own has what changed everywhere.
    """
    changes = changes_newest_first(book, company)
    if page.product:
        maker = owner(book, page.product)
        own = [it for it in changes if maker in it.affects]
        changes = [it for it in own if not it.products or page.product in it.products]
    elif page.place:
        own = [it for it in changes if page.place in it.where]
        changes = own or [it for it in changes if EVERYWHERE in it.where]
    return changes[0] if changes else None


class Coverage(NamedTuple):
    """How much of a company is here; ``newest`` is the date of its last confirmed route."""

    company: str
    routes: int
    steps: int
    claims: int
    newest: str | None


def pages_of(book: Book, company: str) -> set[str]:
    """The pages about a company's products, and those with steps for them."""
    products = book.data.companies[company].products
    shown = {it.route.page for it in book.routes.values() if it.company_id == company}
    return {p.path for p in book.pages.values() if p.product in products or p.path in shown}


def coverage(book: Book) -> list[Coverage]:
    """A row a company. Its claims are those its pages and its answers rest on."""
    rows = []
    for key, company in book.data.companies.items():
        placed = [it for it in book.routes.values() if it.company_id == key]
        claims = {name for page in pages_of(book, key) for name in book.pages[page].cited}
        for answer in book.data.comparison.answers[key].values():
            claims.update(answer.claims)
        dates = [it.route.confirmed.date for it in placed if it.route.confirmed.date]
        steps = sum(len(it.steps) for it in placed)
        newest = max(dates, key=earliest, default=None)
        rows.append(Coverage(company.name, len(placed), steps, len(claims), newest))
    return rows


def tone(criterion: Criterion, answer: Answer) -> str:
    """How an answer looks to a reader: ``good``, ``partly``, ``bad`` or ``unknown``."""
    if answer.answer == "unknown":
        return "unknown"
    if answer.answer == "partly" or criterion.good == "neither":
        return "partly"
    return "good" if answer.answer == criterion.good else "bad"


def steps_page(comparison: Comparison, company: str) -> str | None:
    """The first page the company's answers lead to, in the order of the questions."""
    answers = comparison.answers[company]
    return next((page for it in comparison.criteria if (page := answers[it.id].page)), None)


def page_of(book: Book, product: str) -> str | None:
    """The page of a product's first steps; without any, the one that says it is about it."""
    own = (page.path for page in book.pages.values() if page.product == product)
    steps = (it.route.page for it in book.routes.values() if it.product_id == product)
    return next(steps, None) or next(own, None)


def verdict(comparison: Comparison, company: str) -> Verdict:
    """Who can refuse there, in one word."""
    return next(it for it, companies in comparison.verdicts.items() if company in companies)


def places(book: Book, answers: Iterable[str]) -> list[Jurisdiction]:
    """Places with these answers to whether Meta has a form there; no answer: all."""
    wanted = set(answers)
    known = book.data.jurisdictions.values()
    return [place for place in known if not wanted or place.objection in wanted]


def countries(place: Jurisdiction) -> list[str]:
    """The countries or states in a place, without the parts of a country."""
    names = (member.name for member in place.members if "-" not in member.code)
    return sorted(names, key=order)


def way(book: Book, key: str) -> tuple[str, str] | None:
    """The page of the letter that says no there; none where the place has no such letter."""
    kind = book.data.jurisdictions[key].by_letter.letter
    return (letters.page(book.data, key, kind), "") if kind else None


def ways(book: Book) -> list[tuple[str, Jurisdiction, tuple[str, str] | None]]:
    """Every place without a sure form, with the way to the letter that says no there."""
    known = book.data.jurisdictions.items()
    return [(key, it, way(book, key)) for key, it in known if it.objection != "yes"]


Letters: TypeAlias = list[tuple[str, list[tuple[str, str, str]]]]
"""What a letter does, and where: name, page and anchor of each place."""


def by_letter(book: Book) -> tuple[Letters, list[str]]:
    """Places without a sure form by what a letter does there, and the claims of the plain ones."""
    rows = ways(book)
    found = {
        deed: [
            (it.spoken, *(letter or (it.page, "")))
            for _, it, letter in rows
            if it.by_letter.deed == deed
        ]
        for deed in wording.DEED
    }
    plain = [it.by_letter.claims[0] for _, it, _ in rows if it.by_letter.answer == "yes"]
    return [item for item in found.items() if item[1]], plain


def authorities(book: Book, place: Jurisdiction) -> list[tuple[str, str, Authority]]:
    """Id, country or state (none for the place's own), and authority; by country or state."""
    own = [(key, "") for key in place.authorities]
    members = [(m.authority, m.name) for m in place.members if m.authority]
    rows = [(key, name, book.data.authorities[key]) for key, name in own + members]
    return sorted(rows, key=lambda row: order(row[1]))
