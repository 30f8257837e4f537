"""Dates in words, and whether a confirmation is still fresh."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Literal

from guide.fields import earliest
from guide.model.routes import Confirmation
from guide.pages import ROOT

DUE_SOON = timedelta(days=30)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

State = Literal["fresh", "due", "overdue"]


def in_words(value: str) -> str:
    """``2026-10-02`` → ``2 October 2026``; ``2025-05`` → ``May 2025``; ``2023`` → ``2023``."""
    parts = [int(part) for part in value.split("-")]
    words = [str(parts[0])]
    if len(parts) > 1:
        words.insert(0, _MONTHS[parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def git(*words: str) -> str:
    """What git says about this commit; nothing outside a repository, or if it does not know."""
    command = ["git", *words]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if said.returncode else said.stdout.strip()


@cache
def commit_time() -> int | None:
    """Seconds since 1970 of the last commit; none outside a repository."""
    said = git("log", "-1", "--format=%ct")
    return int(said) if said else None


def on_day(moment: int) -> date:
    """The day, in UTC."""
    return datetime.fromtimestamp(moment, UTC).date()


@cache
def guide_date() -> date:
    """The day freshness is judged against.

    ``GUIDE_DATE``, else ``SOURCE_DATE_EPOCH``, else the day of the last commit,
    else today. The first two come from whoever builds; nothing is guessed.
    """
    if given := os.environ.get("GUIDE_DATE"):
        return date.fromisoformat(given)
    moment = build_time()
    return on_day(moment) if moment is not None else datetime.now(UTC).date()


def build_time() -> int | None:
    """What stands in for the clock, so that bytes depend on the commit alone."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given) if given else commit_time()


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
