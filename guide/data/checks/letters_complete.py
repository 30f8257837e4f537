"""A letter is whole in every language it is offered in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guide.addresses import ENGLISH
from guide.data.checks.traverse import Finding, missing
from guide.data.loader import Path
from guide.data.model.letters import BLANK
from guide.data.model.root import Data

_MAPS = ("name", "right", "demands", "deadline", "if_refused", "enclosed")


def findings(data: Data) -> Iterator[Finding]:
    """Languages that are missing or extra, and blanks nobody can fill in."""
    for place, letters in data.letters.items():
        path: Path = ("letters", place)
        for language in letters.languages:
            if language not in data.letter_words:
                yield missing((*path, "languages"), "wording", language, data.letter_words)
        for index, letter in enumerate(letters.letters):
            for name in _MAPS:
                texts = getattr(letter, name)
                if texts is not None and sorted(texts) != sorted(letters.languages):
                    wrong = f"`{name}` is not in the languages of the place"
                    right = f"write it in {', '.join(letters.languages)}, and no other"
                    yield (*path, "letters", index, name), wrong, right
                yield from _blanks((*path, "letters", index, name), texts, data)
    for language, words in data.letter_words.items():
        for name in type(words).model_fields:
            at = ("letter_words", language, name)
            yield from _blanks(at, {language: getattr(words, name)}, data)
            yield from _as_in_english(at, getattr(words, name), data)


def _as_in_english(path: Path, said: str | dict[str, str], data: Data) -> Iterator[Finding]:
    """The same blanks in the sentence, or the same hints for blanks."""
    if ENGLISH not in data.letter_words:
        return
    english = getattr(data.letter_words[ENGLISH], str(path[-1]))
    wanted, found = (
        sorted(it) if isinstance(it, dict) else sorted(BLANK.findall(it)) for it in (english, said)
    )
    if wanted != found:
        right = f"write those of the English: {', '.join(wanted) or 'none'}"
        yield path, f"its blanks are {', '.join(found) or 'none'}", right


def _blanks(path: Path, texts: dict[str, Any] | None, data: Data) -> Iterator[Finding]:
    for language, text in (texts or {}).items():
        known = data.letter_words[language].blanks if language in data.letter_words else {}
        for blank in BLANK.findall(str(text)):
            if blank not in known:
                yield missing(path, "blank", blank, known)
