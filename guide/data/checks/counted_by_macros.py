"""What the data can count or list is not written by hand on a page: it would go out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.data.checks.traverse import Pages
from guide.data.model.places import Jurisdiction
from guide.data.model.root import Data
from guide.errors import Problem

_WORDS = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
)
_COUNTED = re.compile(
    rf"\b(?:\d+|(?:{_WORDS})(?:-\w+)?)(?: other| more)? (?:others|companies|letters|questions)\b"
    r"|\btwo (?:others|letters)\b",  # two companies side by side are no count of all
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def problems(data: Data, pages: Pages) -> Iterator[Problem]:
    """Numbers of things the data holds, and lists of all places with a sure form to object."""
    sure = [_names(place) for place in data.jurisdictions.values() if place.objection == "yes"]
    for page in pages.values():
        text = _CALL.sub(lambda call: "\n" * call.group().count("\n"), page.text)
        for found in _COUNTED.finditer(text):
            right = "call count(…) or letter_count(…)"
            yield _problem(page.name, text, found, "is counted by hand", right)
        for found in _SENTENCE.finditer(text):
            if len(sure) > 1 and all(names.search(found.group()) for names in sure):
                yield _problem(
                    page.name, text, found, "lists the places by hand", 'call places("yes")'
                )


def _names(place: Jurisdiction) -> re.Pattern[str]:
    names = {place.name, place.short or place.name, place.spoken}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _problem(file: str, text: str, found: re.Match[str], wrong: str, right: str) -> Problem:
    said = found.group().strip()
    said = said if len(said) <= 60 else f"{said[:60]}…"
    return Problem(text.count("\n", 0, found.start()) + 1, "", f"`{said}` {wrong}", right, file)
