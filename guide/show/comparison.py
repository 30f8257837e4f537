"""What the pages that compare companies show: who stands side by side, and what answers rest on."""

from __future__ import annotations

from collections import Counter

from guide.data.book import Book
from guide.data.model.comparison import Answer, Criterion
from guide.i18n.words import _
from guide.show import where, wording

FIRST = ("meta", "openai", "google")
"""The companies that stand side by side when the page opens."""


def first(book: Book) -> list[str]:
    """The companies side by side, by id."""
    return [key for key in FIRST if key in book.data.comparison.answers]


def further(book: Book) -> list[str]:
    """All others."""
    return [key for key in book.data.comparison.answers if key not in FIRST]


def beside(book: Book, name: str) -> tuple[Criterion | None, Criterion | None]:
    """The questions before and after one."""
    known = [None, *book.data.comparison.criteria, None]
    at = next(index for index, it in enumerate(known) if it and it.id == name)
    return known[at - 1], known[at + 1]


def gist(book: Book, name: str) -> str:
    """What the companies side by side answer, in one line: ``Meta: no. OpenAI: yes.``"""
    rows = book.data.comparison.answers
    said = [(book.data.companies[key].name, rows[key][name].answer) for key in first(book)]
    return " ".join(f"{who}: {wording.ANSWER[answer].lower()}." for who, answer in said)


def count(book: Book, name: str) -> str:
    """How often each answer was found: ``Of 24 companies: 15 yes, 4 partly, 2 no``."""
    rows = book.data.comparison.answers.values()
    found = Counter[str](own[name].answer for own in rows)
    said = [f"{found[it]} {word.lower()}" for it, word in wording.ANSWER.items() if found[it]]
    told = {"number": len(rows), "answers": ", ".join(said)}
    return _("Of %(number)s companies: %(answers)s.") % told


def known(book: Book, company: str) -> list[Criterion]:
    """The questions to which a company's answer is known."""
    own = book.data.comparison.answers[company]
    return [it for it in book.data.comparison.criteria if own[it.id].answer != "unknown"]


def unknown(book: Book, company: str) -> list[Criterion]:
    """The others."""
    own = book.data.comparison.answers[company]
    return [it for it in book.data.comparison.criteria if own[it.id].answer == "unknown"]


def holds(book: Book, company: str) -> str:
    """What a company's closed part holds: ``10 answers, 3 unknown``."""
    answers, open_ones = len(known(book, company)), len(unknown(book, company))
    said = wording.count(answers, "answer") if answers else _("No answers")
    rest = _(", %(number)s unknown") % {"number": open_ones} if open_ones else ""
    return f"{said}{rest}"


def doubts(book: Book, answer: Answer, about: list[str]) -> str:
    """What speaks against relying on any of an answer's claims, where there is no room for each."""
    found: dict[str, None] = {}
    for it in (book.data.claims[name] for name in answer.claims):
        only = where.only(book.data, it.where, about)
        found |= dict.fromkeys([*([only] if only else []), *wording.doubts(it, book)])
    part = _("in part: ") if found and len(answer.claims) > 1 else ""
    return part + ", ".join(found)
