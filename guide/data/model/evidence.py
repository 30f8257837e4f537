"""Sources, what they say, and how sure we are of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.data.model.record import Record
from guide.data.types import Date, Id, Language, PastDate, Prose, Text, Url

Confidence = Literal["high", "medium", "low"]
Kind = Literal[
    "official", "regulator", "court", "law", "press", "ngo",
    "professional", "blog", "forum", "aggregator", "mirror", "unattributed",
]  # fmt: skip

EVERYWHERE = "everywhere"

Where = Annotated[list[Id], Field(min_length=1)]
"""Jurisdiction ids, or ``everywhere`` alone."""

EverywhereBecause = Literal["only-edition", "says-so", "every-edition", "same-product", "event"]
"""Why a claim may hold everywhere: its document is the only edition there is; it says so
itself; every edition was read; the same app or setting is used by all; it is a dated event
or the content of a named document, which no border changes."""

LINKED: frozenset[str] = frozenset({"official", "regulator", "court", "law", "press", "ngo"})
"""Kinds readers are sent to. The others are evidence we name and do not link."""


class Source(Record):
    """A document we hold as evidence."""

    title: Text
    publisher: Text
    kind: Kind
    url: Url | None = Field(None, description="Where it is, or was, published.")
    archive: Url | None = Field(None, description="The dated copy that was read.")
    published: PastDate | None = Field(None, description="Only if the source bears a date.")
    effective: Date | None = Field(None, description="From when a law or policy applies.")
    captured: PastDate | None = Field(None, description="When the copy that was read was made.")
    changed: PastDate | None = Field(
        None, description="When it changed after that copy; until the new text is read."
    )
    same_text_as: Text | None = Field(
        None, description="A name for a text that several sources repeat: they count once."
    )
    language: Language = "en"
    speaks_for: Where | None = Field(
        None, description="Places it is evidence for: an edition's, a country's, or everywhere."
    )

    @property
    def linked(self) -> bool:
        """Whether readers are sent to it."""
        return self.kind in LINKED and self.url is not None


class SourceRef(Record):
    """A source, and the place in it: a section or a few quoted words."""

    id: Id
    at: Text
    speaks_for: Where | None = Field(
        None, description="Where this passage names other places than its document's own."
    )


class Evidence(Record):
    """What a statement rests on. ``confidence`` is the research note's, never higher."""

    confidence: Confidence
    sources: Annotated[list[SourceRef], Field(min_length=1)]
    reread: bool = Field(True, description="false: cited from general knowledge, not re-opened.")


class EvidencePage(Record):
    """A page of evidence for a part of its block, where that has too much for one."""

    begins: list[Id] = Field([], description="Claims whose ids begin so; the longest counts.")
    holds: list[Literal["changes", "documents"]] = Field([], description="All of the block's.")


class Claim(Evidence):
    """One fact, with an address of its own."""

    text: Prose
    where: Where
    everywhere_because: EverywhereBecause | None = None
    past: bool = Field(False, description="It tells of a past state; a newer copy changes nothing.")
    disagree: Prose | None = Field(None, description="What another source says instead.")
