"""Dates in words, and when a confirmation is out of date."""

from __future__ import annotations

from datetime import date

import pytest

from guide.data.model.routes import Confirmation
from guide.data.types import earliest
from guide.show.dates import State, freshness, in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [("2026-10-02", "2 October 2026"), ("2025-05", "May 2025"), ("2023", "2023")],
)
def test_dates_read_as_people_say_them(value: str, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("value", "first"),
    [("2024-02", date(2024, 2, 1)), ("2023", date(2023, 1, 1)), ("2024-02-29", date(2024, 2, 29))],
)
def test_a_partial_date_counts_from_its_first_day(value: str, first: date) -> None:
    assert earliest(value) == first


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2025, 5, 1), "fresh"),
        (date(2025, 9, 28), "fresh"),
        (date(2025, 9, 29), "due"),
        (date(2025, 10, 28), "due"),
        (date(2025, 10, 29), "overdue"),
    ],
)
def test_a_confirmation_ages(on: date, state: State) -> None:
    confirmed = Confirmation(date="2025-05", how="press", source="x")
    found = freshness(confirmed, 180, on)
    assert (found.state, found.due) == (state, date(2025, 10, 28))


def test_without_a_date_a_check_is_overdue() -> None:
    assert (
        freshness(Confirmation(how="guide", source="x"), 180, date(2025, 5, 1)).state == "overdue"
    )
