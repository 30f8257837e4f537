"""Plans are named only where they make a difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from guide.data.checks.traverse import Finding, each_answer, each_route
from guide.data.model.root import Data
from guide.data.types import Tier

_ALL = set(get_args(Tier))


def findings(data: Data) -> Iterator[Finding]:
    """Routes that name every plan, and answers that are the same on each plan they name."""
    for path, _, route in each_route(data):
        if set(route.tiers) == _ALL:
            yield (*path, "tiers"), "this names every plan", "leave it out: that says the same"
    for path, answer in each_answer(data):
        if set(answer.by_tier.values()) == {answer.answer}:
            wrong = f"`{answer.answer}` on each plan is what the answer says already"
            yield (*path, "by_tier"), wrong, "name the plan that differs, or leave it out"
