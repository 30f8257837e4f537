"""Ways to break the small guide, each sure to leave it invalid.

A breakage is the bytes of a broken file and, where it can be known, the line it is on.
"""

from __future__ import annotations

import copy
import json
import unicodedata
from functools import cache
from typing import Any, TypeAlias

from hypothesis import strategies as st
from pydantic import BaseModel

from guide.data import loader
from guide.data.loader import Path
from guide.data.model.file import File
from guide.data.types import today
from tests.small import TEXT

Breakage: TypeAlias = tuple[bytes, int | None]
Breakages: TypeAlias = st.SearchStrategy[Breakage]

SMALL, _ = loader.load(TEXT.encode())
DATA = File.model_validate(SMALL)


def written(data: Any) -> str:
    """The data as YAML that is also JSON: one value a line."""
    return f"{json.dumps(data, indent=1, ensure_ascii=False)}\n...\n"


WHOLE = written(SMALL)
LINES = loader.load(WHOLE.encode())[1]


@cache
def leaves(kind: type | tuple[type, ...]) -> list[Path]:
    """Where values of a type stand."""
    return [path for path in LINES if type(at(SMALL, path)) in ((kind,) if isinstance(kind, type) else kind)]  # fmt: skip


def at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def changed(path: Path, value: Any) -> str:
    data = copy.deepcopy(SMALL)
    at(data, path[:-1])[path[-1]] = value
    return written(data)


def entries(value: Any = DATA, path: Path = ()) -> list[tuple[Path, BaseModel]]:
    """Every entry of the data that has keys of its own, and where it stands."""
    own = [(path, value)] if isinstance(value, BaseModel) else []
    parts: list[tuple[str | int, Any]] = []
    if isinstance(value, BaseModel):
        parts = [(name, getattr(value, name)) for name in type(value).model_fields]
    elif isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    return own + [found for name, inner in parts for found in entries(inner, (*path, name))]


@st.composite
def types(draw: st.DrawFn) -> Breakage:
    path = draw(st.sampled_from(leaves((str, int, bool))))
    own = type(at(SMALL, path))
    others = {str: "text", int: 7, bool: True, list: ["x"], dict: {"x": "y"}}
    value = draw(st.sampled_from([it for kind, it in others.items() if kind is not own]))
    return changed(path, value).encode(), LINES[path]


@st.composite
def missing(draw: st.DrawFn) -> Breakage:
    required = [
        (path, name)
        for path, entry in entries()
        for name, field in type(entry).model_fields.items()
        if field.is_required()
    ]
    path, name = draw(st.sampled_from(required))
    data = copy.deepcopy(SMALL)
    del at(data, path)[name]
    return written(data).encode(), None


@st.composite
def unknown(draw: st.DrawFn) -> Breakage:
    path, entry = draw(st.sampled_from(entries()))
    key = draw(st.text("abcdefghijklmnop_", min_size=1, max_size=12))
    key = f"x_{key}" if key in type(entry).model_fields else key
    data = copy.deepcopy(SMALL)
    at(data, path)[key] = draw(st.sampled_from(["text", 1, True, ["x"]]))
    return written(data).encode(), None


@st.composite
def duplicates(draw: st.DrawFn) -> Breakage:
    """A key written twice, or an entry that stands in its list twice."""
    listed = [p for p in LINES if p and isinstance(p[-1], int) and p[-2] != "path"]
    if draw(st.booleans()):
        path = draw(st.sampled_from([p for p in listed if p[-2] != "address"]))
        data = copy.deepcopy(SMALL)
        at(data, path[:-1]).insert(draw(st.integers(0, 3)), at(data, path))
        return written(data).encode(), None
    lines = WHOLE.splitlines()
    path = draw(st.sampled_from([p for p in leaves((str, int, bool)) if isinstance(p[-1], str)]))
    number = LINES[path]
    again = lines[number - 1].removesuffix(",") + ","
    lines.insert(number - 1, draw(st.sampled_from([again, again.replace('": ', '":  ')])))
    return "\n".join([*lines, ""]).encode(), number + 1


UNSEEN = [chr(code) for first, last in [(0x00, 0x1F), (0x7F, 0xA0), (0x200B, 0x200F),
    (0x2028, 0x202F), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFFF9, 0xFFFB), (0xE000, 0xE003),
    (0xE0020, 0xE007F)] for code in range(first, last + 1)]  # fmt: skip
UNSEEN += ["\u00ad", "\u034f", "\u061c", "\u115f", "\u2800", "\u3000", "\u3164", "\ufeff", "\uffa0"]
BIDI = [chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]  # fmt: skip
DECOMPOSED = ["e\u0301", "u\u0308", "\u212b", "\u2126", "\u0340", "\uf900"]


def inserted(draw: st.DrawFn, what: str, into: list[Path], *, escaped: bool) -> Breakage:
    running = [path for path in into if " " in at(SMALL, path)]
    path = draw(st.sampled_from(running) | st.sampled_from(into))
    value: str = at(SMALL, path)
    place = draw(st.integers(0, len(value)))
    text = changed(path, "\0").replace(
        '"\\u0000"',
        json.dumps(f"{value[:place]}{what}{value[place:]}", ensure_ascii=escaped),
    )
    return text.encode(), LINES[path]


@st.composite
def odd_unicode(draw: st.DrawFn) -> Breakage:
    return inserted(draw, draw(st.sampled_from(UNSEEN + DECOMPOSED)), leaves(str), escaped=True)


@st.composite
def bidirectional(draw: st.DrawFn) -> Breakage:
    what = draw(st.sampled_from(BIDI)) + draw(st.text("abc", max_size=3)) + draw(st.sampled_from(BIDI))  # fmt: skip
    return inserted(draw, what, leaves(str), escaped=draw(st.booleans()))


MARKUP = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p>", "<!--", "<?x", "<b",
    '"><svg onload=alert(1)>', "' <a href=javascript:alert(1)>", "&lt;", "&#x3c;script&#62;",
    "JaVaScRiPt:alert(1)", "{{ config }}", "{% raw %}", "{# x", "[x](data:,y)", "`x`", "**x**",
    "</script><script>", "]]></summary><script>"]  # fmt: skip


@st.composite
def injection(draw: st.DrawFn) -> Breakage:
    """Into texts: an address may hold `&lt;`, and stays an address."""
    texts = [path for path in leaves(str) if path not in _urls()]
    return inserted(draw, draw(st.sampled_from(MARKUP)), texts, escaped=draw(st.booleans()))


def _urls() -> list[Path]:
    return [path for path in leaves(str) if str(at(SMALL, path)).startswith("https://")]


@st.composite
def addresses(draw: st.DrawFn) -> Breakage:
    path = draw(st.sampled_from(_urls()))
    url: str = at(SMALL, path)
    rest = url.removeprefix("https://")
    bad = [f"http://{rest}", f"//{rest}", rest, f"javascript:{rest}", f"data:text/html,{rest}",
        f"https://user@{rest}", f"https://{rest.replace('/', ':8443/', 1)}", f"https://xn--{rest}",
        f"https://{rest}\"onclick=alert(1)", f"https://{rest}'x", f"https://{rest} x",
        f"https://{rest}\\x", f"https://{rest}<x>", f"https://{rest.replace('o', 'о', 1)}",
        f"https://127.0.0.1/{rest}", f"https://[::1]/{rest}", f"https://localhost/{rest}",
        "https://", "https:///x", f"https://{rest.replace('.', '..', 1)}", f"https:\\\\{rest}"]  # fmt: skip
    return changed(path, draw(st.sampled_from(bad))).encode(), LINES[path]


@st.composite
def dates(draw: st.DrawFn) -> Breakage:
    places = [path for path in leaves(str) if path[-1] in {"date", "captured", "compiled"}]
    path = draw(st.sampled_from(places))
    future = st.integers(today().year + 1, 9999).map(str)
    never = st.sampled_from(["2025-02-29", "2025-13", "2025-00-01", "0000", "2025-04-31", "1899"])
    other = st.from_regex(r"[0-9]{1,3}|[0-9]{5,6}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[a-z]{3,9} 20[0-9]{2}|20[0-9]{2}-[0-9]-[0-9]|٢٠٢٥|20[0-9]{2}-0[1-9]-1", fullmatch=True)  # fmt: skip
    return changed(path, draw(future | never | other)).encode(), LINES[path]


@st.composite
def references(draw: st.DrawFn) -> Breakage:
    """An id that names nothing."""
    named = {"source", "company", "controller", "authority", "form", "then", "if_not", "page"}
    lists = {"where", "speaks_for", "authorities", "elsewhere", "affects", "claims", "law"}
    places = [
        path for path in leaves(str)
        if path[-1] in named or (isinstance(path[-1], int) and path[-2] in lists)
    ]  # fmt: skip
    path = draw(st.sampled_from([p for p in places if p[0] != "retired"]))
    name = draw(st.from_regex(r"no-such-[a-z]{1,9}", fullmatch=True))
    return changed(path, name).encode(), None


@st.composite
def huge(draw: st.DrawFn) -> Breakage:
    size = draw(st.integers(loader.MAX_TEXT + 1, 60_000))
    path = draw(st.sampled_from(leaves((str, int))))
    if isinstance(at(SMALL, path), int):
        return changed(path, 12345678).replace("12345678", "9" * size).encode(), LINES[path]
    letter = draw(st.sampled_from(["x", "ü", "a-", "1", " ", "😀"]))
    return changed(path, letter * size).encode(), LINES[path]


@st.composite
def deep(draw: st.DrawFn) -> Breakage:
    depth = draw(st.integers(loader.MAX_DEPTH + 1, 20_000))
    opening, closing = draw(st.sampled_from([("[", "]"), ('{"a": ', "}"), ("[[", "]]"), ("[", "")]))
    path = draw(st.sampled_from(leaves(str)))
    text = changed(path, "\0").replace('"\\u0000"', opening * depth + '"x"' + closing * depth)
    return text.encode(), LINES[path]


@st.composite
def encodings(draw: st.DrawFn) -> Breakage:
    name = draw(st.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-8-sig",
        "latin-1", "cp1252", "mac-roman", "cp437"]))  # fmt: skip
    path = draw(st.sampled_from([p for p in leaves(str) if " " in at(SMALL, p)]))
    word = draw(st.text("äöüéàñß", min_size=1, max_size=5))
    return changed(path, f"{at(SMALL, path)} {word}").encode(name), None


@st.composite
def bytes_(draw: st.DrawFn) -> Breakage:
    """Bytes that no UTF-8 text holds, anywhere in the file."""
    whole = WHOLE.encode()
    place = draw(st.integers(0, len(whole) - len("\n...\n")))
    bad = [b"\xff", b"\xfe", b"\x80", b"\xc0\xbc", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x28", b"\0"]  # fmt: skip
    return whole[:place] + draw(st.sampled_from(bad)) + whole[place:], None


BOMB = '"bomb": {"a": &a ["x", "x"], "b": &b [*a, *a], "c": &c [*b, *b], "d": [*c, *c]},'


@st.composite
def tags(draw: st.DrawFn) -> Breakage:
    """Tags, anchors, aliases and what else YAML can do that data need not."""
    path = draw(st.sampled_from(leaves((str, int, bool))))
    value = json.dumps(at(SMALL, path), ensure_ascii=False)
    name = draw(st.text("abcxyz", min_size=1, max_size=4))
    said = draw(st.sampled_from(["!!python/object/apply:os.system", "!!str", "!!binary", f"!{name}",
        "!!python/name:os.system", "!<tag:yaml.org,2002:map>", f"&{name}", f"*{name}", f"!!int &{name}"]))  # fmt: skip
    text = changed(path, "\0").replace('"\\u0000"', f"{said} {'' if said[0] == '*' else value}")
    return text.encode(), LINES[path]


@st.composite
def documents(draw: st.DrawFn) -> Breakage:
    """A bomb, a merge key, a directive, a second document, in or around the file."""
    spot = draw(st.sampled_from(["bomb", "merge", "directive", "tag", "second", "list", "comment"]))
    name = draw(st.text("abcxyz", min_size=1, max_size=6))
    body = WHOLE.removesuffix("...\n")
    texts = {
        "bomb": WHOLE.replace("{", "{" + BOMB.replace("bomb", name), 1),
        "merge": WHOLE.replace("{", '{<<: {"' + name + '": "x"},', 1),
        "directive": f"%{name.upper()} 1\n%YAML 1.1\n---\n{WHOLE}",
        "tag": f"%TAG !{name}! tag:example.org,2000:\n---\n{WHOLE}",
        "second": f"{WHOLE}---\n{name}: 1\n...\n",
        "list": f"- {name}: {body}...\n",
        "comment": f"# {name}\n" * draw(st.integers(1, 9)),
    }
    return texts[spot].encode(), None


@st.composite
def truncation(draw: st.DrawFn) -> Breakage:
    """Cut anywhere, or where a line ends: what is left of the small guide may be valid in itself."""
    whole = draw(st.sampled_from([WHOLE, TEXT]))
    anywhere = st.integers(0, len(whole) - len("\n") - 1)
    ends = [place for place, it in enumerate(whole[:-1]) if it == "\n"]
    return whole[: draw(anywhere | st.sampled_from(ends[-30:]))].encode(), None


FAMILIES: dict[str, Breakages] = {
    "types": types(), "missing": missing(), "unknown": unknown(), "duplicates": duplicates(),
    "odd Unicode": odd_unicode(), "bidirectional": bidirectional(), "injection": injection(),
    "addresses": addresses(), "dates": dates(), "references": references(), "huge": huge(),
    "deep": deep(), "encodings": encodings(), "bytes": bytes_(), "tags": tags(),
    "documents": documents(), "truncation": truncation(),
}  # fmt: skip

assert all(unicodedata.normalize("NFC", it) != it for it in DECOMPOSED)
