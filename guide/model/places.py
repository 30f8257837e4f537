"""Places: the law that helps there, whom to write to, where to complain."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.fields import Id, Page, Text, Url
from guide.model.evidence import Evidence
from guide.model.record import Record

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class Member(Record):
    """A country or state inside a jurisdiction, by its ISO 3166 code."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
    name: Text
    authority: Id | None = None


class Reply(Record):
    """How long an answer may take. ``basis``: a statute's rule, or practice."""

    count: Annotated[int, Field(ge=1, le=366)]
    unit: Literal["day", "working-day", "month"]
    basis: Literal["statute", "practice"]
    note: Text | None = None


class Jurisdiction(Evidence):
    """A place with one answer to: may I refuse?"""

    name: Text
    page: Page
    also_called: list[Text] = []
    codes: list[Country] = Field(
        default=[], description="ISO codes of what it is, or reaches beside its members."
    )
    unsure_codes: list[Country] = Field(
        default=[], description="ISO codes of where it may not hold: readers there are asked."
    )
    members: list[Member] = []
    law: Text | None = None
    objection: Literal["yes", "reported", "no", "unclear"]
    objection_note: Text
    rights: list[Text] = []
    reply: Reply | None = None
    cost: Text | None = None
    may_refuse: Text | None = None
    controller: Id | None = None
    authorities: list[Id] = []


class Controller(Evidence):
    """The company that answers for the data, and its postal address."""

    name: Text
    attention: Text | None = None
    address: list[Text]
    contact: Url | None = None
    note: Text | None = None


class Authority(Evidence):
    """A public body that takes complaints."""

    name: Text
    url: Url | None = None
    note: Text | None = None
