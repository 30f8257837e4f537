"""What the pages that compare companies show: who stands side by side, and what answers rest on."""

from __future__ import annotations

from collections import Counter

from guide.data.book import Book
from guide.data.model.comparison import Answer, Criterion
from guide.i18n.words import _
from guide.show import where, wording

FIRST = ("meta", "openai", "google")
"""The companies that stand side by side when the page opens."""
FILE = "assets/javascripts/compared.js"
"""The script with the answers of all others: ``guide/show/compared_script.py``."""


def first(book: Book) -> list[str]:
    """The companies side by side, by id."""
    return [key for key in FIRST if key in book.data.comparison.answers]


def beside(book: Book, name: str) -> tuple[Criterion | None, Criterion | None]:
    """The questions before and after one."""
    known = [None, *book.data.comparison.criteria, None]
    at = next(index for index, it in enumerate(known) if it and it.id == name)
    return known[at - 1], known[at + 1]


def gist(book: Book, name: str) -> str:
    """What the companies side by side answer, in one line: ``Meta: no. OpenAI: yes.``"""
    rows = book.data.comparison.answers
    said = [(book.data.companies[key].name, rows[key][name].answer) for key in first(book)]
    # Translators: A sign after a word, with the space that your language has before it.
    colon = _(":")
    return " ".join(f"{who}{colon} {wording.ANSWER[answer].lower()}." for who, answer in said)


def count(book: Book, name: str) -> str:
    """How often each answer was found: ``Of 24 companies: 15 yes, 4 partly, 2 no``."""
    rows = book.data.comparison.answers.values()
    found = Counter[str](own[name].answer for own in rows)
    said = [f"{found[it]} {word.lower()}" for it, word in wording.ANSWER.items() if found[it]]
    told = {"number": len(rows), "answers": ", ".join(said)}
    return _("Of %(number)s companies: %(answers)s.") % told


def pages(book: Book, company: str) -> list[str]:
    """The pages on what to do about a company's products."""
    own = book.data.companies[company].products
    return [it.path for it in book.pages.values() if it.product in own and it.calls]


def doubts(book: Book, answer: Answer, about: list[str]) -> str:
    """What speaks against relying on any of an answer's claims, where there is no room for each."""
    found: dict[str, None] = {}
    for it in (book.data.claims[name] for name in answer.claims):
        only = where.only(book.data, it.where, about)
        found |= dict.fromkeys([*([only] if only else []), *wording.doubts(it, book)])
    part = _("in part: ") if found and len(answer.claims) > 1 else ""
    return part + ", ".join(found)
