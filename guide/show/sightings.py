"""What readers are told of reports: who saw a route work last, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.data import seen
from guide.data.book import Book
from guide.data.model.routes import Route
from guide.data.model.seen import Device, Result, Seen
from guide.data.types import earliest
from guide.show.dates import in_words
from guide.show.place_names import ELSEWHERE
from guide.show.wording import DEVICE, number

ON: dict[Device, str] = {"web": "in a browser", "android": "on Android", "ios": "on an iPhone"}
FOUND: dict[Result, str] = {"differs": "found another screen", "gone": "found it gone"}
RESULT: dict[Result, str] = {"worked": "it worked", "differs": "another screen", "gone": "gone"}


class Sighting(NamedTuple):
    """That a route worked, in words: ``a reader in Italy, on Android``, ``4 December 2026``."""

    who: str
    date: str


class Spot(NamedTuple):
    """The newest report from a place on a device, in words, and its address where it has one."""

    where: str
    said: str
    report: str


def last(book: Book, route: Route) -> Sighting | None:
    """Who saw it work last; nobody, where a source is newer."""
    it = seen.last_worked(route)
    if it is None or earliest(it.date) < earliest(route.confirmed.date or it.date):
        return None
    return Sighting(f"a {it.kind} {_in(book, it)}, {ON[it.surface]}", in_words(it.date))


def confirms(route: Route) -> bool:
    """Whether who saw it last is also whose report confirmed it."""
    it = seen.last_worked(route)
    own = route.confirmed
    return bool(it and own.source == seen.SOURCE_ID and own.date == it.date)


def found(book: Book, it: Seen) -> str:
    """``a reader found it gone in Italy, on Android``."""
    return f"a {it.kind} {FOUND[it.result]} {_in(book, it)}, {ON[it.surface]}"


def doubts(book: Book, route: Route) -> list[str]:
    """``Two readers found another screen on 3 December 2026, in Italy, on Android.``"""
    open_ones = seen.doubts(route)
    return [
        _doubt(book, result, found)
        for result in FOUND
        if (found := [it for it in open_ones if it.result == result])
    ]


def spots(book: Book, route: Route) -> list[Spot]:
    """The newest report from each place on each device, newest first."""
    known = seen.spots(book.data)
    return [
        Spot(
            f"{known[it.place].name}, {DEVICE[it.surface]}",
            ", ".join(_told(it)),
            it.report or "",
        )
        for it in seen.newest(route)
    ]


def _told(it: Seen) -> Iterator[str]:
    yield RESULT[it.result]
    if it.version:
        yield f"version {it.version}"
    yield in_words(it.date)
    if it.mended:
        yield f"steps set right on {in_words(it.mended)}"


def _in(book: Book, it: Seen) -> str:
    name = seen.spots(book.data)[it.place].in_sentence
    return "in another country" if it.place == ELSEWHERE else f"in {name}"


def _doubt(book: Book, result: Result, found: Sequence[Seen]) -> str:
    """Of several, the newest day; a place and a device where all have the same."""
    people = len({it.by for it in found})
    kinds = {it.kind for it in found}
    kind = kinds.pop() if len(kinds) == 1 else "person"
    who = f"A {kind}" if people == 1 else f"{number(people).capitalize()} {_many(kind)}"
    days = {it.date for it in found}
    when = f"{', last' if len(days) > 1 else ''} on {in_words(max(days))}"
    places = {_in(book, it) for it in found}
    devices = {ON[it.surface] for it in found}
    where = [f", {next(iter(them))}" for them in (places, devices) if len(them) == 1]
    return f"{who} {FOUND[result]}{when}{''.join(where)}."


def _many(kind: str) -> str:
    return "people" if kind == "person" else f"{kind}s"
