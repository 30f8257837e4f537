"""A language that is published and not whole is one issue, however much is missing."""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog

from guide.i18n.catalogue import Catalogue, Domain, Key
from guide.i18n.language import Language
from guide.recheck.languages import of_language

WANTED: dict[Domain, list[Key]] = {"frame": [("", "Home")], "pages": [("", "One."), ("", "Two.")]}


def german(said: dict[Domain, list[str]]) -> Language:
    found = {
        domain: Catalogue(Path(f"{domain}.po"), Catalog(locale="de"), {("", it): "x" for it in own})
        for domain, own in said.items()
    }
    return Language("de", Locale("de"), found)


def test_what_is_missing_is_told_file_by_file() -> None:
    found = of_language(german({"frame": ["Home"], "pages": []}), WANTED)
    assert found
    assert (found.key, found.title) == ("language-de", "German: 2 texts to translate")
    assert "`locales/de/pages.po`: 2 texts" in found.body
    assert "frame.po" not in found.body


def test_a_whole_language_is_nothing_to_look_at() -> None:
    assert of_language(german({"frame": ["Home"], "pages": ["One.", "Two."]}), WANTED) is None
