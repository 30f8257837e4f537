"""Dates in words, and whether a confirmation is still fresh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton

from guide.data.model.routes import Confirmation
from guide.data.types import earliest
from guide.i18n.language import current

DUE_SOON = timedelta(days=30)

State = Literal["fresh", "due", "overdue"]


def in_words(value: str) -> str:
    """``2026-10-02`` → ``2 October 2026``; ``2025-05`` → ``May 2025``; ``2023`` → ``2023``."""
    return _in_words(value, current().locale)


@cache
def _in_words(value: str, locale: Locale) -> str:
    day = earliest(value)
    if value.count("-") == 2:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM" if "-" in value else "y", day, locale=locale)


def a_year_after(day: date) -> date:
    """The same day a year later; for 29 February the last of that month."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + 1, day=last)


@dataclass(frozen=True, slots=True)
class Freshness:
    """How a confirmation stands on the guide date."""

    state: State
    due: date | None


def freshness(confirmed: Confirmation, review_after_days: int, on: date) -> Freshness:
    """Fresh, due within 30 days, or overdue; without a date, overdue.

    A partial date counts from its first day.
    """
    if confirmed.date is None:
        return Freshness("overdue", None)
    due = earliest(confirmed.date) + timedelta(days=review_after_days)
    if on > due:
        return Freshness("overdue", due)
    return Freshness("due" if on > due - DUE_SOON else "fresh", due)
