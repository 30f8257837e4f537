"""What readers are told of reports: who saw a route work last, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.data import seen
from guide.data.book import Book
from guide.data.model.routes import Route
from guide.data.model.seen import Result, Seen
from guide.data.types import earliest
from guide.i18n import foreign
from guide.i18n.words import N_, Words, _
from guide.show.dates import in_words
from guide.show.place_names import ELSEWHERE
from guide.show.wording import DEVICE, number

ON = Words({"web": N_("in a browser"), "android": N_("on Android"), "ios": N_("on an iPhone")})
FOUND = Words({"differs": N_("found another screen"), "gone": N_("found it gone")})
RESULT = Words({"worked": N_("it worked"), "differs": N_("another screen"), "gone": N_("gone")})
KIND = Words({"maintainer": N_("a maintainer"), "reader": N_("a reader")})


_RESULTS: tuple[Result, ...] = ("differs", "gone")


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
    return Sighting(f"{KIND[it.kind]} {_in(book, it)}, {ON[it.surface]}", in_words(it.date))


def confirms(route: Route) -> bool:
    """Whether who saw it last is also whose report confirmed it."""
    it = seen.last_worked(route)
    own = route.confirmed
    return bool(it and own.source == seen.SOURCE_ID and own.date == it.date)


def found(book: Book, it: Seen) -> str:
    """``a reader found it gone in Italy, on Android``."""
    return f"{KIND[it.kind]} {FOUND[it.result]} {_in(book, it)}, {ON[it.surface]}"


def doubts(book: Book, route: Route) -> list[str]:
    """``Two readers found another screen on 3 December 2026, in Italy, on Android.``"""
    open_ones = seen.doubts(route)
    return [
        _doubt(book, result, found)
        for result in _RESULTS
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
        yield _("version %(number)s") % {"number": it.version}
    yield in_words(it.date)
    if it.mended:
        yield _("steps set right on %(day)s") % {"day": in_words(it.mended)}


def _in(book: Book, it: Seen) -> str:
    name = seen.spots(book.data)[it.place].in_sentence
    return _("in another country") if it.place == ELSEWHERE else _("in %(place)s") % {"place": name}


def _doubt(book: Book, result: Result, found: Sequence[Seen]) -> str:
    """Of several, the newest day; a place and a device where all have the same."""
    people = len({it.by for it in found})
    kinds = {it.kind for it in found}
    kind = kinds.pop() if len(kinds) == 1 else "person"
    who = _one(kind) if people == 1 else _many(kind, foreign.bare(number(people)).capitalize())
    days = {it.date for it in found}
    day = {"day": in_words(max(days))}
    when = _(", last on %(day)s") % day if len(days) > 1 else _(" on %(day)s") % day
    places = {_in(book, it) for it in found}
    devices = {ON[it.surface] for it in found}
    where = [f", {next(iter(them))}" for them in (places, devices) if len(them) == 1]
    return f"{who} {FOUND[result]}{when}{''.join(where)}."


def _one(kind: str) -> str:
    said = {"maintainer": _("A maintainer"), "reader": _("A reader"), "person": _("A person")}
    return said[kind]


def _many(kind: str, number: str) -> str:
    said = {
        "maintainer": _("%(number)s maintainers"),
        "reader": _("%(number)s readers"),
        "person": _("%(number)s people"),
    }
    return said[kind] % {"number": number}
