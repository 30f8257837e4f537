"""Every letter has a page of its own in every language, and no page has a letter that is none."""

from __future__ import annotations

from collections.abc import Iterator

from guide import addresses
from guide.data.checks.traverse import Finding, Pages
from guide.data.model.root import Data

Wanted = dict[str, tuple[str, ...]]
"""A page's address and the words its ``letter(…)`` is given."""


def wanted(data: Data) -> Wanted:
    """The page of each letter in each language."""
    return {
        addresses.letter(place, letter.kind, language): (
            (place, letter.kind)
            if language == addresses.ENGLISH
            else (place, letter.kind, language)
        )
        for place, own in data.letters.items()
        for letter in own.letters
        for language in own.languages
    }


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Letters without a page, and pages without a letter."""
    known = wanted(data)
    places = {addresses.letters(place): (place,) for place in data.letters}
    for page, names in {**places, **known}.items():
        macro = "letter" if page in known else "letters"
        said = ", ".join(f'"{name}"' for name in names)
        if page not in pages:
            yield ("letters", names[0]), f"there is no page `{page}`", "run: make letters"
        elif not any(it.macro == macro and it.words == names for it in pages[page].calls):
            right = f"write {macro}({said}) there"
            yield ("letters", names[0]), f"the page `{page}` does not show its letter", right
    for shown in pages.values():
        if any(it.macro == "letter" for it in shown.calls) and shown.path not in known:
            wrong = f"the page `{shown.path}` is for a letter that is not in the data"
            yield ("letters",), wrong, "add the letter, or lead the address on (`moved`)"
