"""The data file as it is written: a block for each place and each company.

What several of them share stands before the blocks. ``guide.blocks`` joins them
into ``guide.model.root.Data``, which has one map for each kind of entry.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.data.french import EACH_ITS_SPACES
from guide.data.model.comparison import Answer, Criterion, Verdict
from guide.data.model.evidence import Claim, EvidencePage, Source, Where
from guide.data.model.history import Change, Correction, Moved, Retired
from guide.data.model.letters import AddresseeWords, LettersLaw, Wording
from guide.data.model.places import Authority, Controller, Jurisdiction
from guide.data.model.record import Record
from guide.data.model.routes import Company, Form, Step
from guide.data.types import Id, Language, PastDate


class PlaceBlock(Jurisdiction):
    """A place, with the evidence, authorities and letters that only it uses."""

    documents: dict[Id, Source] = {}
    claims: dict[Id, Claim] = {}
    complaints_to: dict[Id, Authority] = {}
    letters: LettersLaw | None = None


class CompanyBlock(Company):
    """A company, with the evidence, forms, answers and changes that only it uses."""

    documents: dict[Id, Source] = {}
    claims: dict[Id, Claim] = {}
    controllers: dict[Id, Controller] = {}
    forms: dict[Id, Form] = {}
    shared_steps: dict[Id, Annotated[list[Step], Field(min_length=1)]] = {}
    in_letters: Annotated[dict[Language, AddresseeWords], EACH_ITS_SPACES] = {}
    evidence: dict[Id, EvidencePage] = {}
    verdict: Verdict = Field(description="Who can refuse there, in one word.")
    answers: dict[Id, Answer] = Field(description="To every question of `comparison`.")
    changes: list[Change] = []


class Questions(Record):
    """The questions of the comparison; ``headline`` is the one beside each verdict."""

    criteria: Annotated[list[Criterion], Field(min_length=1)]
    headline: Id


class File(Record):
    """``platforms.yml``. ``groups`` are names for lists of places that stand in many `where`s."""

    format: Literal[2]
    compiled: PastDate = Field(description="The day the research behind it was closed.")
    groups: dict[Id, Where] = {}
    documents: dict[Id, Source] = {}
    claims: dict[Id, Claim] = {}
    evidence: dict[Id, EvidencePage] = {}
    comparison: Questions
    letter_words: Annotated[dict[Language, Wording], EACH_ITS_SPACES] = {}
    places: dict[Id, PlaceBlock]
    companies: dict[Id, CompanyBlock]
    corrections: list[Correction] = []
    retired: list[Retired] = []
    moved: list[Moved] = []
