"""What the three pictures show: where people may object, who lets them refuse, what happened when.

Each is a selection from the data; the partials of the same names draw it.
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from guide.data.book import Book
from guide.data.model.comparison import Verdict
from guide.data.model.history import Change
from guide.data.model.places import Jurisdiction
from guide.data.types import earliest
from guide.i18n.words import _
from guide.show import groups, queries, wording

Way: TypeAlias = Literal["form", "letter", "reported", "no"]

FEW = 8
"""As many companies under one verdict are seen at a glance; more of them stand in groups."""
MONTH = 4
"""How wide a month is on the strip of events, and how high the mark of one event."""
NUMBER = 9
"""How high the number of an event is that is told beside the strip."""


class Tile(NamedTuple):
    """A place, its sign, and the words under its name."""

    place: str
    name: str
    page: str
    way: Way
    said: str


Verdicts: TypeAlias = list[tuple[Verdict, list[tuple[str, list["Row"]]]]]
"""A verdict, and the companies under it by group; one group without a name if they are few."""


class Row(NamedTuple):
    """A company and how each of its answers looks to a reader, in the order of the questions."""

    company: str
    name: str
    tones: list[str]


class Mark(NamedTuple):
    """An event that is told in a few words, and how far right its number stands on the strip."""

    change: Change
    x: int


class Strip(NamedTuple):
    """A company's dated events: how many a year, the shape that draws them, and those told."""

    company: str
    name: str
    years: dict[int, int]
    path: str
    height: int
    marks: list[Mark]


def way(place: Jurisdiction) -> Way:
    """The best sure way to say no there: Meta's form, a letter; else a form some report, or none.

    A reported form is shown before a letter: the page of the place tells of both.
    """
    if place.objection == "yes":
        return "form"
    if place.objection == "reported":
        return "reported"
    return "no" if place.by_letter.answer == "no" else "letter"


def where_object(book: Book) -> list[tuple[str, list[Tile]]]:
    """Every place once, under its part of the world, from west to east."""
    found: dict[str, list[Tile]] = {region: [] for region in wording.REGION}
    for key, place in book.data.jurisdictions.items():
        tile = Tile(key, place.name, place.page, way(place), _said(place))
        found[place.region].append(tile)
    return [(region, tiles) for region, tiles in found.items() if tiles]


def _said(place: Jurisdiction) -> str:
    depends = place.by_letter.answer == "depends"
    said = {
        "form": _("form"),
        "reported": _("form reported"),
        "letter": _("letter in some countries") if depends else _("letter"),
        "no": _("no"),
    }[way(place)]
    also = place.objection == "reported" and place.by_letter.answer in {"yes", "partly"}
    return _("%(form)s, or letter") % {"form": said} if also else said


def who_refuses(book: Book) -> Verdicts:
    """Every company once, under its verdict, with a sign for each question."""
    found: Verdicts = []
    for verdict, companies in book.data.comparison.verdicts.items():
        few = [("", companies)] if len(companies) <= FEW else None
        kinds = few or groups.companies(book, companies)
        rows = [(kind, [_row(book, key) for key in own]) for kind, own in kinds]
        found += [(verdict, rows)] if companies else []
    return found


def _row(book: Book, company: str) -> Row:
    comparison = book.data.comparison
    answers = comparison.answers[company]
    tones = [queries.tone(it, answers[it.id]) for it in comparison.criteria]
    return Row(company, book.data.companies[company].name, tones)


def what_when(book: Book) -> tuple[list[int], list[Strip]]:
    """The years, and every company with events, the one with most of them first."""
    own = {key: queries.changes_newest_first(book, key) for key in book.data.companies}
    dates = [earliest(change.date).year for change in book.data.changes]
    years = list(range(min(dates), max(dates) + 1)) if dates else []
    rows = [
        Strip(
            key,
            book.data.companies[key].name,
            {year: sum(earliest(it.date).year == year for it in changes) for year in years},
            *_drawn(changes, years),
        )
        for key, changes in own.items()
        if changes
    ]
    return years, sorted(rows, key=lambda row: -sum(row.years.values()))


def _drawn(changes: list[Change], years: list[int]) -> tuple[str, int, list[Mark]]:
    """A square for each event in its month, stacked; a line through a year if no more is known.

    The second is how high the picture is; the third is what is told beside it, oldest first.
    """
    path, most, marks = "", 3, []
    for when, inside in groupby(sorted(changes, key=_month), _month):
        start = (int(when[:4]) - years[0]) * 12 * MONTH
        exact = len(when) == 7
        start += (int(when[5:]) - 1) * MONTH if exact else 0
        shape = "h3v3h-3z" if exact else f"h{12 * MONTH - 1}v1h-{12 * MONTH - 1}z"
        told = []
        for level, change in enumerate(inside):
            bottom = level * MONTH
            path += f"M{start} {-bottom - (3 if exact else 1)}{shape}"
            most = max(most, bottom + MONTH)
            told += [change] if change.brief else []
        marks += [Mark(it, start) for it in told]
    return path, most + 1 + (NUMBER if marks else 0), marks


def _month(change: Change) -> str:
    return change.date[:7]
