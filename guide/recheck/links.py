"""Outgoing links as hints, never a gate: many hosts refuse programs, few pages are gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from guide.data.book import Book
from guide.data.loader import dotted
from guide.paths import DOCS
from guide.recheck.finding import Finding, RecheckError, literal
from guide.recheck.web import Answer, State, Visitor

_HEAD = """\
A program asked these addresses and did not get what a reader should. These are hints:
open each in a browser first. If it is gone, find the page's new address or a dated copy;
do not remove a fact only because its page did not answer.
"""
_SECTIONS: dict[State, str] = {
    "dead": "Gone, asked twice",
    "moved": "Moved for good",
    "unsafe": "Leads where this check does not follow",
    "silent": "No answer, asked twice",
}
_IN_PROSE = re.compile(r"https://[^\s)<>\"'`]+")


def outgoing(book: Book, docs: Path = DOCS) -> dict[str, list[str]]:
    """Every address readers are sent to, and where it is written."""
    found: dict[str, list[str]] = {}
    for place, url in [*_in_data(book), *_in_pages(docs)]:
        found.setdefault(urldefrag(url).url, []).append(place)
    return found


def check(book: Book, visitor: Visitor) -> list[Finding]:
    """One finding for all addresses that look gone, moved or silent."""
    places = outgoing(book)
    answers = visitor.ask_all(places)
    counts = Counter(answer.state for answer in answers.values())
    print("links:", ", ".join(f"{count} {state}" for state, count in sorted(counts.items())))
    if answers and not counts.keys() - {"dead", "silent", "unsafe"}:
        raise RecheckError("not one address answered: this machine has no network")
    return _finding(places, answers)


def _finding(places: dict[str, list[str]], answers: dict[str, Answer]) -> list[Finding]:
    sections: list[str] = []
    total = 0
    for state, heading in _SECTIONS.items():
        urls = sorted(url for url, answer in answers.items() if answer.state == state)
        lines = [
            f"- [ ] <{url}> ({', '.join(f'`{place}`' for place in places[url])}): "
            f"{literal(answers[url].why)}"
            for url in urls
        ]
        sections += [f"\n## {heading}\n", *lines] if lines else []
        total += len(urls)
    if not total:
        return []
    title = f"Outgoing links to look at: {total} of {len(answers)}"
    return [Finding("links", title, "\n".join([_HEAD, *sections]))]


def _in_data(book: Book) -> Iterator[tuple[str, str]]:
    for path, url in _addresses(book.data.plain()):
        section, name = path[0], path[1] if len(path) > 1 else ""
        named_only = section == "sources" and not book.data.sources[str(name)].linked
        if not (named_only and path[-1] == "url"):
            yield dotted(path), url


def _addresses(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str]]:
    if isinstance(node, dict | list):
        for key, child in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _addresses(child, (*path, key))
    elif isinstance(node, str) and node.startswith("https://"):
        yield path, node


def _in_pages(docs: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(docs.rglob("*.md")):
        for found in _IN_PROSE.finditer(file.read_text(encoding="utf-8")):
            yield file.relative_to(docs.parent).as_posix(), found.group()
