"""What the pages of evidence and their index show: entries in order, what rests on a document."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TypeAlias

from guide import addresses
from guide.data.book import Book
from guide.data.model.evidence import Claim, Source
from guide.data.model.history import Change
from guide.data.subjects import Subject
from guide.data.types import earliest
from guide.i18n.words import order

FIRST_WORDS = 34
"""As many characters of a text stand in the index: all its lines are on one page."""

Named: TypeAlias = tuple[str, Source]


def first_words(text: str, most: int = FIRST_WORDS) -> str:
    """The beginning of a text, cut between two words."""
    if len(text) <= most:
        return text
    whole = text[: most + 1].rsplit(" ", 1)[0]
    return f"{whole.rstrip(' ,.;:–(“')}…"


def claims(book: Book, names: Iterable[str]) -> list[tuple[str, Claim]]:
    """Claims by their texts, as a reader looks them up."""
    found = [(name, book.data.claims[name]) for name in names]
    return sorted(found, key=lambda it: order(it[1].text.casefold()))


def changes(book: Book, names: Iterable[str] | None = None) -> list[Change]:
    """Dated events, newest first: these, or all."""
    wanted = None if names is None else set(names)
    own = [it for it in book.data.changes if wanted is None or it.id in wanted]
    return sorted(own, key=lambda it: earliest(it.date), reverse=True)


def sources(book: Book, names: Iterable[str]) -> tuple[list[Named], list[Named]]:
    """Documents readers are sent to, and evidence that is only named; each by publisher."""
    found = sorted(
        ((name, book.data.sources[name]) for name in names),
        key=lambda it: (it[1].publisher.casefold(), it[0]),
    )
    return [it for it in found if it[1].linked], [it for it in found if not it[1].linked]


def by_publisher(found: Iterable[Named]) -> list[tuple[str, list[Named]]]:
    """The same, each publisher named once."""
    return [(name, list(own)) for name, own in groupby(found, key=lambda it: it[1].publisher)]


def rests_on(book: Book, names: Iterable[str]) -> dict[str, list[tuple[addresses.Place, str]]]:
    """Source → the claims and events that rest on it: their addresses and first words."""
    found: dict[str, list[tuple[addresses.Place, str]]] = {name: [] for name in names}
    for name, claim in book.data.claims.items():
        for source in found.keys() & {ref.id for ref in claim.sources}:
            found[source].append((addresses.claim(name), first_words(claim.text)))
    for change in book.data.changes:
        for source in found.keys() & {ref.id for ref in change.sources}:
            found[source].append((addresses.change(change.id), first_words(change.what)))
    return {name: rest for name, rest in found.items() if rest}


def shown(book: Book) -> list[tuple[str, Subject]]:
    """The subjects that have entries, each with the address of its page."""
    subjects = book.data.subjects.items()
    return [(addresses.evidence(key), it) for key, it in subjects if any(it.anchors())]
