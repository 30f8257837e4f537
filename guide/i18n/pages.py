"""The pages in another language, written where an engine finds them, with their addresses kept.

What nobody has translated yet stays in today's English and is marked as such. Headings keep
the ids of the English page, so an address means the same in every language.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from markdown import markdown  # type: ignore[import-untyped]
from markdown.extensions.toc import slugify, unique  # type: ignore[import-untyped]

from guide.i18n import foreign
from guide.i18n.blocks import MACRO, SEARCH_WORDS, Block, split
from guide.i18n.language import Language
from guide.paths import DOCS, WORK

FOR_WRITERS = "about/macros.md"
"""The one page for those who write pages: in English only."""

_ID = re.compile(r"\{ [^}]*#([\w-]+)")
_ATTRIBUTES = re.compile(r" *\{ ([^{}]*) \}\n?\Z")
_TAG = re.compile(r"<[^>]*>")


def folder(language: Language) -> Path:
    """Where everything stands that is made for a language."""
    return WORK / "languages" / language.code


def docs(language: Language) -> Path:
    """Where its pages are."""
    return DOCS if language.english else folder(language) / "docs"


def write(language: Language, source: Path = DOCS) -> None:
    """Write the pages in this language, beside copies of all other files."""
    out = docs(language)
    shutil.rmtree(out, ignore_errors=True)
    for file in sorted(it for it in source.rglob("*") if it.is_file()):
        made = out / file.relative_to(source)
        made.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".md":
            text = file.read_text(encoding="utf-8")
            name = file.relative_to(source).as_posix()
            made.write_text(said(text, language, name), encoding="utf-8")
        else:
            shutil.copyfile(file, made)


def said(page: str, language: Language, name: str = "") -> str:
    """A page in a language."""
    if language.english:
        return page
    if name == FOR_WRITERS:
        return "".join(_english(it) for it in with_ids(split(page)))
    return "".join(_said(it, language) for it in with_ids(split(page)))


def share(page: str, language: Language, name: str = "") -> float:
    """How much of a page's own words, without its head, is in a language; from 0 to 1."""
    if name == FOR_WRITERS:
        return 0.0
    blocks = [it for it in split(page) if it.text and it.context != SEARCH_WORDS]
    own = [it for it in blocks if not it.lead.startswith(("title:", "description:"))] or blocks
    words = [(len(it.text.split()), language.said("pages", it.text, it.context)) for it in own]
    return sum(n for n, said in words if said is not None) / max(1, sum(n for n, _ in words))


def with_ids(blocks: Iterator[Block]) -> Iterator[Block]:
    """The pieces, every heading with the id that its English words give it."""
    found = list(blocks)
    used = {it[1] for block in found if (it := _ID.search(block.tail))}
    for block in found:
        if block.heading and block.text and not _ID.search(block.tail):
            name = unique(slugify(_plain(block.text), "-"), used)
            others = _ATTRIBUTES.search(block.tail)
            more = f" {others[1]}" if others else ""
            tail = _ATTRIBUTES.sub("", block.tail).rstrip("\n")
            yield Block(block.line, block.lead, block.raw, f"{tail} {{ #{name}{more} }}\n",
                        block.text, block.form)  # fmt: skip
        else:
            yield block


def _plain(text: str) -> str:
    """The words of a line of Markdown."""
    return html.unescape(_TAG.sub("", markdown(text)))


def _said(block: Block, language: Language) -> str:
    if not block.text:
        return block.lead + block.raw + block.tail
    found = language.said("pages", block.text, block.context)
    return block.said(found) if found is not None else _english(block)


def _english(block: Block) -> str:
    """The piece as it is, told to be English where a page can tell."""
    if block.form == "plain":
        return block.lead + _spans(block.raw) + block.tail
    if block.form == "quoted" and block.lead.startswith("{%"):  # it goes through a template
        return block.said(foreign.mark(block.text))
    return block.lead + block.raw + block.tail


def _spans(text: str) -> str:
    """The text in elements that tell its language, around the macros, which tell their own."""
    if "\n" in text or not any(sign.isalpha() for sign in MACRO.sub("", text)):
        return text
    pieces = re.split(f"({MACRO.pattern})", text)
    if any(it.count("[") != it.count("]") or it.count("**") % 2 for it in pieces[::2]):
        return _span(text)
    return "".join(piece if index % 2 else _span(piece) for index, piece in enumerate(pieces))


def _span(text: str) -> str:
    words = text.strip()
    if not any(sign.isalpha() for sign in words):
        return text
    start = text.index(words)
    return f"{text[:start]}{foreign.SPAN}{words}</span>{text[start + len(words) :]}"
