"""The taps of a route as small drawn screens: which words stand on each, and where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from guide.data.model.routes import Form, Route, Step
from guide.data.types import host
from guide.i18n import foreign
from guide.i18n.words import _

# Sizes are units of a frame's own coordinates.
WIDTH = 140
_LEAST_HEIGHT = 132
_MARGIN = 6
_BAR_STEP = 18
_BAR_WIDTHS = (84, 60, 96)
_LARGEST_TEXT = 12
_SMALL_TEXT = 9.5
_FEW_LINES = 3
_LEADING = 1.2
_BADGE = 30

FORM_STEP = "open-form"
"""The step that opens the route's form has this id in every route."""

Act = Literal["open", "find", "tap"]
Screen = Literal["phone", "browser"]
Join = Literal["and", "or"]


@dataclass(frozen=True, slots=True)
class Box:
    """A marked place on the screen with its words, in lines that fit it."""

    x: int
    y: int
    width: int
    size: float
    lines: tuple[str, ...]
    either: bool

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return round(self.size * _LEADING, 1)

    @property
    def height(self) -> int:
        """Of the box."""
        return round(self.pitch * len(self.lines)) + 2 * _MARGIN

    @property
    def baseline(self) -> float:
        """Of the first line."""
        return round(self.y + _MARGIN + self.size * 0.95, 1)


@dataclass(frozen=True)
class Frame:
    """One screen. ``words`` are all that is written on it; the rest are blank bars.

    ``joins`` has what the step says between them: ``or`` makes them alternatives.
    """

    step: int
    act: Act
    screen: Screen
    words: tuple[str, ...]
    joins: tuple[Join, ...] = ()

    @property
    def either(self) -> bool:
        """Whether any of the words are alternatives."""
        return "or" in self.joins

    @property
    def said(self) -> str:
        """The words as a sentence has them: ``Settings, Data or Data controls``."""
        pairs = zip(self.joins, self.words[1:], strict=True)
        either = _(" or ")
        rest = (f"{either}{word}" if join == "or" else f", {word}" for join, word in pairs)
        return self.words[0] + "".join(rest)

    @cached_property
    def boxes(self) -> list[Box]:
        """The marked places: in the address bar, or under one another in the page."""
        if self.act == "open":
            return [_box(_BADGE, 6, self.words[0])]
        boxes: list[Box] = []
        y = self.head + 20
        for at, words in enumerate(self.words):
            boxes.append(_box(5, y, words, either="or" in self.joins[max(at - 1, 0) : at + 1]))
            y += boxes[-1].height + 8
        return boxes

    @cached_property
    def head(self) -> int:
        """Where the page begins, under the address bar or the phone's edge."""
        return max(32, self.boxes[0].y + self.boxes[0].height + 6) if self.act == "open" else 32

    @cached_property
    def height(self) -> int:
        """Of the frame: all the same, unless the words need more."""
        return max(_LEAST_HEIGHT, self._below + 2 * _BAR_STEP + 6)

    @cached_property
    def bars(self) -> list[tuple[int, int]]:
        """Height and width of each blank bar: one above what is marked, the rest below."""
        above = [self.head + 10] if self.act != "open" else []
        below = range(self._below + 10, self.height - 10, _BAR_STEP)
        heights = [*above, *below]
        return [(y, _BAR_WIDTHS[i % len(_BAR_WIDTHS)]) for i, y in enumerate(heights)]

    @property
    def _below(self) -> int:
        last = self.boxes[-1]
        return max(self.head, last.y + last.height)


def frames(route: Route, steps: list[Step], form: Form | None) -> list[Frame]:
    """The route's screens in order; a step whose words no source gives has none."""
    screen: Screen = "browser" if route.surface in {"web", "computer", "any"} else "phone"
    return [
        frame
        for number, step in enumerate(steps, 1)
        for frame in _of_step(number, step, screen, form)
    ]


def _of_step(number: int, step: Step, screen: Screen, form: Form | None) -> Iterator[Frame]:
    if address := step.opens or (form.url if form and step.id == FORM_STEP else None):
        yield Frame(number, "open", "browser", (host(address),))
    if step.labels:
        # One frame: `do` names words of one screen, and does not say that each is tapped.
        yield Frame(number, "find", screen, tuple(step.labels), _joins(step))
    for label in step.path:
        yield Frame(number, "tap", screen, (label,))


def _joins(step: Step) -> tuple[Join, ...]:
    """What `do` has between one label and the next."""
    spots = [(step.do.find(label), len(label)) for label in step.labels]
    either = re.escape(foreign.bare(_(" or ")).strip())
    return tuple(
        "or" if re.search(rf"\b(?:or|{either})\b", step.do[at + length : after]) else "and"
        for (at, length), (after, _) in map(sorted, pairwise(spots))
    )


def _box(x: int, y: int, words: str, *, either: bool = False) -> Box:
    width = WIDTH - x - 5
    size, lines = fit(words, width - 2 * _MARGIN)
    return Box(x, y, width, size, lines, either)


def fit(words: str, width: float) -> tuple[float, tuple[str, ...]]:
    """The largest size at which the words fit the width in few lines, and the lines.

    Words too long for that get more lines before they get hard to read; a single word
    that is too long gets smaller. Joined, the lines are the words again.
    """
    pieces = re.findall(r"\S+?[./-](?=\w)|\S+\s*", words)
    size = float(_LARGEST_TEXT)
    while True:
        lines = _wrap(pieces, width / size)
        few = len(lines) <= _FEW_LINES or size < _SMALL_TEXT
        if few and all(ems(line) * size <= width for line in lines):
            return size, lines
        size = round(size * 0.95, 2)


def _wrap(pieces: list[str], width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for piece in pieces:
        if lines and ems(lines[-1] + piece) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return tuple(lines)


def ems(words: str) -> float:
    """How wide the words are at most, in ems: no reader's font is known here."""
    return sum(_em(character) for character in words.rstrip())


def _em(character: str) -> float:
    # Rounded up from DejaVu Sans, the widest of the usual fonts.
    if character in " ijlI.,:;'’|!()[]ft/-":
        return 0.4
    if character in "mMwW@%" or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character.isascii() and (character.islower() or character.isdigit()):
        return 0.64
    return 0.8
