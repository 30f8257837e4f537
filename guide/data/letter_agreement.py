"""What a letter says alike in every language: its articles, numbers, blanks and fields.

The meaning of a sentence is for readers to compare. What can be counted is compared here,
paragraph by paragraph, with the English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from guide.data.model.letters import BLANK

Part = str | list[str]

_KEPT = {
    "the number": re.compile(r"\d+"),
    # The point of a paragraph: (1)(d), ``lettera d)``, ``lit. d``; but not the d of d'un.
    "the point": re.compile(r"(?<![\w’'])([bcdf])(?![\w’'])"),
    "the blank": BLANK,
    "the field": re.compile(r"\{([a-z][a-z0-9-]*)\}"),
}


def differences(
    english: Mapping[str, Part], said: Mapping[str, Part]
) -> Iterator[tuple[str, str, str]]:
    """Heading, what is wrong, and what would be right."""
    for heading, wanted in english.items():
        if heading not in said:
            continue  # letters_complete tells
        pairs = _lines(wanted), _lines(said[heading])
        if len(pairs[0]) != len(pairs[1]):
            wrong = f"has {len(pairs[1])} items, the English {len(pairs[0])}"
            yield heading, wrong, "write one for each"
            continue
        for index, (line, other) in enumerate(zip(*pairs, strict=True), 1):
            at = f"{heading}[{index}]" if isinstance(wanted, list) else heading
            yield from ((at, wrong, right) for wrong, right in _told(line, other))


def _lines(part: Part) -> list[str]:
    return part if isinstance(part, list) else [part]


def _told(english: str, said: str) -> Iterator[tuple[str, str]]:
    right = "say the same as the English"
    for name, pattern in _KEPT.items():
        wanted, found = Counter(pattern.findall(english)), Counter(pattern.findall(said))
        yield from ((f"{name} `{it}` is missing", right) for it in wanted - found)
        yield from ((f"{name} `{it}` is not in the English", right) for it in found - wanted)
