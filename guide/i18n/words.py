"""The words of templates and code in the language being built; English is their key.

``_("…")`` says it at once. ``N_("…")`` marks a text that is said later: by ``Words``, a map
whose values are translated when they are read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from guide.i18n import foreign
from guide.i18n.language import current


def gettext(text: str) -> str:
    """The text in the language being built."""
    return current().say("frame", text)


def pgettext(context: str, text: str) -> str:
    """The same for a word with several meanings; the context tells which."""
    return current().say("frame", text, context)


def ngettext(one: str, many: str, number: int) -> str:
    """The form for this number, which the text then holds as ``%(number)s`` or not at all."""
    return current().plural(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """A text that is translated where it is used."""
    return text


class Words(Mapping[str, str]):
    """What readers see for each of some names, in the language being built."""

    def __init__(self, english: Mapping[str, str], context: str = "") -> None:
        self.english = english
        self.context = context

    def __getitem__(self, name: str) -> str:
        return current().say("frame", self.english[name], self.context)

    def __iter__(self) -> Iterator[str]:
        return iter(self.english)

    def __len__(self) -> int:
        return len(self.english)


def order(text: str) -> tuple[str, str]:
    """What to sort names by: without accents, as dictionaries have them (``Österreich`` at O).

    Capitals do not count (Dutch: Ierland, IJsland). ``Ł`` has no accent to take off: it is a
    letter of its own, the one after L (Polish: Luksemburg, Łotwa, Malta).
    """
    plain = foreign.bare(text)
    letters = unicodedata.normalize("NFD", plain).casefold().replace("ł", "l\uffff")
    return "".join(it for it in letters if not unicodedata.combining(it)), plain


_ = gettext

__all__ = ["N_", "Words", "_", "gettext", "ngettext", "order", "pgettext"]
