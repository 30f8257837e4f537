"""What was answered in one of our issue forms: exactly its questions, each once, in its order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import yaml

from guide.data.loader import SAFE
from guide.data.model.seen import Result
from guide.data.unseen import SIGNS
from guide.paths import ROOT
from guide.recheck.reports.unfit import UnfitError
from guide.show import tell

MAX_TEXT = 8_000
MAX_LINES = 200
_RESULTS: dict[str, dict[str, Result]] = {
    tell.FORMS[tell.WORKED]: {"": "worked"},
    tell.FORMS[tell.DIFFERS]: tell.RESULTS,
}
"""What each form’s answer to `result` means; the first does not ask."""

_FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)
_HIDING = re.compile(r"<!--|<details", re.IGNORECASE)
_IN_EMOJI = dict.fromkeys(map(ord, "\ufe0f\u200d"))
_EMPTY = "_No response_"
"""What the host writes where nothing was."""


@dataclass(frozen=True, slots=True)
class Answers:
    """``values``: route, date, result, place, surface, version, as far as they were answered.

    ``labels``: what the form calls each.
    """

    values: dict[str, str]
    labels: dict[str, str]


@cache
def questions(name: str) -> dict[str, str]:
    """The fields of a form by their ids, in order, with their labels."""
    held = yaml.load((_FOLDER / name).read_text(encoding="utf-8"), SAFE)  # noqa: S506 - a safe one
    return {it["id"]: it["attributes"]["label"] for it in held["body"] if it["type"] != "markdown"}


def answers(body: str) -> Answers:
    """What stands under each question; ``UnfitError`` if these are the questions of no form.

    A maintainer accepts what a screen shows, so nothing may be hidden in any part of it.
    """
    text = body.replace("\r\n", "\n")
    if len(text) > MAX_TEXT or text.count("\n") > MAX_LINES:
        raise UnfitError([f"It is longer than {MAX_TEXT:,} characters or {MAX_LINES} lines."])
    if _HIDING.search(text) or SIGNS.search(text.translate(_IN_EMOJI)):
        raise UnfitError(["It holds what no screen shows. Write plain words."])
    before, *rest = _HEADING.split(text)
    for name in _RESULTS:
        labels = questions(name)
        if not before.strip() and rest[::2] == list(labels.values()):
            given = dict(zip(labels, (it.strip() for it in rest[1::2]), strict=True))
            return Answers(_values(name, given), labels)
    raise UnfitError(["Each question of the form has to stand in it once, in the form’s order."])


def _values(form: str, given: dict[str, str]) -> dict[str, str]:
    """As the data writes them; a choice that the form does not offer is none."""
    own = {name: "" if value == _EMPTY else value for name, value in given.items()}
    return own | {
        "surface": tell.DEVICES.get(own["surface"], ""),
        "result": _RESULTS[form].get(own.get("result", ""), ""),
    }
