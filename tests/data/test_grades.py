"""No fact is surer here than its sources allow, nor than it was when they were read."""

from __future__ import annotations

import pytest

from guide.data.book import Book
from guide.data.checks import no_surer_than_sources
from guide.data.checks.traverse import each_evidence, name_of
from guide.data.model.evidence import Claim, Source

KINDS = {
    "law": ("law", "a parliament", None),
    "official": ("official", "Meta", None),
    "dated copy": ("mirror", "an archive", "2026-07-24"),
    "copy": ("mirror", "an archive", None),
    "press": ("press", "a paper", None),
    "other press": ("press", "another paper", None),
    "blog": ("blog", "a blog", None),
    "other blog": ("blog", "another blog", None),
    "third blog": ("blog", "a third blog", None),
    "unsigned": ("unattributed", "unattributed", None),
}
SOURCES = {
    name: Source.model_validate(
        {"title": "A text", "publisher": publisher, "kind": kind}
        | ({"captured": captured} if captured else {})
    )
    for name, (kind, publisher, captured) in KINDS.items()
}


def claim(*names: str) -> Claim:
    fake = Claim.model_validate(
        {
            "text": "It is so.",
            "where": ["eu"],
            "confidence": "low",
            "sources": [{"id": "x", "at": "somewhere"}],
        }
    )
    (ref,) = fake.sources
    return fake.model_copy(update={"sources": [ref.model_copy(update={"id": n}) for n in names]})


@pytest.mark.parametrize(
    ("names", "allowed"),
    [
        (["law"], "high"),
        (["official", "blog"], "high"),
        (["dated copy"], "high"),
        (["copy"], "low"),
        (["press"], "medium"),
        (["press", "other press"], "medium"),
        (["press", "other press", "blog"], "high"),
        (["blog"], "low"),
        (["unsigned"], "low"),
        (["blog", "unsigned"], "medium"),
        (["blog", "other blog", "third blog"], "high"),
        (["blog", "blog", "blog"], "low"),
    ],
)
def test_a_confidence_needs_sources_that_allow_it(names: list[str], allowed: str) -> None:
    assert no_surer_than_sources.highest(claim(*names), SOURCES) == allowed


def test_copies_of_one_text_count_once() -> None:
    one = {
        name: source.model_copy(update={"same_text_as": "the agency"})
        for name, source in SOURCES.items()
    }
    assert no_surer_than_sources.highest(claim("blog", "other blog", "third blog"), one) == "low"


def test_every_line_of_the_ledger_is_about_something(book: Book) -> None:
    there = {name_of(path, entry) for path, entry in each_evidence(book.data)}
    gone = {f"{it.kind}s.{it.id}" for it in book.data.retired}
    assert set(no_surer_than_sources.ledger()) <= there | gone


def test_forms_name_their_evidence(book: Book) -> None:
    vague = {"homepage", "home page", "page", "whole page", "article", "the page"}
    for path, entry in each_evidence(book.data):
        for ref in entry.sources:
            assert ref.at.casefold() not in vague, f"{path}: say where in {ref.id}"
