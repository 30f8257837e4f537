"""Data as others might write it: the small guide with other words, days, lists and names.

Nearly all of it is data that ``check`` accepts. What it refuses is refused with a line.
"""

from __future__ import annotations

import copy
import json
import re
import types as kinds
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from pydantic import BaseModel

from guide.data import loader
from guide.data.loader import Path
from guide.data.model.file import File
from guide.data.types import Language, PastDate, PastDay, Prose, Text, Url, today
from tests.data.damage import at, written
from tests.small_pages import DATA, TEXTS

Case: TypeAlias = tuple[bytes, dict[str, str]]
"""A data file, and the texts of its letters."""

PLAIN, _ = loader.load(DATA.encode())
WHOLE = File.model_validate(PLAIN)

# Words. Markup is refused by ``check``; what only resembles it is not.

MARKUP = re.compile(r"<[A-Za-z/!?]|&[#A-Za-z]\w*;|\{[{%#]|\]\(|`|\*\*|javascript:|<", re.IGNORECASE)

ODD = [
    "a < b > c", "x <", "& Co", "AT&T", "{x}", "} {", "%}", "#}", "| a | b |", "* x", "- x", "1. x",
    "# x", "> x", "_x_", "~~x~~", "[x] (y)", "![", "] (", "´", "* *", "{ { x } }", "< b>x< /b>", "\\", "\\n",
    "$&", "\\1", "%s %d", "'\"", "’", "“”", "…", "—", "=1+1", "@x", "+x", "~x", "^x", "$x$", "x::y", "!!! note",
    "[^1]", "[TOC]", "* [x]: y", "{: .x }", "{ .x }", "http://x.example", "x@y.example", "--- x", "===",
    "< / script", "]]>", "--!>", "O’Neill", "ﬁ", "Straße", "İstanbul", "ĳ", "Ω", "שלום", "سلام", "नमस्ते", "ไทย",
    "日本語", "한국어", "😀", "𝔘𝔫𝔦", "ǅ", "½", "①", "﷽", "𒐫", "x\u0301", "0", "-1", "null", "true", "constructor",
    "__proto__", "]] >", "&", "&amp", "a&b;c", "x" * 300, "ü" * 500, "w " * 400 + "w",
]  # fmt: skip

REFUSED = [
    "<b>x</b>",
    "{{ x }}",
    "{% x %}",
    "`x`",
    "**x**",
    "[x](y)",
    "&lt;",
    "javascript:x",
    "a\u200bb",
    " x",
    "",
]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


_LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Mc", "Zs"))
WORDS: st.SearchStrategy[str] = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=60).map(_composed),
    st.sampled_from(ODD),
    st.lists(st.sampled_from(ODD), min_size=2, max_size=4).map(" ".join),
    st.text("abc xyz", min_size=1, max_size=1900).map(_composed),
).filter(lambda text: text and not MARKUP.search(text))

DAYS: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(["1900", "1900-01", "1900-01-01", "1999-12-31", "2000-02-29", "2024-02-29", "2026", "2026-11"]),
    st.dates(min_value=today() - timedelta(days=3000), max_value=today()).map(str),
    st.sampled_from([str(today()), str(today() - timedelta(days=1))]),
)  # fmt: skip
ADDRESSES = st.sampled_from([
    "https://a.example", "https://www.facebook.com/?a=1&b=%22%3C#x", "https://facebook.com/~x/(y);z,w",
    "https://www.facebook.com/" + "x" * 1500, "https://1.2.example/", "https://www.facebook.com/a//b/../c?&&=",
    "https://www.facebook.com/%E2%80%AE", "https://www.facebook.com/#", "https://www.facebook.com/[x]!*$+",
])  # fmt: skip
LANGUAGES = st.sampled_from(
    ["en", "de", "fr", "es", "pt", "nl", "it", "xx", "pt-BR", "zh-TW", "ar", "tr", "ko"]
)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True) | st.just("z" * 80)

# Where things stand


def _values(value: Any, path: Path = ()) -> list[tuple[Path, BaseModel]]:
    own = [(path, value)] if isinstance(value, BaseModel) else []
    parts: list[tuple[str | int, Any]] = []
    if isinstance(value, BaseModel):
        named = type(value).model_fields
        parts = [(field.alias or name, getattr(value, name)) for name, field in named.items()]
    elif isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    return own + [found for name, inner in parts for found in _values(inner, (*path, name))]


LISTS = st.lists(WORDS, max_size=4, unique=True) | st.just([f"Line {n}." for n in range(60)])

_PLAIN_KINDS: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Text, WORDS),
    (Prose, WORDS),
    (PastDate, DAYS),
    (PastDay, DAYS.filter(lambda day: len(day) == len("2026-11-30"))),
    (Url, ADDRESSES),
    (Language, LANGUAGES),
    (bool, st.booleans()),
    (list[Text], LISTS),
    (list[Prose], LISTS),
]


def _fits(kind: Any) -> st.SearchStrategy[Any] | None:
    """What may stand in a field of this kind; nothing where it must fit another entry."""
    for plain, values in _PLAIN_KINDS:
        if kind == plain:
            return values
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) in {Union, kinds.UnionType}:
        return next((it for it in map(_fits, get_args(kind)) if it is not None), None)
    for field in getattr(kind, "__metadata__", ()):
        limits = {type(it).__name__: it for it in getattr(field, "metadata", ())}
        if get_args(kind)[0] is int and {"Ge", "Le"} <= set(limits):
            return st.integers(limits["Ge"].ge, limits["Le"].le)
    return None


_BOUND = {"labels", "company", "everywhere_because", "letter", "deed", "reread", "format", "mended"}
"""Filled in, or bound to so much else that nearly any other value is refused."""
FIELDS: list[tuple[Path, st.SearchStrategy[Any], bool, bool]] = []
"""Where a value may change, to what, whether it stands there now, and whether it may go."""
for _path, _entry in _values(WHOLE):
    for _name, _kind in get_type_hints(type(_entry), include_extras=True).items():
        _field = type(_entry).model_fields.get(_name)
        _own = _fits(_kind)
        if _field and _own is not None and _name not in _BOUND:
            _key = _field.alias or _name
            _stands = _name in _entry.model_fields_set
            FIELDS.append(((*_path, _key), _own, _stands, not _field.is_required()))

TEXTS_AT = [it for it in FIELDS if it[1] is WORDS]
NAMES = ["meta-page", "local-blog", "privacy-center", "settings", "submit", "send-form",
         "training-starts", "default-on", "authority-ie", "send", "log-in"]  # fmt: skip
"""Of entries that no page calls by name."""

Change: TypeAlias = Callable[[dict[str, Any]], None]


@st.composite
def _set(draw: st.DrawFn) -> Change:
    path, values, _, _ = draw(st.sampled_from(TEXTS_AT) | st.sampled_from(FIELDS))
    value = draw(values)
    if values is WORDS and draw(st.integers(0, 40)) == 17:
        value = draw(st.sampled_from(REFUSED))
    if path[0] == "letter_words" and isinstance(value, str):
        value = value.replace("[", "(")  # there, it would be a blank to fill in

    def change(data: dict[str, Any]) -> None:
        at(data, path[:-1])[path[-1]] = value

    return change


@st.composite
def _leave_out(draw: st.DrawFn) -> Change:
    path, *_ = draw(st.sampled_from([it for it in FIELDS if it[2] and it[3]]))

    def change(data: dict[str, Any]) -> None:
        at(data, path[:-1]).pop(path[-1], None)

    return change


@st.composite
def _more(draw: st.DrawFn) -> Change:
    """More of what there may be many of, each under a name of its own."""
    kind = draw(st.sampled_from(["documents", "claims", "changes", "members", "labels"]))
    many = draw(st.integers(1, 9))
    text, day, language = draw(WORDS), draw(DAYS), draw(LANGUAGES)

    def change(data: dict[str, Any]) -> None:
        meta, eu = data["companies"]["meta"], data["places"]["eu"]
        route = meta["products"]["facebook"]["routes"][0]
        for number in range(many):
            name, own = f"{kind}-{number}", f"{text} {number}"
            if kind == "documents":
                like = {"title": own, "url": f"https://facebook.com/{number}", "captured": day}
                data["documents"][name] = {**data["documents"]["meta-page"], **like}
                route["sources"].append({"id": name, "at": own})
            elif kind == "claims":
                data["claims"][name] = {**data["claims"]["meta-public-posts"], "text": own}
            elif kind == "changes":
                meta["changes"].append({**meta["changes"][0], "id": name, "what": own, "date": day})
            elif kind == "members":
                codes = ["DE", "FR", "US-CA", "AT", "BE-BRU", "ZZ", "XK", "CH", "NO"]
                eu["members"].append({"code": codes[number], "name": own})
            else:
                shown = {"text": own, "source": "meta-page", "at": "menu", "confidence": "high"}
                meta["labels"][name] = {"text": own, "names": {language: shown}}
                route["steps"][0]["path"].append(name)

    return change


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Up to a dozen changes, perhaps other names for entries, perhaps another letter."""
    data = copy.deepcopy(PLAIN)
    each = st.one_of(_set(), _set(), _set(), _leave_out())
    changes = draw(st.lists(each, min_size=1, max_size=7))
    if draw(st.booleans()):
        changes.append(draw(_more()))
    for change in changes:
        with suppress(KeyError, AttributeError, IndexError):  # another one took it away
            change(data)
    text = written(data)
    for old in draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True)):
        new = draw(IDS)
        text = text.replace(f'"{old}"', json.dumps(new)).replace(f"{{{old}}}", f"{{{new}}}")
    texts = dict(TEXTS)
    if draw(st.booleans()):
        plain = WORDS.filter(lambda text: not re.search(r"[\[{]", text))
        said, demands = draw(plain), draw(st.lists(plain, min_size=1, max_size=9, unique=True))
        listed = "\n".join(f"- {it}" for it in demands)
        texts["eu/object.en"] = (
            f"# name\nObjection\n\n# right\nI [name], {{company}}: {said}\n\n# demands\n{listed}\n"
        )
    return text.encode(), texts
