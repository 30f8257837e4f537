"""No-break spaces: French has one before ``:``, ``;``, ``!`` and ``?``, and inside « ».

No other text may hold one, because nobody sees it. What is written in several languages is
therefore looked at one language after the other (``EACH_ITS_SPACES``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from pydantic import WrapValidator

CODE = "fr"
_GLUED = re.compile("[\u00a0\u202f](?=[:;!?»])|(?<=«)[\u00a0\u202f]")
_reading = ContextVar("reading French", default=False)


def plain(text: str) -> str:
    """The text with its no-break spaces as plain ones, if it is French."""
    return _GLUED.sub(" ", text) if _reading.get() else text


def _one_by_one(raw: Any, check: Callable[[Any], Any]) -> Any:
    if not isinstance(raw, dict) or CODE not in raw:
        return check(raw)
    found = check({language: said for language, said in raw.items() if language != CODE})
    before = _reading.set(True)
    try:
        found |= check({CODE: raw[CODE]})
    finally:
        _reading.reset(before)
    return {language: found[language] for language in raw}


EACH_ITS_SPACES = WrapValidator(_one_by_one)
"""On a map by language: only what is under ``fr`` may have the spaces of French."""
