"""A page as the pieces a translator sees, each with what stands around it.

Our pages have one thought a line, so a message is a line without its marks: of
``## Where to complain { #complain }`` only the words. Joined, the pieces are the page
again, byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["plain", "quoted", "words", "arguments"]
"""How a text is written down: as it is, in quotes, as a list of words, as arguments of a macro."""

SEARCH_WORDS = "search words"
"""The context of words that people type; each language has its own, in any number."""
BETWEEN = " · "
"""Stands between two of them."""

MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
TEXT = "```text"
"""Opens a text to copy."""
_COMMENT = re.compile(r" *\{#.*?#\}")
"""For writers, such as the test that proves a sentence: no translation is old because of it."""
_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TOLD = re.compile(r'((?:title|description): )("(?:[^"\\]|\\.)*"|[^\W\d_"].*?)((?: +#.*)?)')
_WORDS = re.compile(r"( +words: )(\[.*\])")
_PART = re.compile(r'(\{% call part\()("(?:[^"\\]|\\.)*")(.*)')
_CALLED = re.compile(r"(\{\{ also_called\()(.*)(\) \}\})")
_HTML = re.compile(r"(<p\b[^>]*>)(.*)(</p>)")
_CELL = re.compile(r"([|] *)((?:[^|{]|\{\{.*?\}\}|\{)*?)(?= *[|])")
# What a line begins and ends with: its mark; then citations, which are no words of the sentence.
_CITED = r"\{\{ (?:claim|cite)\([^{}]*\) \}\}"
_LINE = re.compile(
    rf"(?P<lead> *(?:#+ |[-*] |\d+\. )?(?:{_CITED} *)*)"
    rf"(?P<text>.*?)"
    rf"(?P<tail>(?: *{_CITED})*(?: *\{{ [#.][^{{}}]*\}})?)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: ``text`` to translate (or none), and ``raw``, as it is written."""

    line: int
    lead: str
    raw: str = ""
    tail: str = ""
    text: str = ""
    form: Form = "plain"

    @property
    def context(self) -> str:
        """What tells it from the same words elsewhere."""
        return SEARCH_WORDS if self.form in {"words", "arguments"} else ""

    @property
    def heading(self) -> bool:
        """Whether it is a heading of the page."""
        return self.lead.startswith("#")

    def said(self, text: str) -> str:
        """The piece with other words."""
        match self.form:
            case "plain":
                return f"{self.lead}{text}{self.tail}"
            case "quoted":
                return f"{self.lead}{_quoted(text)}{self.tail}"
            case "words":
                return f"{self.lead}[{_arguments(text)}]{self.tail}"
            case "arguments":
                return f"{self.lead}{_arguments(text)}{self.tail}"


def join(blocks: Iterable[Block]) -> str:
    """The page of these pieces."""
    return "".join(f"{it.lead}{it.raw}{it.tail}" for it in blocks)


def split(page: str) -> Iterator[Block]:
    """The pieces of a page, in their order."""
    head = _HEAD.match(page)
    size = head.end() if head else 0
    first = page.count("\n", 0, size) + 1
    for number, line in enumerate(page[:size].splitlines(keepends=True), 1):
        yield _of_head(number, line)
    fence, inside, begun = "", "", 0
    for number, line in enumerate(page[size:].splitlines(keepends=True), first):
        mark = line.strip() if line.lstrip().startswith("```") else ""
        if mark and fence:
            yield from _of_fence(begun, fence, inside)
        if mark or not fence:
            yield from [Block(number, line)] if mark else _of_body(number, line)
            fence, inside, begun = "" if fence else mark, "", number + 1
        else:
            inside += line
    yield from _of_fence(begun, fence, inside)


def _of_head(number: int, line: str) -> Block:
    bare = line.rstrip("\n")
    if found := _TOLD.fullmatch(bare):
        return Block(number, found[1], found[2], f"{found[3]}\n", _unquoted(found[2]), "quoted")
    if (found := _WORDS.fullmatch(bare)) and (words := _list(found[2])):
        return Block(number, found[1], found[2], "\n", BETWEEN.join(words), "words")
    return Block(number, line)


def _of_fence(number: int, fence: str, inside: str) -> Iterator[Block]:
    """Code stays as it is; a text to copy is one message, with its lines."""
    text = inside.rstrip("\n")
    if fence == TEXT and text:
        yield Block(number, "", text, inside[len(text) :], text)
    elif inside:
        yield Block(number, inside)


def _of_body(number: int, line: str) -> Iterator[Block]:
    bare = line.rstrip("\n")
    end = line[len(bare) :]
    if found := _PART.fullmatch(bare):
        yield Block(number, found[1], found[2], found[3] + end, _unquoted(found[2]), "quoted")
    elif (found := _CALLED.fullmatch(bare)) and (words := _list(f"[{found[2]}]")):
        text = BETWEEN.join(words)
        yield Block(number, found[1], found[2], found[3] + end, text, "arguments")
    elif found := _HTML.fullmatch(bare):
        yield Block(number, found[1], found[2], found[3] + end, found[2])
    elif bare.startswith("|"):
        yield from _cells(number, bare, end)
    elif not bare.lstrip().startswith(("<", "{%")) and (found := _LINE.fullmatch(bare)):
        yield _worded(number, found["lead"], found["text"], found["tail"] + end)
    else:
        yield Block(number, line)


def _cells(number: int, row: str, end: str) -> Iterator[Block]:
    at = 0
    for found in _CELL.finditer(row):
        if _has_words(found[2]):
            yield Block(number, row[at : found.start(2)], found[2], "", found[2])
            at = found.end(2)
    yield Block(number, row[at:] + end)


def _worded(number: int, lead: str, text: str, tail: str) -> Block:
    if _has_words(text):
        return Block(number, lead, text, tail, _COMMENT.sub("", text).strip())
    return Block(number, f"{lead}{text}{tail}")


def _has_words(text: str) -> bool:
    return any(sign.isalpha() for sign in MACRO.sub("", text))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _arguments(text: str) -> str:
    return ", ".join(_quoted(word) for word in text.split(BETWEEN))


def _unquoted(raw: str) -> str:
    return str(json.loads(raw)) if raw.startswith('"') else raw


def _list(raw: str) -> list[str]:
    """The words of a list; none if any of it is more than a text in quotes."""
    try:
        words = json.loads(raw)
    except ValueError:
        return []
    return words if all(isinstance(word, str) for word in words) else []
