"""Words readers see for what the data encodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from babel import Locale

from guide.data import older_copies
from guide.data.book import Book
from guide.data.model.evidence import Evidence
from guide.data.types import LANGUAGES
from guide.i18n.language import current
from guide.i18n.words import N_, Words, _, pgettext
from guide.show.dates import in_words

SURE = Words({"high": N_("well sourced"), "medium": N_("fairly sure"), "low": N_("unsure")})
SURE_MEANS = Words(
    {
        "high": N_("an official document, or at least three independent sources"),
        "medium": N_("two sources, or one solid report"),
        "low": N_("one source we could not back up"),
    }
)
HOW = Words(
    {
        "live": N_("Checked on a device"),
        "official-copy": N_("Seen in a copy of the company’s own page"),
        "press": N_("Last reported working"),
        "guide": N_("Last described in a guide"),
        "reader": N_("Last reported by a reader"),
        "unattributed": N_("Last listed in a document without a named author"),
    }
)
FORM_STATE = Words(
    {
        "live": N_("open when we looked"),
        "reported": N_("reported to be open; we have not opened it ourselves"),
        "broken": N_("reported broken"),
        "replaced": N_("replaced by another form"),
    }
)
KIND = Words(
    {
        "official": N_("the company’s own document"),
        "regulator": N_("a public authority"),
        "court": N_("a court"),
        "law": N_("a law"),
        "press": N_("press"),
        "ngo": N_("a civil-society or consumer group"),
        "professional": N_("a law firm, adviser or vendor, not linked"),
        "blog": N_("a small or personal site, not linked"),
        "forum": N_("a post by a user, not linked"),
        "aggregator": N_("a site that repeats others, not linked"),
        "mirror": N_("a copy or reprint, not linked"),
        "unattributed": N_("a document without a named author, not linked"),
    }
)
SURFACE = Words(
    {
        "web": N_("Computer or phone browser"),
        "computer": N_("Computer"),
        "android": N_("Android app"),
        "ios": N_("iPhone app"),
        "app": N_("App, Android and iPhone"),
        "any": N_("Any device"),
    }
)
DEVICE = Words({"web": N_("Browser"), "android": N_("Android"), "ios": N_("iPhone")})
TIER = Words(
    {
        "free": N_("free plans"),
        "paid": N_("paid plans"),
        "work": N_("work accounts"),
        "school": N_("school accounts"),
    }
)
OBJECTION = Words(
    {
        "yes": N_("Yes"),
        "reported": N_("Reported, not confirmed"),
        "no": N_("No"),
        "unclear": N_("Sources disagree"),
    }
)
BY_LETTER = Words(
    {
        "yes": N_("Yes"),
        "partly": N_("Partly"),
        "no": N_("No"),
        "depends": N_("Depends on your country"),
    }
)
DEED = Words(
    {
        "object": N_("object"),
        "suspend": N_("have the use suspended"),
        "withdraw": N_("take back your consent"),
        "stop": N_("in some cases have the use stopped or your data erased"),
    }
)
STATE = Words({"fresh": N_("Due"), "due": N_("Due soon"), "overdue": N_("Overdue since")})
ANSWER = Words(
    {"yes": N_("Yes"), "partly": N_("Partly"), "no": N_("No"), "unknown": N_("Not known")}
)
TONE = Words(
    {
        "good": N_("better"),
        "partly": N_("in between"),
        "bad": N_("worse"),
        "unknown": N_("not known"),
    }
)
"""What an answer means for the reader; each tone has a sign of its own in tables.css."""
SIGN = {"good": "+", "partly": "±", "bad": "−", "unknown": "?"}
REGION = Words(
    {
        "americas": N_("The Americas"),
        "europe": N_("Europe"),
        "asia": N_("Asia"),
        "africa": N_("Africa"),
        "oceania": N_("Oceania"),
        "elsewhere": N_("Anywhere else"),
    }
)
WAY = Words(
    {
        "form": N_("Meta has a form to object"),
        "letter": N_("no form, but a letter can help"),
        "reported": N_("a form is reported, not confirmed"),
        "no": N_("neither"),
    }
)
WAY_TONE = {"form": "good", "letter": "partly", "reported": "unknown", "no": "bad"}
VERDICT = Words(
    {
        "everyone": N_("They let everyone refuse, for some or all of it"),
        "law": N_("They let you refuse only where the law forces it"),
        "none": N_("No way for you to refuse was found"),
        "other": N_("Nothing to refuse, or not known"),
    }
)
VERDICT_SHORT = Words(
    {
        "everyone": N_("let everyone refuse some or all"),
        "law": N_("only where the law forces it"),
        "none": N_("have no way for you"),
        "other": N_("nothing to refuse, or not known"),
    }
)
"""The same, beside the number of companies."""
LETTER = Words(
    {
        "object": N_("Objection"),
        "access": N_("Access"),
        "ask": N_("Question"),
        "erase": N_("Deletion"),
        "restrict": N_("Pause"),
        "reminder": N_("Reminder"),
        "answer": N_("Answer to a refusal"),
        "complaint": N_("Complaint"),
    }
)
FIELD = Words(
    {
        "name": N_("Your full name"),
        "contact": N_("Your e-mail or postal address"),
        "date": N_("Date of the letter"),
        "authority": N_("The authority of your country"),
        "account": N_("User name or profile address, or “none”"),
        "login": N_("E-mail or phone number of the account"),
        "links": N_("Addresses of the posts or pages, or “none”"),
        "child": N_("Your child’s name"),
        "state": N_("Your state"),
        "situation": N_("Your own situation, in one to three sentences"),
        "sent": N_("Day you sent your letter or form"),
        "answer": N_("What the company replied, or “no answer”"),
        "company": N_("Name of the company"),
        "address": N_("Address of the company"),
    }
)
UNIT = {"day": "day", "working-day": "working day", "month": "calendar month"}
"""What is counted in a time to reply, as ``count`` takes it."""
BASIS = Words({"statute": N_("set by law"), "practice": N_("usual practice")})


class _LanguageNames(Mapping[str, str]):
    """What a language is called in the one being built."""

    def __getitem__(self, code: str) -> str:
        if current().english:
            return str(LANGUAGES[code])
        name = Locale.parse(code, sep="-").get_display_name(current().locale)
        return name or str(LANGUAGES[code])

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


LANGUAGE: Mapping[str, str] = _LanguageNames()

_ITEM = re.compile(r"<(?:li|dt)\b|^(?:- |\d+\. )", re.MULTILINE)
_ROW = re.compile(r'<th scope="row"')
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
    found += [_("older copy")] if older_copies.uncompared(evidence, book.older) else []
    found += [SURE[evidence.confidence]] if evidence.confidence != "high" else []
    found += [] if evidence.reread else [_("law not re-read")]
    found += [_("sources disagree")] if getattr(evidence, "disagree", None) else []
    return found


def changed(day: str) -> str:
    """What is said of a source with a newer text than the one that was read."""
    return _("source changed on %(day)s, being re-checked") % {"day": in_words(day)}


def tiers(names: Iterable[str]) -> str:
    """Whose plans: ``free plans, work accounts``."""
    return ", ".join(TIER[name] for name in names)


def count(number: int, unit: str) -> str:
    """``1 calendar month``, ``45 days``."""
    form = current().plural(f"%(number)s {unit}", f"%(number)s {unit}s", number)
    return form % {"number": number}


def counted(says: str, body: str) -> str:
    """``{fact} about it`` → ``6 facts about it``, by its routes, else its list items, else rows."""
    number = len(_ROUTE.findall(body) or _ITEM.findall(body) or _ROW.findall(body))
    return _COUNTED.sub(lambda it: count(number, it[1]), says)


def number(value: int) -> str:
    """A small number as a word, as in running text; from thirteen on in digits."""
    small = (
        pgettext("number", "no"), pgettext("number", "one"), pgettext("number", "two"),
        pgettext("number", "three"), pgettext("number", "four"), pgettext("number", "five"),
        pgettext("number", "six"), pgettext("number", "seven"), pgettext("number", "eight"),
        pgettext("number", "nine"), pgettext("number", "ten"), pgettext("number", "eleven"),
        pgettext("number", "twelve"),
    )  # fmt: skip
    return small[value] if value < len(small) else str(value)
