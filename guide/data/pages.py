"""The Markdown pages as the data sees them: address, title, and what they call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import TemplateSyntaxError

from guide.data import unseen
from guide.data.loader import SAFE
from guide.data.macro_calls import Call, Declared, find
from guide.errors import DataError, Problem

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_DENIED = re.compile(
    r"\b(?:cannot|can not|can[’']t|may not|but not|unable to|not able to|impossible to) object\b"
    r"|\bno (?:\w+ )?(?:way|means|chance|possibility) to object\b",
    re.IGNORECASE,
)
"""Sentences that only the data may make: who cannot object, place by place."""


@dataclass(frozen=True, slots=True)
class DocPage:
    """One page.

    ``path`` is its address without slashes at the ends (home is ``""``), ``name``
    its file as told in messages. ``words`` are what people type who look for it, where
    the page itself does not say them (``search: {words: […]}`` in its head), ``boost`` how much
    it weighs there, and ``searched`` whether it is looked through at all.
    """

    path: str
    name: str
    title: str
    product: str | None
    calls: tuple[Call, ...]
    denials: tuple[tuple[str, int], ...] = ()
    """Words that say by hand who cannot object, and their lines."""
    words: tuple[str, ...] = ()
    boost: float | None = None
    searched: bool = True
    scripts: tuple[str, ...] = ()
    """The scripts that its head names, for the page's frame to load (``overrides/main.html``)."""
    needed: tuple[str, ...] = ()
    """Those that the macros it calls declare, in the order they run."""
    text: str = ""
    """All of its file."""

    @property
    def routes(self) -> set[str]:
        """The routes it shows."""
        return self._named("route")

    @property
    def cited(self) -> set[str]:
        """The claims it states."""
        return self._named("claim")

    @property
    def place(self) -> str | None:
        """The jurisdiction it is about: the first that it names."""
        kinds = {"jurisdiction", "place with letters"}
        return next((name for it in self.calls if it.kind in kinds for name in it.names), None)

    def _named(self, kind: str) -> set[str]:
        return {name for call in self.calls if call.kind == kind for name in call.names}


def read_pages(docs: Path, macros: Iterable[Declared]) -> dict[str, DocPage]:
    """All pages under ``docs`` by address, with the calls of these macros."""
    known = {macro.name: macro for macro in macros}
    read = (_page(docs, file, known) for file in sorted(docs.rglob("*.md")))
    return {page.path: page for page in read}


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


def _page(docs: Path, file: Path, macros: Mapping[str, Declared]) -> DocPage:
    name = file.relative_to(docs.parent).as_posix()
    text, wrong_signs = unseen.decoded(file.read_bytes(), name)
    if wrong_signs:
        raise DataError(wrong_signs)
    meta = front_matter(text, name)
    calls = _calls(text, name, macros)
    return DocPage(
        path=address(docs, file),
        name=name,
        title=str(meta.get("title", "")),
        product=_product(meta, name),
        calls=calls,
        denials=tuple(
            (it.group(), text.count("\n", 0, it.start()) + 1) for it in _DENIED.finditer(text)
        ),
        words=_words(meta, name),
        boost=_searched(meta).get("boost"),
        searched=not _searched(meta).get("exclude"),
        scripts=tuple(meta.get("scripts") or ()),
        needed=_needed(calls, macros),
        text=text,
    )


def _product(meta: dict[str, Any], name: str) -> str | None:
    product = meta.get("product")
    if product is not None and not isinstance(product, str):
        wrong, right = "`product` is no id of a product", "write one, as in platforms.yml"
        raise DataError([Problem(1, "", wrong, right, name)])
    return product


def _needed(calls: tuple[Call, ...], macros: Mapping[str, Declared]) -> tuple[str, ...]:
    called = {call.macro for call in calls}
    every = dict.fromkeys(script for macro in macros.values() for script in macro.scripts)
    wanted = {script for name in called & macros.keys() for script in macros[name].scripts}
    return tuple(script for script in every if script in wanted)


def _searched(meta: dict[str, Any]) -> dict[str, Any]:
    search = meta.get("search")
    return search if isinstance(search, dict) else {}


def _words(meta: dict[str, Any], name: str) -> tuple[str, ...]:
    words = _searched(meta).get("words", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        right = 'write them as a list in quotes: words: ["one", "two"]'
        raise DataError([Problem(1, "", "`words` under `search` is no list of words", right, name)])
    return tuple(words)


def _calls(text: str, name: str, macros: Mapping[str, Declared]) -> tuple[Call, ...]:
    body = _FRONT.sub(lambda head: "\n" * head.group().count("\n"), text)
    try:
        return tuple(find(body, macros))
    except TemplateSyntaxError as error:
        wrong = f"no template engine can read this: {error.message}"
        right = "mend the braces, or put what is only shown between raw and endraw"
        raise DataError([Problem(error.lineno, "", wrong, right, name)]) from None
