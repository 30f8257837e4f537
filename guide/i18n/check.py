"""What must be the same in a translation and in its English; anything else stops the build.

The meaning of a sentence is for readers to compare. Links, macros, slots, figures and the
months of dates are compared here, message by message.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale
from babel.messages.catalog import Message

from guide.errors import DataError, Problem
from guide.i18n import kept
from guide.i18n.blocks import SEARCH_WORDS
from guide.i18n.catalogue import Catalogue, forms, key, named, usable

_ENGLISH = Locale("en")
_BLANK = (" ", "\t", "\n")
_IN_MONTH = {
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku "
    "listopadzie grudniu",
}
"""Months after “in”, in languages that have a case for it, which the Unicode CLDR has not."""


def check(catalogues: Iterable[Catalogue]) -> None:
    """``DataError`` with file and line of every message that lost or gained something."""
    found = [problem for it in catalogues for problem in problems(it)]
    if found:
        raise DataError(found)


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """What differs, in each message that would be shown."""
    locale = catalogue.content.locale or _ENGLISH
    for message in filter(usable, catalogue.messages()):
        for english, said in _pairs(message):
            for wrong, right in differences(english, said, locale, key(message)[0]):
                yield Problem(message.lineno or 0, "", wrong, right, named(catalogue.file))


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each form with the English it says. A form for one thing may leave its number out."""
    english = message.id if isinstance(message.id, str) else message.id[-1]
    return ((english, form) for form in forms(message))


def differences(
    english: str, said: str, locale: Locale, context: str = ""
) -> Iterator[tuple[str, str]]:
    """What is wrong with a translation, and what would be right."""
    if context == SEARCH_WORDS:  # each language has its own, in any number
        return
    if _blanks(english) != _blanks(said):
        yield "the blank at its beginning or end is lost, or new", "keep it as in the English"
    yield from _told(kept.tokens(english), kept.tokens(said), "keep it as in the English")
    yield from _told(kept.numbers(english), kept.numbers(said), "write the same numbers")
    yield from _told(months(english, _ENGLISH), months(said, locale), "write the same dates")


def _blanks(text: str) -> tuple[bool, bool]:
    """Whether it begins and ends with one. A no-break space is a part of the sign after it."""
    return text.startswith(_BLANK), text.endswith(_BLANK)


def _told(wanted: Counter[str], found: Counter[str], right: str) -> Iterator[tuple[str, str]]:
    yield from ((f"`{it}` is missing in the translation", right) for it in wanted - found)
    yield from ((f"`{it}` is not in the English", right) for it in found - wanted)


def months(text: str, locale: Locale) -> Counter[str]:
    """The months named in dates, by their numbers: next to a day or a year."""
    pattern, numbers = _months(str(locale))
    return Counter(numbers[(it[1] or it[2]).casefold()] for it in pattern.finditer(text))


@cache
def _months(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    locale = Locale.parse(name)
    numbers = {
        word.casefold(): str(number)
        for use in ("format", "stand-alone")
        for number, word in locale.months[use]["wide"].items()
    }
    for number, word in enumerate(_IN_MONTH.get(locale.language, "").split(), 1):
        numbers[word] = str(number)
    words = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    joint = r"(?:\.|er|º|ª|\xba)?(?:\s+de|\s+of)?\s+"
    found = rf"\b\d{{1,2}}{joint}({words})\b|\b({words})(?:\s+de)?\s+\d"
    return re.compile(found, re.IGNORECASE), numbers
