"""A place where a letter helps names its letter, or its page states the claim that says so."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, Pages, missing
from guide.data.loader import Path
from guide.data.model.evidence import EVERYWHERE
from guide.data.model.root import Data


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Answers without a deed, a letter or a claim that holds in the place."""
    for key, place in data.jurisdictions.items():
        path: Path = ("jurisdictions", key, "by_letter")
        it = place.by_letter
        does = it.answer in {"yes", "partly"}
        if does != (it.deed is not None):
            wrong = f"`{it.answer}` and `deed` do not go together"
            yield (*path, "deed"), wrong, "name what a letter does after a yes, and only then"
        kinds = [letter.kind for letter in data.letters[key].letters] if key in data.letters else []
        if it.letter and it.letter not in kinds:
            yield missing((*path, "letter"), f"letter for `{key}`", it.letter, kinds)
        told = place.page in pages and pages[place.page].cited & set(it.claims)
        if does and not (it.letter or told):
            right = f"name its `letter`, or state one of its claims on the page `{place.page}`"
            yield path, "nobody is told how to write this letter", right
        for index, name in enumerate(it.claims):
            at = (*path, "claims", index)
            if name not in data.claims:
                yield missing(at, "claim", name, data.claims)
            elif not {key, EVERYWHERE} & set(data.claims[name].where):
                right = "cite one that does, or widen it if its sources do"
                yield at, f"`{name}` does not hold in this place", right
