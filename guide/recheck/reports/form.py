"""The answers of an issue form: exactly its questions, each once, in its order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from guide.data.loader import SAFE
from guide.data.unseen import SIGNS
from guide.recheck.reports.unfit import UnfitError

MAX_TEXT = 8_000
MAX_LINES = 200

_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_IN_EMOJI = dict.fromkeys(map(ord, "\ufe0f\u200d"))
_EMPTY = "_No response_"
"""What the host writes where nothing was."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the form; ``options`` where one of a list is chosen."""

    id: str
    label: str
    options: tuple[str, ...]


def questions(form: Path) -> list[Question]:
    """The fields of one of our own forms, in order."""
    held = yaml.load(form.read_text(encoding="utf-8"), SAFE)  # noqa: S506 - a safe one
    asked = [(it, it["attributes"]) for it in held["body"] if it["type"] != "markdown"]
    return [
        Question(it["id"], own["label"], tuple(own["options"] if it["type"] == "dropdown" else ()))
        for it, own in asked
    ]


def answers(body: str, asked: list[Question]) -> dict[str, str]:
    """What stands under each question, by its id; ``""`` where nothing was written.

    A maintainer accepts what a screen shows, so nothing may be hidden in the rest either.
    """
    text = body.replace("\r\n", "\n")
    if len(text) > MAX_TEXT or text.count("\n") > MAX_LINES:
        raise UnfitError([f"It is longer than {MAX_TEXT:,} characters or {MAX_LINES} lines."])
    if _MARKUP.search(text) or SIGNS.search(text.translate(_IN_EMOJI)):
        raise UnfitError(["It holds HTML, or signs that no screen shows. Write plain words."])
    before, *rest = _HEADING.split(text)
    labels, values = rest[::2], rest[1::2]
    if before.strip() or labels != [it.label for it in asked]:
        right = "Each question of the form has to stand in it once, in the form’s order."
        raise UnfitError([f"Its questions are not those of the form. {right}"])
    given = [value.strip() for value in values]
    return {it.id: "" if value == _EMPTY else value for it, value in zip(asked, given, strict=True)}
