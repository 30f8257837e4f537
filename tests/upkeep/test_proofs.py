"""Beside each sentence of what we promise stands the test that proves it, or why there is none."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from guide.paths import DOCS, ROOT
from tests.conftest import OFFLINE, SITE

PAGES = ("about/privacy", "about/offline")
WITHOUT = {
    "advice": "what to do",
    "definition": "what a word means",
    "others": "what somebody else's site, law or product does",
    "judged": "what cannot be run here, and what it is judged by",
}
"""The kinds of sentence that no test of ours can prove; each mark also gives its reason."""

_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PROOFS = re.compile(r"proved by (.+)")
_REASON = re.compile(r"(\w+): (?:\S+ ){2,}\S+")
_MARKED = re.compile(r"(.*?)\{#\s*(.*?)\s*#\}", re.DOTALL)
_END = re.compile(r"[.!?:][”)]*(?:\*\*)?(?= |$)")
_NO_SENTENCE = re.compile(r"#+ .*|\{\{ [a-z_]+\(\) \}\}")


def sentences(text: str) -> list[tuple[str, str]]:
    """Each sentence of a page's source with the mark that follows it; ``""`` where none does."""
    found = []
    for line in _HEAD.sub("", text).splitlines():
        if not line or _NO_SENTENCE.fullmatch(line):
            continue
        end = 0
        for marked in _MARKED.finditer(line):
            *before, last = parts(marked[1])
            found += [*((it, "") for it in before), (last, marked[2])]
            end = marked.end()
        found += [(it, "") for it in parts(line[end:])]
    return found


def parts(text: str) -> list[str]:
    cut, start = [], 0
    for end in _END.finditer(text):
        colon = end[0][0] == ":" and text[end.end() :].strip()
        number = re.fullmatch(r"\s*\d+\.", text[start : end.end()])
        if not colon and not number:
            cut.append(text[start : end.end()].strip())
            start = end.end()
    return [it for it in (*cut, text[start:].strip()) if it]


@cache
def names_of_tests(file: Path) -> frozenset[str]:
    """The tests of a file that can fail."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(
        it.name
        for it in tree.body
        if isinstance(it, ast.FunctionDef)
        and any(isinstance(part, ast.Assert | ast.With | ast.Call) for part in ast.walk(it))
    )


def faults(sentence: str, mark: str) -> list[str]:
    """What is wrong with a sentence's mark."""
    if proved := _PROOFS.fullmatch(mark):
        named = [name.partition("::") for name in proved[1].split(", ")]
        return [
            f"“{sentence}”: there is no {file}::{test}"
            for file, _, test in named
            if not test.startswith("test_")
            or not (ROOT / file).is_file()
            or test not in names_of_tests(ROOT / file)
        ]
    reason = _REASON.fullmatch(mark)
    if reason and reason[1] in WITHOUT:
        return []
    return [f"“{sentence}” names no test, and no reason for having none: {mark or 'no mark'}"]


@pytest.mark.parametrize("page", PAGES)
def test_each_sentence_names_the_test_that_proves_it(page: str) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    found = sentences(text)
    assert [fault for sentence, mark in found for fault in faults(sentence, mark)] == []
    head = _HEAD.match(text)
    assert head
    description = re.search(r"^description: (.*?) # (.*)$", head[1], re.MULTILINE)
    assert description, "the page's description names no test"
    assert faults(description[1], description[2]) == []
    proved = [mark for _, mark in found if _PROOFS.fullmatch(mark)]
    assert len(proved) > len(found) / 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("It is so.", ["“It is so.” names no test"]),
        ("One. Two. {# advice: what to do #}", ["“One.” names no test"]),
        ("**One.** {# advice: what to do #} Two", ["“Two” names no test"]),
        ("So. {# proved by tests/x.py::test_x #}", ["“So.”: there is no tests/x.py::test_x"]),
        ("So. {# proved by tests/upkeep/test_proofs.py::test_x #}", ["there is no tests/upkeep/"]),
        ("So. {# proved by tests/small.py::book #}", ["there is no tests/small.py::book"]),
        ("So. {# advice #}", ["no reason for having none: advice"]),
        ("So. {# obvious: as all can see #}", ["no reason for having none: obvious"]),
        ("1. Open `index.html`. {# advice: what to do #}", []),
        ("We keep two: x, and y. {# definition: what that means #}", []),
    ],
)
def test_a_sentence_without_its_proof_is_told(line: str, expected: list[str]) -> None:
    told = [fault for it in sentences(line) for fault in faults(*it)]
    assert len(told) == len(expected), told
    assert all(part in fault for part, fault in zip(expected, told, strict=True)), told


@pytest.mark.parametrize("page", PAGES)
def test_no_reader_sees_the_marks(page: str) -> None:
    for root in (SITE, OFFLINE):
        html = (root / page / "index.html").read_text(encoding="utf-8")
        assert "::test_" not in html
        assert "proved by" not in html
        assert not [kind for kind in WITHOUT if f"{{# {kind}:" in html]
