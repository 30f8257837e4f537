"""Companies: what they answer, side by side, and what changed when."""

from __future__ import annotations

from guide.show import addressees, comparison, overview, queries
from guide.show import groups as kinds
from guide.show.context import Here
from guide.show.macros.declare import fill, macro


@macro(scripts=("lead-on",))
def who_refuses(here: Here) -> str:
    """A picture: every company and every question, a sign for each answer."""
    verdicts = overview.who_refuses(here.book)
    return fill("who-refuses", here, verdicts=verdicts, beside=comparison.first(here.book))


@macro("company")
def what_when(here: Here, company: str) -> str:
    """A picture: every company's dated events on a strip of months.

    ``company``: the one whose events the page tells; the others lead to theirs.
    """
    years, rows = overview.what_when(here.book)
    return fill(
        "what-when",
        here,
        years=years,
        rows=rows,
        month=overview.MONTH,
        number=overview.NUMBER - 1,
        company=company,
    )


@macro(scripts=("compare",))
def compare(here: Here) -> str:
    """Three companies side by side, others by choice; each question leads to its own page."""
    groups = kinds.companies(here.book, here.book.data.companies)
    return fill("compare", here, compared=comparison, answers=comparison.FILE, groups=groups)


@macro()
def companies(here: Here) -> str:
    """Every company by group, with the way to its own page."""
    groups = kinds.companies(here.book, here.book.data.companies)
    return fill("companies", here, groups=groups)


@macro("company")
def company(here: Here, name: str) -> str:
    """A company’s page of the comparison: its answer to every question, with its claims."""
    return fill("company", here, id=name, pages=comparison.pages(here.book, name))


@macro("question")
def question(here: Here, name: str) -> str:
    """A question of the comparison: every company’s answer with its claims."""
    known = {it.id: it for it in here.book.data.comparison.criteria}
    return fill("question", here, criterion=known[name], compared=comparison)


def compared_parts(here: Here) -> str:
    """The answers that may be put side by side, for the script of that; no page calls it."""
    return fill("compared-parts", here, compared=comparison)


@macro("company")
def timeline(here: Here, company: str) -> str:
    """A company’s dated events, newest first, under a heading for each year."""
    return fill("timeline", here, years=queries.changes_by_year(here.book, company))


@macro()
def changes(here: Here) -> str:
    """Every company’s dated events, newest first, then company by company."""
    companies = {
        key: queries.changes_newest_first(here.book, key) for key in here.book.data.companies
    }
    return fill("changes", here, years=queries.changes_by_year(here.book), companies=companies)


@macro("company")
def latest_change(here: Here, company: str | None = None) -> str:
    """The newest dated event about the page’s own product or place, or a company’s.

    At the end of each page about a product or a place.
    """
    change = queries.latest_change(here.book, here.page, company)
    written_to = addressees.by_company(here.book.data)
    return fill("latest-change", here, change=change, written_to=written_to)


@macro()
def corrections(here: Here) -> str:
    """What was wrong here and when it was mended."""
    return fill("corrections", here, rows=queries.corrections_newest_first(here.book))


@macro()
def tombstones(here: Here) -> str:
    """Addresses that no longer show what they did, and what to read instead."""
    return fill("tombstones", here)
