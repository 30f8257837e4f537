"""Compose letters: a law's text inside a language's wording, as typed paragraphs.

Nothing here knows of markup. A paragraph is lines, a line is runs, and a run is
words, a blank the reader fills in, or what the letter calls the company it goes to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from guide import addresses
from guide.addresses import ENGLISH
from guide.data.model.letters import BLANK, OPEN, AddresseeWords, Letter, Wording
from guide.data.model.places import Authority, Controller, Jurisdiction
from guide.data.model.root import Data
from guide.i18n import foreign
from guide.i18n.language import current
from guide.show.deadlines import Wait, of_letter

Part = Literal[
    "sender", "recipient", "date", "subject", "greeting", "right", "who", "demand", "demands",
    "situation", "deadline", "refused", "enclosed", "enclosures", "proof", "closing", "signature",
]  # fmt: skip
LINE = "line"
LISTS: frozenset[Part] = frozenset({"demands", "enclosures"})
"""Parts whose lines are the items of a list."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words; or, with a ``blank``, the bracketed hint that stands until it is filled.

    ``says`` is what the words are of the company: its ``company``, ``products``, ``assistant``,
    or the ``line`` with its address. To another company a script writes others there.
    """

    text: str
    blank: str = ""
    says: str = ""


Line = list[Run]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or list of a letter."""

    part: Part
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in one language."""

    id: str
    language: str
    subject: str
    paragraphs: list[Paragraph]
    variants: dict[str, Line]
    """What stands in place of ``who`` for a child, or without an account."""
    unread: bool
    """Whether it is a translation no native-speaking lawyer has read."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One letter of a place in all its languages: the reader's first, then the addressee's."""

    id: str
    letter: Letter
    wait: Wait
    recipient: Controller | None
    """The company; none for a letter to an authority, or to a company that the reader names."""
    authority: Authority | None
    written: list[Written]

    @property
    def name(self) -> str:
        """What the letter is called in the language that stands first."""
        first = self.written[0]
        abroad = first.language == ENGLISH and not current().english
        return foreign.mark(first.subject) if abroad else first.subject

    @property
    def second(self) -> str:
        """The language that stands second because the addressee speaks it; empty if none does."""
        spoken = self.recipient.language if self.recipient else ""
        return spoken if spoken in [it.language for it in self.written[1:]] else ""


def own(languages: Sequence[str]) -> str:
    """Which of a place's languages a reader of this guide reads: theirs, a near one, or English."""
    code = current().code
    near = [it for it in languages if it.partition("-")[0] == code.partition("-")[0]]
    return code if code in languages else next(iter(near), ENGLISH)


def page(data: Data, place_id: str, kind: str) -> str:
    """The page of a letter in the language of the guide, if there is one."""
    return addresses.letter(place_id, kind, own(data.letters[place_id].languages))


def ordered(languages: Sequence[str], addressee: str = "") -> list[str]:
    """The reader's language, the addressee's, and the others as they come."""
    first = [own(languages), addressee]
    return sorted(languages, key=lambda it: first.index(it) if it in first else len(first))


def offers(data: Data, place_id: str) -> list[Offer]:
    """Every letter of a place, complete, in every language of the place."""
    return [offer(data, place_id, letter) for letter in data.letters[place_id].letters]


def offer(data: Data, place_id: str, letter: Letter) -> Offer:
    """One of them."""
    place = data.jurisdictions[place_id]
    law = data.letters[place_id]
    recipient = _controller(data, place, letter)
    return Offer(
        id=f"{place_id}-{letter.kind}",
        letter=letter,
        wait=of_letter(place, letter),
        recipient=recipient,
        authority=_authority(data, place, letter),
        written=[
            _write(data, place_id, letter, language, read=language in law.reviewed)
            for language in ordered(law.languages, recipient.language if recipient else "")
        ],
    )


def blanks(found: list[Offer]) -> list[str]:
    """Every blank of these letters, once, in the order a reader meets them."""
    return list(dict.fromkeys(run.blank for run in _runs(found) if run.blank))


def _runs(found: list[Offer]) -> Iterator[Run]:
    for written in (each for offer in found for each in offer.written):
        for line in [*(x for p in written.paragraphs for x in p.lines), *written.variants.values()]:
            yield from line


def _controller(data: Data, place: Jurisdiction, letter: Letter) -> Controller | None:
    known = letter.to == "controller" and letter.kind not in OPEN and place.controller
    return data.controllers[known] if known else None


def _authority(data: Data, place: Jurisdiction, letter: Letter) -> Authority | None:
    """The place's authority; none where it depends on the country or state."""
    only = place.authorities if letter.to == "authority" and len(place.authorities) == 1 else []
    return data.authorities[only[0]] if only else None


def _write(data: Data, place_id: str, letter: Letter, language: str, *, read: bool) -> Written:
    words = data.letter_words[language]
    paragraphs = list(_paragraphs(data, place_id, letter, language))
    return Written(
        id=f"{place_id}-{letter.kind}-{language}",
        language=language,
        subject=letter.name[language],
        paragraphs=paragraphs,
        variants={
            "child": fill(words.who_child, words),
            "none": fill(words.who_no_account, words),
        },
        unread=language != ENGLISH and not read,
    )


def _paragraphs(data: Data, place_id: str, letter: Letter, language: str) -> Iterator[Paragraph]:
    words = data.letter_words[language]
    fields = data.letters[place_id].fields.get(language, {})

    def say(part: Part, *texts: str) -> Paragraph:
        return Paragraph(part, [fill(text, words, fields) for text in texts])

    yield say("sender", "[name]", "[contact]")
    to = _recipient(data, data.jurisdictions[place_id], letter)
    yield Paragraph("recipient", [fill(text, words) for text in to])
    yield say("date", "[date]")
    yield say("subject", letter.name[language])
    yield say("greeting", words.greeting)
    yield say("right", letter.right[language])
    yield say("who", words.who_self)
    yield say("demand", words.demand)
    yield say("demands", *letter.demands[language])
    if letter.situation != "none":
        yield say("situation", words.situation)
    if letter.deadline:
        yield say("deadline", letter.deadline[language])
    if letter.if_refused:
        yield say("refused", letter.if_refused[language])
    if letter.enclosed:
        yield say("enclosed", words.enclosed)
        yield say("enclosures", *letter.enclosed[language])
    if letter.to == "controller":
        yield say("proof", words.proof)
    yield say("closing", words.closing)
    yield say("signature", "[name]")


def _recipient(data: Data, place: Jurisdiction, letter: Letter) -> list[str]:
    if controller := _controller(data, place, letter):
        attention = [controller.attention] if controller.attention else []
        return [controller.name, *attention, *controller.address]
    if letter.kind in OPEN:
        return ["[company]", "[address]"]
    authority = _authority(data, place, letter)
    return [authority.name if authority else "[authority]"]


def fill(text: str, words: Wording, fields: Mapping[str, str] | None = None) -> Line:
    """``Dear [name],`` → words, a blank, words. ``[name]`` shows its hint in brackets."""
    line: Line = []
    for index, piece in enumerate(BLANK.split(text)):
        if index % 2:
            line.append(Run(f"[{words.blanks[piece]}]", piece))  # type: ignore[index]
        elif piece:
            line += _named(piece, fields or {})
    return line


def _named(text: str, fields: Mapping[str, str]) -> Iterator[Run]:
    """The words, apart from those that name the company, what it offers or where it is."""
    said = {value: key if key in AddresseeWords.model_fields else LINE
            for key, value in fields.items()}  # fmt: skip
    longest_first = "|".join(re.escape(it) for it in sorted(said, key=len, reverse=True))
    for piece in re.split(rf"(?<!\w)({longest_first})(?!\w)", text) if said else [text]:
        if piece:
            yield Run(piece, says=said.get(piece, ""))
