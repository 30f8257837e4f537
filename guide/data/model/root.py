"""The whole data, one map for each kind of entry, as pages and rules use it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from pydantic import BaseModel

from guide.data.model.comparison import Comparison
from guide.data.model.evidence import Claim, Source
from guide.data.model.history import Change, Correction, Moved, Retired
from guide.data.model.letters import LettersOf, Wording
from guide.data.model.places import Authority, Controller, Jurisdiction
from guide.data.model.routes import Company, Form, Step
from guide.data.subjects import Subject


@dataclass(frozen=True)
class Data:
    """Every fact more than one page needs, once."""

    compiled: str
    sources: dict[str, Source]
    claims: dict[str, Claim]
    forms: dict[str, Form]
    controllers: dict[str, Controller]
    authorities: dict[str, Authority]
    jurisdictions: dict[str, Jurisdiction]
    shared_steps: dict[str, list[Step]]
    companies: dict[str, Company]
    comparison: Comparison
    letter_words: dict[str, Wording]
    letters: dict[str, LettersOf]
    changes: list[Change]
    corrections: list[Correction]
    retired: list[Retired]
    moved: list[Moved]
    subjects: dict[str, Subject] = field(metadata={"published": False})
    """The pages of evidence: a matter of addresses, not of facts."""

    def plain(self) -> dict[str, Any]:
        """The same as maps, lists and text, without what is nowhere written."""
        kept = [it.name for it in fields(self) if it.metadata.get("published", True)]
        entries = {name: _plain(getattr(self, name)) for name in kept}
        return {name: entry for name, entry in entries.items() if entry}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_unset=True, by_alias=True)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
