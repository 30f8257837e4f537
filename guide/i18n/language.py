"""The language the guide is built in: its words, and how it writes dates, numbers and countries.

A process builds one language. English needs no catalogue, and nothing of it is marked; the
pseudo-language shows, with accents, every word that comes through a catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from babel import Locale

from guide import settings
from guide.addresses import ENGLISH
from guide.i18n import catalogue, foreign
from guide.i18n.catalogue import DOMAINS, Catalogue, Domain
from guide.i18n.kept import KEPT
from guide.paths import LOCALES
from guide.settings import PSEUDO, Settings

_ACCENTS = str.maketrans("aeiouyAEIOUYcnsCNS", "àéîöûýÀÉÎÖÛÝçñšÇÑŠ")


@dataclass(frozen=True, eq=False)
class Language:
    """One language. ``code`` is as a page names it (``pt-BR``)."""

    code: str
    locale: Locale
    catalogues: Mapping[Domain, Catalogue] = field(default_factory=dict)

    @property
    def english(self) -> bool:
        """Whether nothing is translated at all."""
        return self.code == ENGLISH

    @property
    def read_on(self) -> str:
        """The day a native speaker had read it; empty before."""
        return self.catalogues["frame"].read_on if self.catalogues else ""

    def said(self, domain: Domain, text: str, context: str = "") -> str | None:
        """What it says for an English text; none if nobody has said it yet."""
        if self.english:
            return text
        return self.catalogues[domain].said.get((context, text))

    def say(self, domain: Domain, text: str, context: str = "") -> str:
        """The same; what nobody has said yet stays English, and is marked as such."""
        found = self.said(domain, text, context)
        return foreign.mark(text) if found is None else found

    def plural(self, one: str, many: str, number: int) -> str:
        """The form of a frame's message for this number."""
        if not self.english and ("", one) in self.catalogues["frame"].said:
            return str(self._plural(one, many, number))
        english = one if number == 1 else many
        return english if self.english else foreign.mark(english)

    @cached_property
    def _plural(self):  # type: ignore[no-untyped-def] # gettext's own
        return self.catalogues["frame"].plural


class Pseudo(Language):
    """English with accents, in brackets: what stays plain came through no catalogue."""

    def said(self, domain: Domain, text: str, context: str = "") -> str | None:  # noqa: ARG002
        """The text with accents; what a translation must keep stays."""
        return accented(text)

    def plural(self, one: str, many: str, number: int) -> str:
        """The English form, with accents."""
        return accented(one if number == 1 else many)


def accented(text: str) -> str:
    """``Send it to {name}.`` → ``«Šéñd ît tö {name}.»``."""
    pieces, end = [], 0
    for found in KEPT.finditer(text):
        pieces += [text[end : found.start()].translate(_ACCENTS), found[0]]
        end = found.end()
    return f"«{''.join([*pieces, text[end:].translate(_ACCENTS)])}»"


@cache
def named(code: str) -> Language:
    """The language of this code; ``DataError`` if a catalogue of it is broken."""
    if code == PSEUDO:  # dates and countries as another language has them, to be seen as well
        return Pseudo(code, Locale("de"))
    if code == ENGLISH:
        return Language(code, Locale("en", "GB"))
    locale = Locale.parse(code, sep="-")
    found = {it: Catalogue.read(LOCALES / code / f"{it}.po", code) for it in DOMAINS}
    return Language(code, locale, found)


_chosen: list[Language] = []


def current() -> Language:
    """The language of this run."""
    return _chosen[-1] if _chosen else named(settings.current().language)


def own_name(code: str) -> str:
    """What a language is called in itself: ``Deutsch``."""
    if code == PSEUDO:
        return accented("English")
    name = str(Locale.parse(code, sep="-").get_display_name())
    return name[:1].upper() + name[1:]


def worded(given: Settings) -> Settings:
    """The settings with the guide's name and its line in the language of this run."""
    said = [foreign.bare(current().say("frame", it)) for it in (given.name, given.tagline)]
    return replace(given, name=said[0], tagline=said[1])


@contextmanager
def building(language: Language) -> Iterator[None]:
    """Build in this language until the end, whatever the settings say."""
    _chosen.append(language)
    try:
        yield
    finally:
        _chosen.pop()


def every() -> list[str]:
    """The codes of all languages that have a catalogue."""
    return sorted(it.parent.name for it in LOCALES.glob("*/frame.po"))


def published() -> list[str]:
    """The codes of those that are published."""
    return [it for it in every() if catalogue.published(LOCALES / it / "frame.po")]
