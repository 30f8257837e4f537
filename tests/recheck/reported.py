"""Reports as the code host tells of them: a form's answers, and the event of a label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guide.data.book import Book
from guide.recheck.reports import event, form
from guide.recheck.reports.event import LABEL, Report
from guide.recheck.reports.made import Made, from_report
from guide.show.tell import DIFFERS, FORMS, WORKED

OWN = "us/guide"
SERVER = "https://github.com"
ROUTE = "facebook-web-object"
READER, MAINTAINER = 4_217_001, 99
# As the small guide's route is for: the day is not long before the one on which it was filed.
GOOD = {
    "route": ROUTE,
    "page": "opt-out/facebook/web",
    "guide": "2026-11-23-abcdef0",
    "date": "2026-11-24",
    "place": "Ireland",
    "surface": "Browser",
    "version": "_No response_",
    "checked": "- [X] I saw it myself.",
}
CHANGED = {
    **GOOD,
    "result": "Another screen than the steps say",
    "seen": "The button is called **Send** now.",
    "language": "English",
    "source": "_No response_",
    "screenshot": '<img width="300" alt="x" src="https://github.com/user-attachments/assets/1" />',
    "interest": "No",
}
FREE = ("page", "guide", "checked", "seen", "language", "source", "screenshot", "interest")
"""What nothing is taken from."""


def body(answers: dict[str, str], **others: str) -> str:
    """The body of an issue, as the host writes it from the form that asks for these answers."""
    name = FORMS[DIFFERS if "result" in answers else WORKED]
    given = {**answers, **others}
    labels = form.questions(name)
    assert set(labels) == set(given), "the form asks for something else"
    return "\n\n".join(f"### {label}\n\n{given[it]}" for it, label in labels.items())


def told(text: str | None, **others: Any) -> dict[str, Any]:
    """The event of a maintainer who labels a reader's report. ``others`` replace whole parts."""
    issue = {
        "number": 7,
        "title": "It worked: anything",
        "user": {"id": READER, "login": "somebody"},
        "author_association": "NONE",
        "created_at": "2026-11-25T09:30:00Z",
        "body": text,
        **others.pop("issue", {}),
    }
    return {
        "action": "labeled",
        "label": {"name": LABEL},
        "repository": {"full_name": OWN, "default_branch": "main"},
        "issue": issue,
        "sender": {"id": MAINTAINER, "login": "maintainer"},
        **others,
    }


def written(folder: Path, event: object) -> Path:
    """The event's file; bytes and text are written as they are."""
    file = folder / "event.json"
    raw = event if isinstance(event, bytes) else json.dumps(event).encode()
    file.write_bytes(raw)
    return file


def read(folder: Path, event_: object) -> Report:
    return event.read(written(folder, event_), OWN)


def made(folder: Path, book: Book, data: Path, event_: object) -> Made:
    """What the report of an event makes of the small guide."""
    return from_report(read(folder, event_), SERVER, book, data)
