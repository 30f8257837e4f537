"""Words in scripts and style sheets: literals with a mark before them, said when a site is built.

The mark is ``/*_*/``. A script is whole as it stands, needs nothing more in a browser, and costs
no byte: the mark goes when the words are said. What a template fills in stays: ``${count}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from guide.i18n import foreign
from guide.i18n.language import Language

_MARKED = re.compile(r'/\*_\*/ ?(?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\$]|\\.|\$(?!\{)|\$\{[^{}]*\})*)`)')

_TAG = re.compile(r'/\*@\*/("[^"]*")')
"""The language by which a script writes dates and sorts names."""


def texts(code: str) -> Iterator[str]:
    """The words of a script, in their order."""
    for found in _MARKED.finditer(code):
        yield _text(found)
        yield from texts(found[2] or "")  # words within what a template fills in


def said(code: str, language: Language) -> str:
    """The script with its words in the language, and without the marks."""
    code = _TAG.sub(lambda found: found[1] if language.english else f'"{language.code}"', code)
    return _MARKED.sub(lambda found: _literal(found, language), code)


def _text(found: re.Match[str]) -> str:
    return str(json.loads(f'"{found[1]}"')) if found[1] is not None else found[2]


def _literal(found: re.Match[str], language: Language) -> str:
    if language.english:
        return said(found[0].removeprefix("/*_*/").lstrip(" "), language)
    words = foreign.bare(language.say("frame", _text(found)))
    if found[1] is not None:
        return json.dumps(words, ensure_ascii=False)
    return said(f"`{words.replace('`', '’')}`", language)
