"""What the code host says of a report: where it stands, who filed it, and what was written.

It is read from the event's file. The host vouches for numbers and days; the body is anybody's.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from guide.errors import StoppedError

LABEL = "seen: accepted"
"""What a maintainer sets on a report that is to become an entry."""
MAX_BYTES = 2_000_000

_INSIDE = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
_Number = Annotated[int, Field(ge=1, le=10**12)]


class NotOursError(StoppedError):
    """It is no accepted report of this repository: nobody is answered, nothing is done."""


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class _Account(_Part):
    id: _Number


class _Label(_Part):
    name: str


class _Repository(_Part):
    full_name: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", max_length=140)]


class _Issue(_Part):
    number: _Number
    user: _Account
    author_association: str
    created_at: datetime
    body: str | None
    pull_request: None = None


class _Event(_Part):
    action: Literal["labeled"]
    label: _Label
    repository: _Repository
    issue: _Issue
    sender: _Account


class Report(_Part):
    """One report. ``body`` is what somebody wrote; the rest is the host's own."""

    repository: str
    number: int
    account: int
    """The reporter's, as the host counts accounts."""
    maintainer: bool
    """Whether the reporter belongs to the repository."""
    filed: date
    body: str


def read(file: Path, repository: str) -> Report:
    """The report that an event is about; ``NotOursError`` if it is none of ``repository``'s."""
    with file.open("rb") as opened:
        raw = opened.read(MAX_BYTES)  # a longer one is cut, and no JSON any more
    try:
        found = _Event.model_validate_json(raw)
    except ValidationError:
        raise NotOursError("this event is no report that was labelled") from None
    issue = found.issue
    inside = issue.author_association in _INSIDE
    if found.label.name != LABEL or found.repository.full_name != repository:
        raise NotOursError(f"this is not `{LABEL}` on a report of {repository}")
    if found.sender == issue.user and not inside:
        # A form can bring labels of its own; then nobody of the project has read it.
        raise NotOursError("the label was not set by a maintainer")
    return Report(
        repository=repository,
        number=issue.number,
        account=issue.user.id,
        maintainer=inside,
        filed=issue.created_at.date(),
        body=issue.body or "",
    )
