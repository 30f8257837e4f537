"""British spelling, from an American dictionary and the words that differ."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from spylls.hunspell import Dictionary  # type: ignore[import-untyped]

LIST = Path(__file__).parent / "words.txt"

_TO_AMERICAN = ((r"is(e|es|ed|ing|ations?)$", r"iz\1"), (r"ys(e|es|ed|ing)$", r"yz\1"),
    (r"our", "or"), (r"tre(s?)$", r"ter\1"), (r"ence(s?)$", r"ense\1"), (r"gement", "gment"))  # fmt: skip
_AMERICAN = re.compile(
    r"[a-z]{4,}(?:iz(?:e|es|ed|ers?|ing|ations?)|yz(?:e|es|ed|ing))"
    r"|(?:col|fav|hon|behavi|lab|neighb|rum)or(?:s|ed|ing|ite|able)?"
    r"|centers?|centered|defense|offense|catalog|gray|(?:cancel|label|travel)(?:ed|ing)"
)


@cache
def _dictionary() -> Dictionary:
    return Dictionary.from_files("en_US")


@cache
def own_words() -> tuple[str, ...]:
    """Names and terms no dictionary holds."""
    return tuple(LIST.read_text(encoding="utf-8").splitlines())


@cache
def in_dictionary(word: str) -> bool:
    forms = {word, *(re.sub(british, us, word) for british, us in _TO_AMERICAN)}
    return any(_dictionary().lookup(form) for form in forms)


def is_american(word: str) -> bool:
    return bool(_AMERICAN.fullmatch(word))
