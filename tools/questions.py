"""The yardstick of search: what people typed, and how often the page that answers comes first.

``questions.csv`` grows by a line whenever somebody missed a page: what was typed, in which
language, of what kind it is, the pages that answer (an address that ends in ``/`` stands for
the pages under it too), and whose words they are. All its lines are put to the English site;
those of a language to that language's site, too. What only that one has to answer stands in
``locales/<code>/questions.csv``, without the column for the language.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from guide.paths import LOCALES, ROOT

FILE = ROOT / "tests" / "questions.csv"
RECORDED = 99.2
"""Of a hundred questions, so many had a page that answers among the first three. If more do,
raise it; a change that wins fewer than it loses is none to make."""
KINDS = frozenset({
    "opt out of a service", "service", "place", "law", "authority", "form", "trouble",
    "someone else", "question", "slip", "joined words", "beginning", "not here",
})  # fmt: skip
NOTHING = "opt-out/not-here/"
"""Where search leads when it finds nothing."""

# The site's own worker, asked as the theme's script asks it; on disk it runs in a frame. The page
# shows none of the answers: it would lay itself out anew for each, in four times the time.
_ASK = """async (typed) => {
  addEventListener("guide:searched", (event) => event.stopImmediatePropagation(), true);
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
    """Every line of the yardstick."""
    return list(_lines(FILE))


def of_language(code: str) -> list[Question]:
    """What is put to the site of another language: its own lines, and those of the yardstick."""
    shared = [it for it in read() if it.language == code[:2]]
    own = LOCALES / code / FILE.name
    return [*shared, *(_lines(own, code[:2]) if own.exists() else ())]


def _lines(file: Path, language: str = "") -> Iterator[Question]:
    with file.open(encoding="utf-8", newline="") as lines:
        for it in csv.DictReader(lines):
            answers = tuple(it["answers"].split())
            yield Question(
                it["typed"], language or it["language"], it["kind"], answers, it["heard"]
            )


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
