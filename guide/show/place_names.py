"""The names people use for places, and which of the guide's places each one means.

Every country and territory of the world by its names in our languages and its own (the Unicode
CLDR, through Babel), by its ISO code, and by the usual names of the data. ``where.js`` asks for
them when a reader first touches the box for a place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from guide.data.book import Book
from guide.data.model.places import Jurisdiction
from guide.i18n.language import current
from guide.run_cache import once

FILE = "assets/javascripts/places.js"
LANGUAGES = ("en", "de", "fr", "it", "es", "pt", "pt_PT", "nl", "pl")
ELSEWHERE = "elsewhere"
"""The place for everyone whose country has none of its own."""

_NO_PLACE = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}  # two letters too, but no territory
_PART = re.compile(r"(?:.+: )?(?P<name>[^(]+?)(?: \((?P<own>.+)\))?")


class Named(NamedTuple):
    """What one thing on the map is called, the name to show first; ids of places here."""

    ids: tuple[str, ...]
    names: tuple[str, ...]


def script(book: Book) -> str:
    """The names as a script: a page on disk may load one, but not ask for a file."""
    lines = "\n".join("|".join((",".join(it.ids), *it.names)) for it in named(book))
    text = json.dumps(lines, ensure_ascii=False)
    return f"window.Guide.named({text});\n"


def named(book: Book) -> list[Named]:
    """Everything a reader may call the place they live in. A name may mean more than one."""
    places = book.data.jurisdictions
    found = [*_territories(places), *_parts(places)]
    known = {(ids, name.casefold()) for ids, names in found for name in names}
    for key, place in places.items():
        usual = dict.fromkeys((place.name, *place.also_called))
        found += [
            Named((key,), (name,)) for name in usual if ((key,), name.casefold()) not in known
        ]
    return found


def territories() -> dict[str, tuple[str, ...]]:
    """Every territory's names by its ISO code: the one in the guide's language first."""
    return _territory_names(current().locale.language)


@cache
def _territory_names(language: str) -> dict[str, tuple[str, ...]]:
    """The same; then those in other languages, its own ones last."""
    first = Locale(language).territories
    everywhere = once("names of territories", _in_all_languages)
    return {
        code: tuple(dict.fromkeys(filter(None, (first.get(code), *names))))
        for code, names in everywhere.items()
    }


def _in_all_languages() -> dict[str, tuple[str, ...]]:
    known = (str(code) for code in Locale("en").territories)
    codes = [code for code in known if len(code) == 2 and code not in _NO_PLACE]
    return {code: tuple(_names(code)) for code in codes}


def _names(code: str) -> Iterator[str]:
    own = get_official_languages(code, regional=True, de_facto=True)
    for language in (*LANGUAGES, *own):
        try:
            name = Locale.parse(language).territories.get(code)
        except (UnknownLocaleError, ValueError):  # a language nobody has written names in yet
            continue
        if name:
            yield name


def _territories(places: dict[str, Jurisdiction]) -> Iterator[Named]:
    members = {m.code: (key, m.name) for key, it in places.items() for m in it.members}
    reached = {code: (key,) for key, it in places.items() for code in it.codes}
    unsure = {code: (key, ELSEWHERE) for key, it in places.items() for code in it.unsure_codes}
    for code, names in territories().items():
        key, name = members.get(code, (ELSEWHERE, names[0]))
        ids = unsure.get(code) or reached.get(code) or (key,)
        yield Named(ids, tuple(dict.fromkeys((name, *names, code))))


def _parts(places: dict[str, Jurisdiction]) -> Iterator[Named]:
    """States and provinces: ``Germany: Bavaria (Bayern)`` is Bavaria, Bayern and ``DE-BY``."""
    own = {it.name: key for key, it in places.items()}
    for key, place in places.items():
        for member in place.members:
            country, _, short = member.code.partition("-")
            said = _PART.fullmatch(member.name)
            if short and said:
                names = filter(None, (said["name"], said["own"], member.code))
                codes = _short(country, short)
                yield Named((own.get(member.name, key),), (*names, *codes))


def _short(country: str, code: str) -> Iterable[str]:
    """People in the United States write ``TX`` for Texas."""
    return (code,) if country == "US" else ()
