"""No fact is surer here than in the research notes it comes from."""

from __future__ import annotations

import csv
from pathlib import Path

from guide.book import Book, open_book
from guide.loader import dotted
from guide.model.evidence import Evidence
from guide.rules.walk import each_evidence

RANK = {"low": 0, "medium": 1, "high": 2}
NOTES = Path(__file__).parent / "dossier-grades.csv"


def grades() -> dict[str, tuple[str, str]]:
    with NOTES.open(encoding="utf-8") as file:
        return {row["id"]: (row["grade"], row["reread"]) for row in csv.DictReader(file)}


def entries() -> dict[str, Evidence]:
    return {dotted(path): entry for path, entry in each_evidence(open_book().data)}


def test_every_note_named_exists() -> None:
    known = grades()
    unknown = {name: [it for it in e.dossier if it not in known] for name, e in entries().items()}
    assert {name: facts for name, facts in unknown.items() if facts} == {}


def test_confidence_is_not_above_the_notes() -> None:
    known = grades()
    above = {
        name: (entry.confidence, entry.dossier)
        for name, entry in entries().items()
        if RANK[entry.confidence] > max(RANK[known[fact][0]] for fact in entry.dossier)
    }
    assert above == {}


def test_laws_not_reopened_are_marked() -> None:
    known = grades()
    unmarked = [
        name
        for name, entry in entries().items()
        if entry.reread and all(known[fact][1] == "no" for fact in entry.dossier)
    ]
    assert unmarked == [], "the notes say these were not re-opened: reread: false"


def test_forms_name_their_evidence(book: Book) -> None:
    vague = {"homepage", "home page", "page", "whole page", "article", "the page"}
    for path, entry in each_evidence(book.data):
        for ref in entry.sources:
            assert ref.at.casefold() not in vague, f"{path}: say where in {ref.id}"
