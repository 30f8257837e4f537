"""``make letters``: a page for every letter and language that has none. What is there stays.

The first words of a page come from ``stub_texts/letter-page.md``; whoever adds a letter betters
them by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

from guide import addresses
from guide.data.book import open_data
from guide.data.model.letters import Letter
from guide.data.model.places import Jurisdiction
from guide.data.model.root import Data
from guide.data.pages import front_matter
from guide.data.stubs import NAV, templates
from guide.data.types import LANGUAGES
from guide.paths import DOCS

_LAW = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)\Z")
_BEFORE = "      - Any other place: letters/elsewhere.md\n"


def write() -> None:
    """Write the missing pages of places and letters, and a new place's line in the navigation."""
    data = open_data()
    written = [page for place in data.letters for page in _place(data, place)]
    print("\n".join(written) or "No page of a letter is missing.")


def _place(data: Data, key: str) -> list[str]:
    place, own = data.jurisdictions[key], data.letters[key]
    found = []
    if _missing(addresses.letters(key)):
        nav = NAV.read_text(encoding="utf-8")
        line = f"      - {place.name}: {addresses.letters(key)}.md\n"
        NAV.write_text(nav.replace(_BEFORE, line + _BEFORE, 1), encoding="utf-8")
        found.append(_write(addresses.letters(key), "letters-page", key=key, place=place))
    for letter in own.letters:
        for language in own.languages:
            page = addresses.letter(key, letter.kind, language)
            if _missing(page):
                values = _values(key, place, letter, own.languages, language)
                found.append(_write(page, "letter-page", **values))
    return found


def _missing(page: str) -> bool:
    return not _file(page).exists()


def _file(page: str) -> Path:
    return DOCS / f"{page}.md"


def _write(page: str, stub: str, **values: object) -> str:
    file = _file(page)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(templates().get_template(f"{stub}.md").render(values), encoding="utf-8")
    return file.relative_to(DOCS.parent).as_posix()


def _values(
    key: str, place: Jurisdiction, letter: Letter, languages: list[str], language: str
) -> dict[str, object]:
    law = _LAW.search(letter.name[addresses.ENGLISH])
    return {
        "key": key,
        "place": _for_whom(key, place),
        "kind": letter.kind,
        "deed": place.by_letter.deed,
        "to": letter.to,
        "law": law[1] if law else None,
        "languages": [LANGUAGES[it] for it in languages],
        "language": None if language == addresses.ENGLISH else language,
        "named": LANGUAGES[language],
    }


def _for_whom(key: str, place: Jurisdiction) -> str:
    """The place as its page of letters names it: ``the EU and EEA``."""
    text = _file(addresses.letters(key)).read_text(encoding="utf-8")
    title = str(front_matter(text, key)["title"])
    return title.removeprefix("Letters for ") if title.startswith("Letters for ") else place.name
