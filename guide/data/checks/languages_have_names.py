"""A language that pages name has a name in English."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding
from guide.data.labels import written
from guide.data.languages import LANGUAGE
from guide.data.loader import Path
from guide.data.model.root import Data


def findings(data: Data) -> Iterator[Finding]:
    """Languages of labels, letters and sources that CLDR has no English name for."""
    for path, language in _named(data):
        if language not in LANGUAGE:
            right = 'write the code of a language that has one, such as "fr" or "pt-BR"'
            yield path, f"there is no name for the language `{language}`", right


def _named(data: Data) -> Iterator[tuple[Path, str]]:
    for name, source in data.sources.items():
        yield ("sources", name, "language"), source.language
    for path, label in written(data.companies):
        for language in label.names:
            yield (*path, "names", language), language
    for place, letters in data.letters.items():
        for index, language in enumerate(letters.languages):
            yield ("letters", place, "languages", index), language
