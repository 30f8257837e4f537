"""No fact is surer here than in the research notes it comes from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from guide.book import Book, open_book
from guide.model.evidence import Evidence
from guide.rules.walk import each_evidence

RANK = {"low": 0, "medium": 1, "high": 2}
NOTES = Path(__file__).parent / "dossier-grades.csv"


def grades() -> dict[str, tuple[str, str]]:
    with NOTES.open(encoding="utf-8") as file:
        return {row["id"]: (row["grade"], row["reread"]) for row in csv.DictReader(file)}


ENTRIES = {".".join(map(str, path)): entry for path, entry in each_evidence(open_book().data)}


@pytest.mark.parametrize("name", ENTRIES)
def test_confidence_is_not_above_the_notes(name: str) -> None:
    entry: Evidence = ENTRIES[name]
    known = grades()
    unknown = [fact for fact in entry.dossier if fact not in known]
    assert not unknown, f"no such research note: {unknown}"
    best = max(RANK[known[fact][0]] for fact in entry.dossier)
    assert RANK[entry.confidence] <= best, f"{entry.confidence} is above {entry.dossier}"


@pytest.mark.parametrize("name", ENTRIES)
def test_laws_not_reopened_are_marked(name: str) -> None:
    entry: Evidence = ENTRIES[name]
    known = grades()
    if all(known[fact][1] == "no" for fact in entry.dossier):
        assert not entry.reread, "the notes say this was not re-opened: reread: false"


def test_forms_name_their_evidence(book: Book) -> None:
    vague = {"homepage", "home page", "page", "whole page", "article", "the page"}
    for path, entry in each_evidence(book.data):
        for ref in entry.sources:
            assert ref.at.casefold() not in vague, f"{path}: say where in {ref.id}"
