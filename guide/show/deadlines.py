"""How long an answer may take: what the law says, or, where none speaks, what we suggest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide.data.book import Book
from guide.data.model.evidence import EVERYWHERE
from guide.data.model.letters import Letter, Reply
from guide.data.model.places import Jurisdiction
from guide.i18n.words import N_, _
from guide.show import wording


@dataclass(frozen=True, slots=True)
class Wait:
    """A time to count from the day of sending, and in words what it rests on."""

    count: int
    unit: str
    basis: str
    note: str = ""

    @property
    def text(self) -> str:
        """``1 calendar month (set by law)``."""
        return f"{wording.count(self.count, wording.UNIT[self.unit])} ({self.basis})"


FIRST = frozenset({"object", "access", "ask", "erase", "restrict"})
"""Letters that start a law's clock. The others follow up."""
SUGGESTED = N_("our suggestion")


def replies(book: Book, where: Iterable[str]) -> list[tuple[Jurisdiction, Wait]]:
    """The places among these whose law or practice sets a time, in the data's order."""
    wanted = set(where)
    return [
        (place, wait)
        for key, place in book.data.jurisdictions.items()
        if wanted & {key, EVERYWHERE} and (wait := of_place(place))
    ]


def of_place(place: Jurisdiction) -> Wait | None:
    """How long an answer may take there, if its law or practice sets a time."""
    return _wait(place.reply) if place.reply else None


def of_letter(place: Jurisdiction, letter: Letter) -> Wait:
    """How long to wait after sending this letter."""
    if letter.reply:
        return _wait(letter.reply)
    if letter.kind in FIRST:
        return of_place(place) or Wait(30, "day", _(SUGGESTED))
    if letter.to == "authority":
        return Wait(3, "month", _(SUGGESTED))
    return Wait(14, "day", _(SUGGESTED))


def _wait(it: Reply) -> Wait:
    return Wait(it.count, it.unit, wording.BASIS[it.basis], it.note or "")
