"""The whole file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.fields import Id, Language, PastDate
from guide.model.comparison import Comparison
from guide.model.evidence import Claim, Source
from guide.model.history import Change, Correction, Moved, Retired
from guide.model.letters import LettersOf, Wording
from guide.model.places import Authority, Controller, Jurisdiction
from guide.model.record import Record
from guide.model.routes import Company, Form, Label, Step


class Data(Record):
    """``platforms.yml``: every fact more than one page needs, once."""

    compiled: PastDate = Field(description="The day the research behind it was closed.")
    sources: dict[Id, Source]
    claims: dict[Id, Claim]
    forms: dict[Id, Form]
    labels: list[Label]
    controllers: dict[Id, Controller]
    authorities: dict[Id, Authority]
    jurisdictions: dict[Id, Jurisdiction]
    shared_steps: dict[Id, Annotated[list[Step], Field(min_length=1)]]
    companies: dict[Id, Company]
    comparison: Comparison
    letter_words: dict[Language, Wording] = {}
    letters: dict[Id, LettersOf] = {}
    changes: list[Change]
    corrections: list[Correction] = []
    retired: list[Retired] = []
    moved: list[Moved] = []
