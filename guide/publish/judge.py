"""What is wrong with a tag of a finished page, by the lists of ``allowed.py``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from guide.publish import allowed
from guide.publish.tags import Tag, opening

_LIST = "guide/publish/allowed.py has the list of what may"
_CLOSING = re.compile(r"</([a-z][a-z0-9]*)\s*>")
_ASIDE = re.compile(r"<!doctype html>|<!--[^<>]*-->", re.IGNORECASE)
_SCHEME = re.compile(r"([^/?#:]*):")
_ADDRESS = re.compile(r"[!-~]*")
_ADDRESSES = ("href", "src")
_LEADS_OUT = "noreferrer"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, what would be right, and a word by which its source is found."""

    wrong: str
    right: str
    word: str = ""
    of_page: bool = False
    """Whether it is one on a page of the site alone, not in the one file."""


def mistakes(text: str, schemes: Collection[str]) -> Iterator[Mistake]:
    """Everything wrong with a tag; ``schemes`` are those that links may have."""
    if _ASIDE.fullmatch(text):
        return
    if closing := _CLOSING.fullmatch(text):
        if closing[1] not in allowed.ELEMENTS:
            yield _element(closing[1])
        return
    tag = opening(text)
    if tag is None:
        shown = text if len(text) < 80 else f"{text[:80]}…"
        yield Mistake(f"`{shown}` is no tag as the guide writes them",
                      "write &lt; for the sign, and quotes around each value", text)  # fmt: skip
    elif tag.name not in allowed.ELEMENTS:
        yield _element(tag.name)
    else:
        for name, value in tag.attributes.items():
            yield from _attribute(tag.name, name, value)
            if name in _ADDRESSES:
                yield from _address(value, schemes)
        yield from _whole(tag)


def _element(name: str) -> Mistake:
    return Mistake(f"pages may not hold `<{name}>`", f"take it out; {_LIST}", f"<{name}")


def _attribute(element: str, name: str, value: str) -> Iterator[Mistake]:
    if not allowed.attribute(element, name):
        wrong = f"`<{element}>` may not have `{name}`"
        yield Mistake(wrong, f"take it out; {_LIST}", value or name)
    for word in value.split() if name == "class" else ():
        if word in allowed.ASKS:
            wrong = f"for the class `{word}` the theme loads code from elsewhere"
            yield Mistake(wrong, "use another", word)
    words = allowed.VALUES.get((element, name))
    unknown = set(value.split()) - words if words is not None else ()
    for word in sorted(unknown):
        right = f"use {' or '.join(sorted(words or ()))}; {_LIST}"
        yield Mistake(f"`{name}` of `<{element}>` may not be `{word}`", right, word)


def _address(value: str, schemes: Collection[str]) -> Iterator[Mistake]:
    scheme = _SCHEME.match(value)
    if not _ADDRESS.fullmatch(value) or "\\" in value:
        yield Mistake(f"the address `{value}` holds characters an address cannot have",
                      "percent-encode them", value)  # fmt: skip
    elif value.startswith("//"):
        yield Mistake(f"the address `{value}` leads to another site unseen", "say https", value)
    elif scheme and scheme[1].lower() not in schemes:
        right = f"use {', '.join(sorted(schemes))}, or a relative address"
        yield Mistake(f"the address `{value}` starts with `{scheme[0]}`", right, value)
    elif scheme and scheme[1].lower() in {"http", "https"} and not _netloc(value):
        yield Mistake(f"the address `{value}` names no host", "write https:// before it", value)
    elif scheme and "@" in _netloc(value):
        yield Mistake(f"the address `{value}` hides a user name before its host",
                      "remove all before the @", value)  # fmt: skip


def _netloc(value: str) -> str:
    if "//" not in value:
        return ""
    try:
        return urlsplit(value).netloc
    except ValueError:
        return "@"


def _whole(tag: Tag) -> Iterator[Mistake]:
    given = tag.attributes
    if tag.name == "a" and _netloc(given.get("href", "")) and given.get("rel") != _LEADS_OUT:
        href = given["href"]
        right = f'write [words]({href}){{ rel="noreferrer" }}'
        yield Mistake(f"the link to {href} lacks rel=noreferrer", right, href, of_page=True)
    if given.get("name") == "referrer" and given.get("content") != "no-referrer":
        wrong = "a page tells others where its readers come from"
        yield Mistake(wrong, "take the referrer's meta out", "referrer")
    if tag.name == "meta" and not given.get("property", "og:").startswith("og:"):
        yield Mistake("`property` of `<meta>` is not one of Open Graph", "take it out", "<meta")
    if tag.name in {"img", "script"} and not given.get("src", "x"):
        yield Mistake(f"`<{tag.name}>` has an empty address", "name a file", f"<{tag.name}")
