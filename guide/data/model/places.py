"""Places: the law that helps there, whom to write to, where to complain."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.addresses import ENGLISH
from guide.data.model.evidence import Evidence, Where
from guide.data.model.letters import ByLanguage, Kind, Reply
from guide.data.model.record import Record
from guide.data.types import Id, Language, Mail, Page, Prose, Text, Url

Deed = Literal["object", "suspend", "withdraw", "stop"]
"""What a letter does: object; have the use suspended; take consent back; in some cases end it."""

Region = Literal["europe", "americas", "asia", "africa", "oceania", "elsewhere"]

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class Member(Record):
    """A country or state inside a jurisdiction, by its ISO 3166 code."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
    name: Prose
    in_sentence: Prose | None = Field(None, description="Its name in running text.")
    authority: Id | None = None


class ByLetter(Record):
    """Whether its law lets people say no by letter, with or without a form of Meta's."""

    answer: Literal["yes", "partly", "no", "depends"]
    deed: Deed | None = Field(None, description="What such a letter does; none after a no.")
    what: Prose
    letter: Kind | None = Field(None, description="Which of the place's letters says it.")
    claims: Annotated[list[Id], Field(min_length=1)]


class Jurisdiction(Evidence):
    """A place with one answer to: may I refuse?"""

    name: Prose
    short: Prose | None = Field(None, description="Its name where room is short: EU, UK.")
    within: Id | None = Field(None, description="The place it is a part of.")
    in_sentence: Prose | None = Field(None, description="Its name in running text: the UK.")
    page: Page
    region: Region = Field(description="Its part of the world, as the UN counts them.")
    also_called: list[Text] = []
    codes: list[Country] = Field(
        default=[], description="ISO codes of what it is, or reaches beside its members."
    )
    unsure_codes: list[Country] = Field(
        default=[], description="ISO codes of where it may not hold: readers there are asked."
    )
    members: list[Member] = []
    law: Prose | None = None
    objection: Literal["yes", "reported", "no", "unclear"]
    objection_note: Prose
    by_letter: ByLetter
    rights: list[Prose] = []
    reply: Reply | None = None
    cost: Prose | None = None
    may_refuse: Prose | None = None
    controller: Id | None = None
    authorities: list[Id] = []

    @property
    def spoken(self) -> str:
        """Its name in running text."""
        return self.in_sentence or self.name


class Controller(Evidence):
    """The company that answers for the data, and its postal address."""

    name: Text
    attention: Text | None = None
    address: list[Text]
    contact: Url | None = None
    mail: Mail | None = Field(None, description="Where it takes requests about privacy.")
    company: Id | None = Field(None, description="Whose it is; its block's, unless written.")
    where: Where | None = Field(
        None, description="Whose letters go there: how it comes to stand in the choice of letters."
    )
    note: Prose | None = None
    language: Language = Field(ENGLISH, description="Spoken where its address is.")
    in_letters: ByLanguage = Field(
        {}, description="Its name and address in one line, as a letter in that language has it."
    )


class Authority(Evidence):
    """A public body that takes complaints."""

    name: Text
    url: Url | None = None
    note: Prose | None = None
