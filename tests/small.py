"""A small whole guide, valid as it stands, for tests to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.data.book import Book, read_book
from guide.data.letter_texts import Texts
from guide.data.macro_calls import Call
from guide.data.pages import DocPage
from guide.errors import DataError

TEXT = (Path(__file__).parent / "small.yml").read_text(encoding="utf-8")


def page(path: str, product: str | None = None, *routes: str) -> DocPage:
    calls = (Call("route", routes, 9, "route"),)
    return DocPage(path, f"docs/{path}.md", f"Title of {path}", product, calls)


def evidence(subject: str) -> DocPage:
    """The page of evidence of a subject."""
    path = f"about/sources/{subject}"
    calls = (Call("evidence", (subject,), 9, "subject"),)
    return DocPage(path, f"docs/{path}.md", f"Evidence: {subject}", None, calls)


def question(name: str) -> DocPage:
    """The page of a question of the comparison."""
    path = f"compare/{name}"
    calls = (Call("question", (name,), 9, "question"),)
    return DocPage(path, f"docs/{path}.md", f"Question: {name}", None, calls)


def company(key: str) -> DocPage:
    """The page of a company's answers."""
    path = f"compare/{key}"
    calls = (Call("company", (key,), 9, "company"),)
    return DocPage(path, f"docs/{path}.md", f"Answers: {key}", None, calls)


PAGES = {
    p.path: p
    for p in (
        page("opt-out/facebook/web", "facebook", "facebook-web-object"),
        page("rights/eu"),
        page("about/sources"),
        evidence("shared"),
        evidence("meta"),
        question("default-on"),
        company("meta"),
    )
}


def book(text: str = TEXT, pages: dict[str, DocPage] = PAGES, texts: Texts | None = None) -> Book:
    return read_book(text.encode(), pages, texts)


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1, f"{old!r} stands {TEXT.count(old)} times in small.yml"
    return TEXT.replace(old, new)


def with_more(rest: str) -> str:
    """The small guide with more data before its end mark."""
    return changed("\n...\n", f"\n{rest}...\n")


def mistakes(
    raw: str | bytes, pages: dict[str, DocPage] = PAGES, texts: Texts | None = None
) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_book(raw if isinstance(raw, bytes) else raw.encode(), pages, texts)
    return str(caught.value).splitlines()


# A second place, so that a thing can hold in one and not in the other.
_UK = '  uk:\n    name: "United Kingdom"\n    short: "UK"\n    page: "rights/uk"\n    region: "europe"\n'
_LIKE_EU = TEXT[TEXT.index('    objection: "yes"\n') : TEXT.index("    complaints_to:")].replace(
    '"eu-may-object"', '"meta-public-posts"'
)
TWO = changed("companies:\n", f"{_UK}{_LIKE_EU}companies:\n")
TWO_PAGES = {**PAGES, "rights/uk": page("rights/uk")}


def line_of(text: str, needle: str) -> int:
    return text[: text.index(needle)].count("\n") + 1
