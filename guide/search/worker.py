"""The script that searches: lunr, what is typed of function words, and our own ranking."""

from __future__ import annotations

from importlib import resources

from rjsmin import jsmin  # type: ignore[import-untyped]

_HERE = resources.files("guide.search")
# MkDocs brings lunr for its own themes. Its licence asks for its head.
_LUNR = resources.files("mkdocs.contrib.search").joinpath("templates/search/lunr.js")
_HEAD = "/*! lunr 2.3.9, (C) 2020 Oliver Nightingale, MIT */\n"


def function_words() -> list[str]:
    """Words that say nothing of the subject, of all languages of the file, each once."""
    lines = _HERE.joinpath("function_words.txt").read_text(encoding="utf-8").splitlines()
    return sorted({word for line in lines for word in line.partition(":")[2].split()})


def script() -> str:
    """The whole of it, made smaller."""
    own = _HERE.joinpath("worker.js").read_text(encoding="utf-8")
    words = f'const FUNCTION_WORDS = "{" ".join(function_words())}";\n'
    return _HEAD + "\n".join(map(jsmin, (_LUNR.read_text(encoding="utf-8"), words, own)))
