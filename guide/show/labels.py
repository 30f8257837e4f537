"""Menu labels as steps show them, and what they are called in all languages there are names for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from guide import addresses
from guide.addresses import Place
from guide.data.book import Book, PlacedRoute
from guide.data.model.routes import Label, LabelName, Step
from guide.data.types import earliest
from guide.i18n.language import current
from guide.i18n.words import _

Named: TypeAlias = tuple[Place, Label]


def first_english(steps: Iterable[Step]) -> list[dict[str, str]]:
    """For each step, the labels in the reader's language that none before had, with the English."""
    told: set[str] = set()
    found = []
    for step in steps:
        found.append({own: it for own, it in step.english.items() if own not in told})
        told |= step.english.keys()
    return found


def place(placed: PlacedRoute, step: Step) -> Place | None:
    """Where the names of a step's labels stand: those of the first that has any."""
    owners = ((placed.product_id, placed.product), (placed.company_id, placed.company))
    for text in (*step.labels, *step.path):
        for owner, it in owners:
            for name, label in it.labels.items():
                if label.text == text and label.names:
                    return addresses.label(owner, name)
    return None


def by_app(book: Book) -> list[tuple[str, str, list[Named]]]:
    """Labels that have names in other languages, by the id and name of the app that shows them."""
    found = []
    for key, company in book.data.companies.items():
        several = _("Several apps of %(company)s") % {"company": company.name}
        owners = [(key, several, company.labels)]
        owners += [(it, own.name, own.labels) for it, own in company.products.items()]
        for owner, shown, labels in owners:
            rows = [(addresses.label(owner, it), own) for it, own in labels.items() if own.names]
            found += [(owner, shown, rows)] if rows else []
    return found


def newest(book: Book, name: LabelName) -> str:
    """The last day that a document shows a label so; empty if none bears a date."""
    own = [book.data.sources[ref.id] for ref in name.sources]
    days = [day for it in own if (day := it.published or it.captured)]
    return max(days, key=earliest, default="")


def country(code: str) -> str:
    """What a country is called in the language being built."""
    return str(current().locale.territories[code])
