"""The Markdown pages as the data sees them: address, title, and what they call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guide.data.loader import SAFE
from guide.errors import DataError, Problem
from guide.paths import DOCS

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_MACRO = re.compile(r"\{\{\s*([a-z_]+)\(([^)]*)\)")
_OF_PLACE = frozenset({"jurisdiction", "letters", "letter"})
"""Macros whose first word is the place the page is about."""
_QUOTED = re.compile(r'"([^"]*)"')
_DENIED = re.compile(
    r"\b(?:cannot|can not|can[’']t|may not|but not|unable to|not able to|impossible to) object\b"
    r"|\bno (?:\w+ )?(?:way|means|chance|possibility) to object\b",
    re.IGNORECASE,
)
"""Sentences that only the data may make: who cannot object, place by place."""
_RAW = re.compile(r"\{%\s*raw\s*%\}.*?\{%\s*endraw\s*%\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Call:
    """A macro call on a page: its name, the words it is given, and its line."""

    macro: str
    names: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class DocPage:
    """One page.

    ``path`` is its address without slashes at the ends (home is ``""``), ``name``
    its file as told in messages. ``words`` are what people type who look for it, where
    the page itself does not say them (``search: {words: […]}`` in its head).
    """

    path: str
    name: str
    title: str
    product: str | None
    calls: tuple[Call, ...]
    denials: tuple[tuple[str, int], ...] = ()
    """Words that say by hand who cannot object, and their lines."""
    words: tuple[str, ...] = ()

    @property
    def routes(self) -> set[str]:
        """The routes it shows."""
        return {name for call in self.calls if call.macro == "route" for name in call.names}

    @property
    def cited(self) -> set[str]:
        """The claims it states."""
        citing = {"cite", "claim", "claims"}
        return {name for call in self.calls if call.macro in citing for name in call.names}

    @property
    def place(self) -> str | None:
        """The jurisdiction it is about."""
        about = [c for c in self.calls if c.macro in _OF_PLACE and c.names]
        return about[0].names[0] if about else None


def read_pages(docs: Path = DOCS) -> dict[str, DocPage]:
    """All pages under ``docs`` by address."""
    return {page.path: page for page in (_page(docs, file) for file in sorted(docs.rglob("*.md")))}


def front_matter(text: str, name: str) -> dict[str, Any]:
    """The mapping at the head of a page; ``DataError`` if it cannot be read."""
    found = _FRONT.match(text)
    try:
        data = yaml.load(found.group(1), SAFE) if found else {}  # noqa: S506 - it is safe
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        wrong, right = "the page's head is broken YAML", "put values with a colon in double quotes"
        raise DataError([Problem(line, "", wrong, right, name)]) from None
    return data if isinstance(data, dict) else {}


def address(docs: Path, file: Path) -> str:
    """``docs/rights/index.md`` → ``rights``; ``docs/plan.md`` → ``plan``."""
    path = file.relative_to(docs).with_suffix("").as_posix()
    return path.removesuffix("index").rstrip("/") if path.endswith("index") else path


def _page(docs: Path, file: Path) -> DocPage:
    name = file.relative_to(docs.parent).as_posix()
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        wrong, right = "this is not UTF-8 text", "save the file as UTF-8"
        raise DataError([Problem(line, "", wrong, right, name)]) from None
    meta = front_matter(text, name)
    return DocPage(
        path=address(docs, file),
        name=name,
        title=str(meta.get("title", "")),
        product=meta.get("product"),
        calls=tuple(_calls(text)),
        denials=tuple(
            (it.group(), text.count("\n", 0, it.start()) + 1) for it in _DENIED.finditer(text)
        ),
        words=_words(meta, name),
    )


def _words(meta: dict[str, Any], name: str) -> tuple[str, ...]:
    search = meta.get("search")
    words = search.get("words", []) if isinstance(search, dict) else []
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        right = 'write them as a list in quotes: words: ["one", "two"]'
        raise DataError([Problem(1, "", "`words` under `search` is no list of words", right, name)])
    return tuple(words)


def _calls(text: str) -> Iterator[Call]:
    shown = _RAW.sub(lambda found: "\n" * found.group().count("\n"), text)
    for found in _MACRO.finditer(shown):
        line = shown.count("\n", 0, found.start()) + 1
        yield Call(found.group(1), tuple(_QUOTED.findall(found.group(2))), line)
