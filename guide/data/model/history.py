"""What happened, and what is no longer here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.data.model.evidence import Evidence, Where
from guide.data.model.record import Record
from guide.data.types import Address, Id, PastDate, Prose, Text


class Change(Evidence):
    """A dated event that changed what readers can do, or why."""

    id: Id
    date: PastDate
    what: Prose
    brief: Prose | None = Field(
        None, description="In a few words, for the picture: of the few events that matter most."
    )
    where: Where
    affects: list[Id] = Field([], description="Companies; in a company's block, others than it.")
    products: list[Id] = Field([], description="Only these of their products; empty: all.")


class Retired(Record):
    """The tombstone of a step, route or claim: an address never dies silently."""

    kind: Literal["claim", "route", "step"]
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*$")]
    page: Text
    date: PastDate
    why: Prose
    see: Text


class Moved(Record):
    """A page that stands at another address now; the old one leads there."""

    old: Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
    new: Text
    date: PastDate


class Correction(Record):
    """Something we had wrong: what we said and how long, what is right, what to do about it."""

    id: Id
    date: PastDate = Field(description="The day it was mended.")
    since: PastDate = Field(alias="from", description="The day we first said it.")
    until: PastDate = Field(description="The last day we said it.")
    was: Prose
    now: Prose
    relied: Prose = Field(description="What to do for those who relied on it.")
    pages: Annotated[list[Address], Field(min_length=1, description="Where it stood.")]
