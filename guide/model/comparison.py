"""The comparison: the same questions put to every company."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.fields import Id, Page, Text
from guide.model.record import Record


class Criterion(Record):
    """A question. ``good`` is the answer a reader would hope for."""

    id: Id
    question: Text
    good: Literal["yes", "no", "neither"]


class Answer(Record):
    """A company's answer: a word, a sentence, and the claims behind it."""

    answer: Literal["yes", "no", "partly", "unknown"]
    note: Text
    claims: list[Id]
    page: Page | None = None


class Comparison(Record):
    """``answers`` is company id → criterion id → answer; none may be missing."""

    criteria: Annotated[list[Criterion], Field(min_length=1)]
    answers: dict[Id, dict[Id, Answer]]
