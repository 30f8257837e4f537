"""The script that searches: lunr, and around it what a word is and how pages are ranked.

lunr keeps the index, weighs words by BM25, knows stems and finds near words. Its own way of
joining words (a sum over all fields and all beginnings, titles without bound) stays unused.
"""

from __future__ import annotations

from importlib import resources

from rjsmin import jsmin  # type: ignore[import-untyped]

PARTS = ("words.js", "ranking.js", "asked.js", "rows.js", "worker.js")
"""Our own, in the order in which each needs the one before."""

_HERE = resources.files("guide.publish.search")
# MkDocs brings lunr for its own themes. Its licence asks for its head.
_LUNR = resources.files("mkdocs.contrib.search").joinpath("templates/search/lunr.js")
_HEAD = "/*! lunr 2.3.9, (C) 2020 Oliver Nightingale, MIT */\n"


def function_words() -> list[str]:
    """Words that say nothing of the subject, of all languages of the file, each once."""
    lines = _HERE.joinpath("function_words.txt").read_text(encoding="utf-8").splitlines()
    return sorted({word for line in lines for word in line.partition(":")[2].split()})


def script() -> str:
    """The whole of it, made smaller."""
    words = f'const FUNCTION_WORDS = "{" ".join(function_words())}";\n'
    own = "".join(_HERE.joinpath(name).read_text(encoding="utf-8") for name in PARTS)
    inside = f'(() => {{\n"use strict";\n{words}{own}}})();\n'
    return _HEAD + "\n".join(map(jsmin, (_LUNR.read_text(encoding="utf-8"), inside)))
