"""Words readers see for what the data encodes."""

from __future__ import annotations

import re

from guide.data import older_copies
from guide.data.book import Book
from guide.data.model.evidence import Evidence
from guide.data.types import LANGUAGES
from guide.show.dates import in_words

SURE = {"high": "well sourced", "medium": "fairly sure", "low": "unsure"}
SURE_MEANS = {
    "high": "an official document, or at least three independent sources",
    "medium": "two sources, or one solid report",
    "low": "one source we could not back up",
}
HOW = {
    "live": "Checked on a device",
    "official-copy": "Seen in a copy of the company’s own page",
    "press": "Last reported working",
    "guide": "Last described in a guide",
    "reader": "Last reported by a reader",
    "unattributed": "Last listed in a document without a named author",
}
FORM_STATE = {
    "live": "open when we looked",
    "reported": "reported to be open; we have not opened it ourselves",
    "broken": "reported broken",
    "replaced": "replaced by another form",
}
KIND = {
    "official": "the company’s own document",
    "regulator": "a public authority",
    "court": "a court",
    "law": "a law",
    "press": "press",
    "ngo": "a civil-society or consumer group",
    "professional": "a law firm, adviser or vendor, not linked",
    "blog": "a small or personal site, not linked",
    "forum": "a post by a user, not linked",
    "aggregator": "a site that repeats others, not linked",
    "mirror": "a copy or reprint, not linked",
    "unattributed": "a document without a named author, not linked",
}
SURFACE = {
    "web": "Computer or phone browser",
    "android": "Android app",
    "ios": "iPhone app",
    "app": "App, Android and iPhone",
    "any": "Any device",
}
DEVICE = {"web": "Browser", "android": "Android", "ios": "iPhone"}
OBJECTION = {
    "yes": "Yes",
    "reported": "Reported, not confirmed",
    "no": "No",
    "unclear": "Sources disagree",
}
_SAID = {"yes": "Yes", "partly": "Partly", "no": "No"}
BY_LETTER = {**_SAID, "depends": "Depends on your country"}
DEED = {
    "object": "object",
    "suspend": "have the use suspended",
    "withdraw": "take back your consent",
    "stop": "in some cases have the use stopped or your data erased",
}
STATE = {"fresh": "Due", "due": "Due soon", "overdue": "Overdue since"}
ANSWER = {**_SAID, "unknown": "Not known"}
TONE = {"good": "better", "partly": "in between", "bad": "worse", "unknown": "not known"}
"""What an answer means for the reader; each tone has a sign of its own in tables.css."""
SIGN = {"good": "+", "partly": "±", "bad": "−", "unknown": "?"}
REGION = {
    "americas": "The Americas",
    "europe": "Europe",
    "asia": "Asia",
    "africa": "Africa",
    "oceania": "Oceania",
    "elsewhere": "Anywhere else",
}
WAY = {
    "form": "Meta has a form to object",
    "letter": "no form, but a letter can help",
    "reported": "a form is reported, not confirmed",
    "no": "neither",
}
WAY_TONE = {"form": "good", "letter": "partly", "reported": "unknown", "no": "bad"}
VERDICT = {
    "everyone": "They let everyone refuse, for some or all of it",
    "law": "They let you refuse only where the law forces it",
    "none": "No way for you to refuse was found",
    "other": "Nothing to refuse, or not known",
}
LETTER = {
    "object": "Objection",
    "access": "Access",
    "erase": "Deletion",
    "restrict": "Pause",
    "reminder": "Reminder",
    "answer": "Answer to a refusal",
    "complaint": "Complaint",
}
FIELD = {
    "name": "Your full name",
    "contact": "Your e-mail or postal address",
    "date": "Date of the letter",
    "authority": "The authority of your country",
    "account": "User name or profile address, or “none”",
    "login": "E-mail or phone number of the account",
    "links": "Addresses of the posts or pages, or “none”",
    "child": "Your child’s name",
    "state": "Your state",
    "situation": "Your own situation, in one to three sentences",
    "sent": "Day you sent your letter or form",
    "answer": "What the company replied, or “no answer”",
}
UNIT = {"day": "day", "working-day": "working day", "month": "calendar month"}
BASIS = {"statute": "set by law", "practice": "usual practice"}
LANGUAGE = LANGUAGES

_ITEM = re.compile(r"<(?:li|dt)\b|^(?:- |\d+\. )", re.MULTILINE)
_ROUTE = re.compile(r'<div class="route\b')
_COUNTED = re.compile(r"\{([a-z ]+)\}")


def limits(evidence: Evidence, book: Book, only: str = "") -> str:
    """What a citation says in words: where it holds, if that is less, and what it doubts.

    ``only``: the places it holds in, where they are fewer than it is told for.
    """
    return ", ".join([*([only] if only else []), *doubts(evidence, book)])


def doubts(evidence: Evidence, book: Book) -> list[str]:
    """What speaks against relying on it, in words."""
    sources = book.data.sources
    changes = sorted(filter(None, (sources[ref.id].changed for ref in evidence.sources)))
    found = [changed(day) for day in changes[-1:]]
    found += ["older copy"] if older_copies.uncompared(evidence, book.older) else []
    found += [SURE[evidence.confidence]] if evidence.confidence != "high" else []
    found += [] if evidence.reread else ["law not re-read"]
    found += ["sources disagree"] if getattr(evidence, "disagree", None) else []
    return found


def changed(day: str) -> str:
    """What is said of a source with a newer text than the one that was read."""
    return f"source changed on {in_words(day)}, being re-checked"


def count(number: int, unit: str) -> str:
    """``1 calendar month``, ``45 days``."""
    return f"{number} {unit}{'' if number == 1 else 's'}"


def counted(says: str, body: str) -> str:
    """``{fact} about it`` → ``6 facts about it``, by its routes, else its list items."""
    number = len(_ROUTE.findall(body)) or len(_ITEM.findall(body))
    return _COUNTED.sub(lambda it: count(number, it[1]), says)


_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def number(value: int) -> str:
    """A small number as a word, as in running text; from thirteen on in digits."""
    return _SMALL[value] if value < len(_SMALL) else str(value)
