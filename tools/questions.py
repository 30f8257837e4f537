"""The yardstick of search: what people typed, and how often the page that answers comes first.

``questions.csv`` grows by a line whenever somebody missed a page: what was typed, in which
language, of what kind it is, the pages that answer (an address that ends in ``/`` stands for
the pages under it too), and whose words they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Page

from guide.paths import ROOT

FILE = ROOT / "tests" / "questions.csv"
RECORDED = 99.0
"""Of a hundred questions, so many had a page that answers among the first three. If more do,
raise it; a change that wins fewer than it loses is none to make."""
NOTHING = "opt-out/not-here/"
"""Where search leads when it finds nothing."""

# The site's own worker, asked as the theme's script asks it; on disk it runs in a frame.
_ASK = """async (typed) => {
  const told = JSON.parse(document.getElementById("__config").textContent);
  const root = new URL(told.base, location.href).href;
  const index = window.__index || await (await fetch(`${root}search/search_index.json`)).json();
  const worker = new Worker(told.search);
  const asked = (message) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(message);
  });
  await asked({ type: 0, data: { ...index, options: {} } });
  const found = [];
  for (const words of typed) {
    const { data: { items } } = await asked({ type: 2, data: words });
    found.push(items.map(([{ location }]) => location.split("#")[0].replace(/index\\.html$/, "")));
  }
  worker.terminate();
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the file."""

    typed: str
    language: str
    kind: str
    answers: tuple[str, ...]
    heard: str

    def answered(self, pages: Iterable[str]) -> bool:
        """Whether one of the pages answers it."""
        return any(page.startswith(answer) for page in pages for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, and the pages found for it, best first."""

    question: Question
    pages: list[str]

    @property
    def first(self) -> bool:
        """The first page answers."""
        return self.question.answered(self.pages[:1])

    @property
    def near(self) -> bool:
        """One of the first three pages answers."""
        return self.question.answered(self.pages[:3])


def read() -> list[Question]:
    """Every line of the file."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return [
            Question(it["typed"], it["language"], it["kind"], tuple(it["answers"].split()),
                     it["heard"])
            for it in csv.DictReader(lines)
        ]  # fmt: skip


def ask(page: Page, questions: list[Question]) -> list[Answer]:
    """Put all of them to the search of the page that is open."""
    page.evaluate("document.getElementById('__search').click()")
    page.wait_for_function("() => window.component$")  # the theme's script runs
    if page.url.startswith("file:"):
        page.wait_for_function("() => window.__index")
    found = page.evaluate(_ASK, [it.typed for it in questions])
    return [Answer(q, pages or [NOTHING]) for q, pages in zip(questions, found, strict=True)]


def share(answers: list[Answer]) -> tuple[float, float]:
    """How many have the answer first, and in the first three, of a hundred."""
    of = 100 / len(answers)
    return of * sum(it.first for it in answers), of * sum(it.near for it in answers)
