"""Every company answers every question, and every answer has a claim."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, missing
from guide.data.loader import Path
from guide.data.model.comparison import Answer
from guide.data.model.root import Data


def findings(data: Data) -> Iterator[Finding]:
    """Gaps in the comparison, and answers that rest on nothing."""
    yield from _verdicts(data)
    criteria = {criterion.id: criterion for criterion in data.comparison.criteria}
    if data.comparison.headline not in criteria:
        path: Path = ("comparison", "headline")
        yield missing(path, "criterion", data.comparison.headline, criteria)
    for company, answers in data.comparison.answers.items():
        path = ("comparison", "answers", company)
        for criterion in criteria:
            if criterion not in answers:
                wrong = f"`{company}` has no answer to `{criterion}`"
                yield path, wrong, "answer it, if only with `unknown`"
        for criterion, answer in answers.items():
            if criterion not in criteria:
                yield missing((*path, criterion), "criterion", criterion, criteria)
            yield from _answer((*path, criterion), answer, data)


def _answer(path: Path, answer: Answer, data: Data) -> Iterator[Finding]:
    for index, name in enumerate(answer.claims):
        if name not in data.claims:
            yield missing((*path, "claims", index), "claim", name, data.claims)
    if answer.answer != "unknown" and not answer.claims:
        yield path, "the answer has no claim behind it", "name one"


def _verdicts(data: Data) -> Iterator[Finding]:
    for company in data.comparison.verdicts["everyone"]:
        if not any(it.page for it in data.comparison.answers[company].values()):
            wrong = f"`{company}` lets everyone refuse, yet no answer leads to steps"
            yield ("companies", company, "verdict"), wrong, "give the answer that says so a `page`"
