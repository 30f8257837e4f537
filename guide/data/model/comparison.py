"""The comparison: the same questions put to every company."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.data.model.record import Record
from guide.data.types import Id, Page, PastDate, Prose, Tier

NOT_YET = "Not looked at yet."
"""The note of an answer that nobody has looked for: the stub of a new company has it."""

Said = Literal["yes", "no", "partly", "unknown"]
Verdict = Literal["everyone", "law", "none", "other"]


class Criterion(Record):
    """A question. ``good`` is the answer a reader would hope for."""

    id: Id
    question: Prose
    short: Prose = Field(description="What it is about, where room is short: Switch.")
    good: Literal["yes", "no", "neither"]
    promises: bool = Field(False, description="Who reads a yes expects a page with the steps.")


class Searched(Record):
    """The documents in which an answer was looked for and not found, and on which day."""

    on: PastDate
    sources: Annotated[list[Id], Field(min_length=1)]


class Answer(Record):
    """A company's answer: a word, a sentence, and the claims behind it.

    An ``unknown`` names what was ``searched`` instead.
    """

    answer: Said
    by_tier: dict[Tier, Said] = Field({}, description="Where the plan decides: each plan's own.")
    note: Prose
    claims: list[Id]
    page: Page | None = None
    searched: Searched | None = None


class Comparison(Record):
    """``answers`` is company id → criterion id → answer; none may be missing.

    ``verdicts`` sorts every company: who lets everyone refuse, who only where the
    law forces it, where no way was found, and where there is nothing to refuse.
    ``headline`` is the question whose answer stands beside a company's verdict.
    """

    criteria: Annotated[list[Criterion], Field(min_length=1)]
    headline: Id
    verdicts: dict[Verdict, list[Id]]
    answers: dict[Id, dict[Id, Answer]]
