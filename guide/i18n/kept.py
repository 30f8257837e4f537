"""What a translation keeps as it is: macros, links, attributes, slots, and numbers."""

from __future__ import annotations

import re
from collections import Counter

KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}"  # macros
    r"|\]\([^)\s]*\)"  # where a link leads
    r"|</?[A-Za-z][^>]*>|&[#\w]+;"  # markup
    r"|%\(\w+\)[sd]|%%"  # what a template fills in
    r"|\$\{[^{}]*\}|\{[^{}]*\}"  # what a script fills in; labels and counted words
    r"|https?://[^\s)]+|\*\*"
)
"""Stands in a translation as in the English, each as often."""
_SPOKEN = re.compile(r'((?:aria-label|title)=")[^"]*"')
"""What an attribute says is translated; that it is there is kept."""
_NUMBER = re.compile(r"\d+(?:[.,’'\u00a0\u202f:]\d+)*")
_SEPARATOR = re.compile(r"\D")


def tokens(text: str) -> Counter[str]:
    """Everything in a text that a translation must keep."""
    return Counter(_SPOKEN.sub(r'\1"', it) for it in KEPT.findall(text))


def numbers(text: str) -> Counter[str]:
    """The numbers in a text, whatever separates their digits: ``2,000`` and ``2.000`` are one."""
    return Counter(_SEPARATOR.sub("", it) for it in _NUMBER.findall(KEPT.sub(" ", text)))
