"""Characters that no screen shows, or that end a line in one program and not in another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from guide.errors import Problem

# Controls but for tab and newline, invisible and bidirectional signs, line and paragraph
# separators, fillers and variation selectors; the latter are drawn as nothing, too.
SIGNS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def problems(text: str, name: str) -> Iterator[Problem]:
    """Each line of a source text that holds one, as an editor counts lines; comments included."""
    told = 0
    for found in SIGNS.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if line != told:
            told = line
            sign = unicodedata.name(found[0], f"U+{ord(found[0]):04X}")
            wrong = f"the text holds an invisible character ({sign})"
            yield Problem(line, "", wrong, "remove it", name)


def decoded(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of a file, and what is wrong with its bytes or signs."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [Problem(line, "", "this is not UTF-8 text", "save the file as UTF-8", name)]
    return text, list(problems(text, name))
