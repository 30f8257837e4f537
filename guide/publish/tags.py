"""Tags as the guide's pages write them: one strict grammar, which no browser reads otherwise.

A tolerant parser guesses, and a browser may guess differently. Nothing is guessed here: text
that is no tag of this grammar is not a tag that passes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape

_VALUE = r"""(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+)"""
_ATTRIBUTE = rf"""(?:\s+|(?<=["']))([a-zA-Z][a-zA-Z0-9:_-]*)(?:=({_VALUE}))?"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_OPENING = re.compile(
    rf"<([a-z][a-z0-9]*)((?:{_ATTRIBUTE.replace('([', '(?:[').replace('=(', '=(?:')})*)\s*/?>"
)
_INLINE = re.compile(
    r"<(?P<name>script|style)\b(?P<attributes>[^<>]*)>"
    r"(?P<code>[^<]*+(?:<(?!/(?P=name)\s*>)[^<]*+)*+)</(?P=name)\s*>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag; names are in lower case, values without references (``&amp;``)."""

    name: str
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Inline:
    """A script or style element, with the text between its tags."""

    opening: str
    tag: Tag | None
    """The opening tag, read; None if it is not written as a tag is."""
    code: str

    @property
    def runs(self) -> bool:
        """Whether a browser takes the text as code: not if it is data, or another file's."""
        given = self.tag.attributes if self.tag else {}
        return given.get("type") != "application/json" and "src" not in given


def opening(text: str) -> Tag | None:
    """The tag that a text is, whole; nothing if it is none."""
    if not (found := _OPENING.fullmatch(text)):
        return None
    given: dict[str, str] = {}
    for name, value in _ATTRIBUTES.findall(found[2]):
        if name.lower() in given:
            return None
        bare = value[1:-1] if value[:1] in {'"', "'"} else value
        given[name.lower()] = unescape(bare)
    return Tag(found[1], given)


_opening = cache(opening)


def inline(html: str) -> list[Inline]:
    """Every script and style of a page."""
    return split(html)[1]


def split(html: str) -> tuple[str, list[Inline]]:
    """A page without its scripts and styles, and these."""
    around, found, end = [], [], 0
    for it in _INLINE.finditer(html):
        text = f"<{it['name']}{it['attributes']}>"
        around.append(html[end : it.start()])
        found.append(Inline(text, _opening(text), it["code"]))
        end = it.end()
    return "".join([*around, html[end:]]), found


def trimmed(html: str) -> str:
    """The page without blanks at the ends of its scripts and styles."""
    return _INLINE.sub(lambda it: it[0].replace(it["code"], it["code"].strip(), 1), html)
