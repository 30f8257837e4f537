"""Every company answers every question, and every answer has a claim."""

from __future__ import annotations

from collections.abc import Iterator

from guide.loader import Path
from guide.model.root import Data
from guide.rules.walk import Finding, missing


def findings(data: Data) -> Iterator[Finding]:
    """Gaps in the comparison, and answers that rest on nothing."""
    criteria = [criterion.id for criterion in data.comparison.criteria]
    for company, answers in data.comparison.answers.items():
        path: Path = ("comparison", "answers", company)
        if company not in data.companies:
            yield missing(path, "company", company, data.companies)
        for criterion in criteria:
            if criterion not in answers:
                wrong = f"`{company}` has no answer to `{criterion}`"
                yield path, wrong, "answer it, if only with `unknown`"
        for criterion, answer in answers.items():
            at = (*path, criterion)
            if criterion not in criteria:
                yield missing(at, "criterion", criterion, criteria)
            for index, name in enumerate(answer.claims):
                if name not in data.claims:
                    yield missing((*at, "claims", index), "claim", name, data.claims)
            if answer.answer != "unknown" and not answer.claims:
                yield at, "the answer has no claim behind it", "name one"
