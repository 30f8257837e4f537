"""Letters: one template, many laws. The law is data; so is each language's wording."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from guide.data.french import EACH_ITS_SPACES
from guide.data.model.evidence import Evidence
from guide.data.model.record import Record
from guide.data.types import Language, Prose, Text

Kind = Literal["object", "access", "ask", "erase", "restrict", "reminder", "answer", "complaint"]
OPEN: frozenset[Kind] = frozenset({"ask"})
"""Letters to a company that the reader names; all others are written to the one of their place."""
Situation = Literal["required", "helpful", "none"]
"""Whether the law wants the writer's particular situation told."""
Blank = Literal[
    "name", "contact", "date", "authority", "account", "login", "links", "child", "state",
    "situation", "sent", "answer", "company", "address",
]  # fmt: skip
"""What the reader fills in. In a letter's text it stands as ``[name]``."""
BLANK = re.compile(r"\[([a-z]+)\]")

ByLanguage: TypeAlias = Annotated[dict[Language, Text], EACH_ITS_SPACES]
ListByLanguage: TypeAlias = Annotated[
    dict[Language, Annotated[list[Text], Field(min_length=1)]], EACH_ITS_SPACES
]


class Wording(Record):
    """What every letter in a language says, whatever the law."""

    greeting: Text
    who_self: Text
    who_child: Text
    who_no_account: Text
    demand: Text
    situation: Text
    proof: Text
    enclosed: Text
    closing: Text
    products: Text = Field(description="What an addressee without a list of products offers.")
    assistant: Text = Field(description="Its AI, without a name.")
    blanks: dict[Blank, Text]


class Reply(Record):
    """How long an answer may take. ``basis``: a statute's rule, or practice."""

    count: Annotated[int, Field(ge=1, le=366)]
    unit: Literal["day", "working-day", "month"]
    basis: Literal["statute", "practice"]
    note: Prose | None = None


class LetterLaw(Evidence):
    """What one law adds, without its words, which are in a text file for each language."""

    kind: Kind
    to: Literal["controller", "authority"]
    situation: Situation
    reply: Reply | None = Field(None, description="Where the law sets a time for this letter.")
    hints: list[Prose] = Field([], description="English advice beside the letter, not in it.")


class Letter(LetterLaw):
    """The same with its words. Every map has the languages of its place, no others."""

    name: ByLanguage
    right: ByLanguage
    demands: ListByLanguage
    deadline: ByLanguage | None = None
    if_refused: ByLanguage | None = None
    enclosed: ListByLanguage | None = None


class LettersLaw(Record):
    """A place's letters. ``reviewed`` names languages a native lawyer has read."""

    languages: Annotated[list[Language], Field(min_length=1)]
    reviewed: list[Language] = []
    letters: Annotated[list[LetterLaw], Field(min_length=1)]


class LettersOf(Record):
    """The same with their words."""

    languages: list[Language]
    reviewed: list[Language] = []
    letters: list[Letter]
    fields: dict[Language, dict[str, str]] = Field(
        {}, exclude=True, description="What stands in the texts for the company they go to."
    )


class AddresseeWords(Record):
    """What a letter calls a company and its products in one language."""

    company: Text
    products: Text
    assistant: Text
