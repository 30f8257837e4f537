"""Routes: what a reader can do, step by step, and the forms they lead to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.data.model.evidence import Evidence, Where
from guide.data.model.record import Record
from guide.data.model.seen import Seen
from guide.data.types import Domain, Id, Language, Page, PastDate, Prose, Territory, Text, Tier, Url

How = Literal["live", "official-copy", "press", "guide", "reader", "unattributed"]
Surface = Literal["web", "computer", "android", "ios", "app", "any"]


class Confirmation(Record):
    """When a route was last known to work, and how that is known.

    ``date`` is left out where the source bears none.
    """

    date: PastDate | None = None
    how: How
    source: Id
    note: Prose | None = None


class FormStatus(Record):
    """What is known of a form today."""

    state: Literal["live", "reported", "broken", "replaced"]
    date: PastDate
    how: How
    source: Id
    note: Prose | None = None


class Form(Evidence):
    """A form or settings page on a company's own site."""

    company: Id = Field("", description="The block's own, filled in.")
    title: Prose
    url: Url
    who: Prose
    login: Literal["yes", "no", "unknown"]
    asks: list[Prose] = []
    evidence: Prose = Field(description="What proof it asks for.")
    status: FormStatus
    replaced_by: Id | None = None


class Step(Record):
    """One action.

    In the file, ``do`` has a label's id in braces where the label stands, and ``path``
    has ids. Joined, both have the label's text, and ``labels`` those of ``do``.
    """

    id: Id
    do: Prose
    labels: Annotated[list[Text], Field(max_length=0)] = Field(
        [], description="Filled in: the labels that stand in `do`."
    )
    path: list[Text] = Field([], description="Ids of labels, in the order they are tapped.")
    english: Annotated[dict[Text, Text], Field(max_length=0)] = Field(
        {}, description="Filled in: the English of labels that have their name in another language."
    )
    opens: Url | None = Field(None, description="A page of the company's own to open.")
    note: Prose | None = None


class Afterwards(Record):
    """What to expect once it is done."""

    expect: Prose
    keep: list[Prose] = []
    if_not: Page
    fakes: Prose | None = None


class Trouble(Record):
    """Something that goes wrong, and what then."""

    when: Prose
    then: Prose


class Coverage(Record):
    """What a route reaches or leaves out: a fact, so it rests on claims.

    ``where`` limits the line to some of the route's places; the page then says so.
    """

    text: Prose
    claims: list[Id]
    where: Where | None = Field(None, description="Only in these of the route's places.")


class Route(Evidence):
    """One way to refuse or limit, on one kind of device.

    An alternative takes over ``needs``, ``afterwards`` and ``trouble`` of the route it
    stands in for, where it does not write its own; an empty list is its own.
    """

    id: Id
    title: Prose
    kind: Literal["object", "request", "setting", "limit", "delete"]
    surface: Surface
    page: Page
    for_whom: Prose
    where: Where
    tiers: list[Tier] = Field([], description="Whose plan it is for; empty if every one's.")
    reported: list[Id] = Field([], description="Places where it is only reported to exist.")
    elsewhere: list[Page] = Field(description="Pages for everyone else; empty if for all.")
    minutes: Annotated[int, Field(ge=1, le=120)]
    needs: list[Prose] = []
    covers: Annotated[list[Coverage], Field(min_length=1)]
    does_not_cover: list[Coverage] = []
    form: Id | None = None
    other_form: Id | None = None
    steps: Annotated[list[Step], Field(min_length=1)]
    then: Id | None = Field(None, description="Shared steps that follow.")
    alternative_to: Id | None = Field(None, description="The route to try first.")
    afterwards: Afterwards | None = None
    trouble: list[Trouble] = []
    confirmed: Confirmation = Field(
        description="By its source. Joined and published: by reports, where they move it."
    )
    confirmed_by_source: Confirmation | None = Field(
        None, description="Filled in: what is written as `confirmed`, where reports moved it."
    )
    seen: Annotated[list[Seen], Field(min_length=1)] = Field(
        [], description="What people reported, newest first."
    )
    review_after_days: Annotated[int, Field(ge=1, le=730)]


class LabelName(Evidence):
    """What an app calls a menu label in one language."""

    text: Text
    earlier: list[Text] = Field([], description="What it was called before, the newest first.")
    seen_in: Annotated[list[Territory], Field(min_length=1)] = Field(
        description="Whose screens: a country, EU for an edition, 419 for Latin America."
    )

    @property
    def sure(self) -> bool:
        """Whether steps may call the label so."""
        return self.confidence != "low"


class Label(Record):
    """A menu label of one app, or of all of a company's: two apps' "Settings" are two."""

    text: Text
    english: Annotated[Text, Field(max_length=0)] = Field(
        "", description="Filled in: its English, where `text` is its name in another language."
    )
    names: dict[Language, LabelName] = {}


class Product(Record):
    """Something a reader uses."""

    name: Prose
    also_called: list[Text] = []
    hosts: list[Domain] = Field([], description="Where it is used in a browser.")
    labels: dict[Id, Label] = {}
    routes: list[Route] = []


class Company(Record):
    """A company, the domains that are its own, and its products."""

    name: Prose
    domains: Annotated[list[Domain], Field(min_length=1)]
    labels: dict[Id, Label] = Field({}, description="Labels that several of its apps share.")
    products: dict[Id, Product]
