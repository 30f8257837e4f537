"""Which selectors could match a page: the names they require, and the names a page holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import tinycss2  # type: ignore[import-untyped]

from guide.publish.speed.css import split

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_FOLD = re.compile(r"<(/?)details\b([^>]*)>|</summary>")
_TAG = re.compile(r"<[a-zA-Z](?:[^>\"]++|\"[^\"]*\")*+>")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:=\"([^\"]*)\")?")
_TEXT = re.compile(
    r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`"
    r"|(?<=[(,=:[!&|?{};])/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+/"
)
"""A text, or a pattern, which may hold quotes."""
_FILLED = re.compile(r"\$\{((?:[^{}]|\{[^{}]*\})*)\}")
_BEGUN = re.compile(r"[\"'`][A-Z][\w’]* ")
_ENDED = re.compile(r"\w[.:]\W?$")
_WORD = re.compile(r"[\w-]+")
_GIVEN = frozenset({".js", ".lean"})
"""Classes that ``early.js`` gives the root of every page."""


@cache
def required_names(selector: str) -> frozenset[str]:
    """What a page must hold for the selector to match: ``.class``, ``#id``, ``tag``, ``[a=b]``.

    Names inside ``:not()`` and other functions are not required, with one exception:
    ``p:not([class])`` requires a ``p`` without a class.
    """
    return frozenset(_required(tinycss2.parse_component_value_list(selector)))


def _required(tokens: Iterable[Any]) -> Iterator[str]:
    sign = tag = ""
    for token in tokens:
        match token.type:
            case "ident" if sign == ".":
                yield f".{token.value}"
            case "ident" if sign != ":":
                tag = token.value
                yield tag
            case "hash":
                yield f"#{token.value}"
            case "[] block":
                yield _attribute(token.content)
            case "function" if token.lower_name == "not" and tag:
                if tinycss2.serialize(token.arguments) == "[class]":
                    yield f"{tag}:not([class])"
        sign = token.value if token.type == "literal" else ""
        tag = tag if token.type in {"ident", "literal", "function"} else ""


def _attribute(tokens: Iterable[Any]) -> str:
    """``[dir]``, or ``[dir=rtl]`` if the whole value is told."""
    parts = [token for token in tokens if token.type != "whitespace"]
    exact = len(parts) == 3 and parts[1] == "="
    return f"[{parts[0].value}={parts[2].value}]" if exact else f"[{parts[0].value}]"


@cache
def alternatives(selector: str) -> tuple[tuple[str, ...], ...]:
    """Of each of these a page must match one: ``p:is(.a, .b)`` → ``((".a", ".b"),)``."""
    tokens = tinycss2.parse_component_value_list(selector)
    either = (it for it in tokens if it.type == "function" and it.lower_name == "is")
    return tuple(tuple(split(it.arguments)) for it in either)


@dataclass(frozen=True, slots=True)
class Names:
    """Tags, ``.classes``, ``#ids`` and ``[attributes]`` in HTML; the words of its scripts."""

    html: frozenset[str]
    words: frozenset[str] = frozenset()

    def may_match(self, selector: str) -> bool:
        """Whether the selector could match, now or once a script has run."""
        there = all(name in self.html or self._in_words(name) for name in required_names(selector))
        return there and all(any(map(self.may_match, one)) for one in alternatives(selector))

    def _in_words(self, name: str) -> bool:
        return name[0] not in ".#" and self.words.issuperset(_WORD.findall(name))


def join(all_names: Iterable[Names]) -> Names:
    """The names that at least one of these pages holds."""
    listed = list(all_names)
    return Names(
        frozenset().union(*(one.html for one in listed)),
        frozenset().union(*(one.words for one in listed)),
    )


def unfolded(html: str) -> str:
    """The page without what is in closed ``details``: nobody sees that before opening one."""
    kept: list[str] = []
    folds: list[bool] = []
    start, hidden = 0, 0
    for found in _FOLD.finditer(html):
        if found[0] == "</summary>":
            if folds and folds[-1] and hidden == len(folds):
                kept.append(html[start : found.end()])
                start = -1
        elif not found[1]:
            folds.append(not re.search(r"\sopen\b", found[2]))
            if folds[-1] and not hidden:
                hidden = len(folds)
        elif folds:
            folds.pop()
            if hidden > len(folds):
                start = found.start() if start < 0 else start
                hidden = 0
    return "".join([*kept, html[start:]])


def in_html(*pages: str) -> Names:
    """The names in pages' elements, without those in their scripts."""
    tags: set[str] = set()
    for html in pages:
        tags.update(_TAG.findall(_SCRIPT.sub("", html)))
    return Names(_GIVEN.union(*map(_in_tag, tags)))


@cache
def _in_tag(text: str) -> frozenset[str]:
    name, *_ = _WORD.findall(text)
    tag, attributes = name.lower(), text[len(name) + 1 : -1]
    names = {tag}
    if "class=" not in attributes:
        names.add(f"{tag}:not([class])")
    for name, value in _ATTRIBUTE.findall(attributes):
        names |= {f"[{name}]", f"[{name}={value}]"}
        if name == "class":
            names |= {f".{one}" for one in value.split()}
        elif name == "id":
            names.add(f"#{value}")
    return frozenset(names)


@cache
def in_script(code: str, ours: bool = True) -> Names:
    """A script may put on a page whatever its texts have a word for.

    What ours say to readers in sentences holds no names, nor do addresses. Others' scripts are
    large: of their words only ``md-search`` and the like may be classes.
    """
    texts = (it for it in _texts(code) if not (ours and _is_said(it)))
    words = frozenset(_WORD.findall(" ".join(texts)))
    names = {word for word in words if ours or "-" in word}
    return Names(frozenset(mark + name for name in names for mark in ".#"), words)


def _is_said(text: str) -> bool:
    """Whether a text is a sentence or an address: texts of whole books are asked, too.

    One pattern for all of it would look at each pair of places in such a text.
    """
    if "<" in text:
        return False
    sentence = _BEGUN.match(text) or (" " in text and _ENDED.search(text[-4:]))
    return bool(sentence or ".html" in text)


def _texts(code: str) -> Iterator[str]:
    """The texts in a script, what is filled into them apart."""
    for text in _TEXT.findall(code):
        if text[0] == "`":
            yield _FILLED.sub("", text)
            for inside in _FILLED.findall(text):
                yield from _texts(inside)
        elif text[0] != "/":
            yield text
