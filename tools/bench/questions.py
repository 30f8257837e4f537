"""How well search answers: the yardstick of questions, by kind and by language."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser

from tools import questions
from tools.bench.report import Target, table
from tools.questions import RECORDED, Answer, share

AIM = 95.0
PAGE = "compare/"


def answered(chromium: Browser, web: str, disk: Path) -> tuple[str, list[Target]]:
    """All questions, put to the site's own search on the web and from disk."""
    addresses = [f"{web}{PAGE}", (disk / PAGE / "index.html").resolve().as_uri()]
    both = [_asked(chromium, address) for address in addresses]
    rows = [["all", len(both[0]), *_shares(both)]]
    for words in ("kind", "language"):
        rows += [[name, count, *shares] for name, count, shares in _split(both, words)]
    head = ["of 100 questions", "questions", "web: first", "first three", "file: first",
            "first three"]  # fmt: skip
    # Targets are ceilings: how many are missed.
    missed = max(100 - share(answers)[1] for answers in both)
    return table(head, rows), [
        Target("questions without their answer in the first three, of 100", 100 - AIM, missed),
        Target("… of 100, as recorded", round(100 - RECORDED, 1), missed),
    ]


def _asked(chromium: Browser, address: str) -> list[Answer]:
    page = chromium.new_page()
    page.goto(address)
    answers = questions.ask(page, questions.read())
    page.close()
    return answers


def _shares(both: list[list[Answer]]) -> list[float]:
    return [round(value, 1) for answers in both for value in share(answers)]


def _split(both: list[list[Answer]], words: str) -> list[tuple[str, int, list[float]]]:
    found: dict[str, list[list[Answer]]] = defaultdict(lambda: [[], []])
    for place, answers in enumerate(both):
        for answer in answers:
            found[getattr(answer.question, words)][place].append(answer)
    return [(name, len(two[0]), _shares(two)) for name, two in found.items()]
