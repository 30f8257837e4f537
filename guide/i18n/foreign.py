"""English inside another language: marked when it is taken, and told to browsers when it is shown.

Two private-use signs stand around it. They go unharmed through templates, Markdown and JSON,
and our data cannot hold them (``guide.data.types``).
"""

from __future__ import annotations

import re

OPEN, CLOSE = "\ue000", "\ue001"
SPAN = '<span lang="en">'

_SIGNS = re.compile(f"[{OPEN}{CLOSE}]")
# Where no element may stand: in a tag, and in elements that hold text alone.
_NO_ELEMENT = re.compile(
    r"<(script|style|title|textarea|option|svg)\b.*?</\1\s*>|<!--.*?-->|<[A-Za-z/!][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def mark(text: str) -> str:
    """English, to be told as such."""
    return f"{OPEN}{text}{CLOSE}"


def bare(text: str) -> str:
    """The same words without the signs."""
    return _SIGNS.sub("", text)


def told(html: str) -> str:
    """Markup in which a browser, and so a screen reader, is told what is in English."""
    if OPEN not in html:
        return bare(html)
    html = _NO_ELEMENT.sub(lambda it: bare(it[0]) if _across(it[0]) else it[0], html)
    found = 1
    while found:  # from the inside out: a sentence holds what fills it in
        html, found = _MARKED.subn(_span, html)
    return bare(html)


def _span(marked: re.Match[str]) -> str:
    return f"{SPAN}{marked[1]}</span>" if marked[1].strip() else marked[1]


def _across(piece: str) -> bool:
    return OPEN in piece or CLOSE in piece
