"""An answer ``unknown`` in the comparison names the sources that were searched."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, each_answer
from guide.data.model.comparison import NOT_YET
from guide.data.model.root import Data


def findings(data: Data) -> Iterator[Finding]:
    """Answers not known without a search, and searches for what is known."""
    for path, answer in each_answer(data):
        if (answer.answer == "unknown") != bool(answer.searched) and answer.note != NOT_YET:
            right = "name what was searched if the answer is `unknown`, and only then"
            yield path, "`searched` does not fit the answer", right
