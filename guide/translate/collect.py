"""Every text that readers see, as messages for translators, in the order of their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.extract import extract
from jinja2.ext import babel_extract

from guide.data.book import open_file
from guide.i18n import data, engine_settings, scripts
from guide.i18n.blocks import BETWEEN, SEARCH_WORDS, split
from guide.i18n.catalogue import Domain, Key
from guide.i18n.pages import FOR_WRITERS
from guide.paths import DOCS, ROOT
from guide.show.render import PARTIALS
from guide.show.wording import UNIT

MOST_PLACES = 3
"""As many places are told of a text that stands in more."""
_CODE = (ROOT / "guide" / "show", ROOT / "guide" / "publish")
_KEYWORDS = {
    "_": None, "gettext": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
}  # fmt: skip
_COUNTED = re.compile(r'\bcount\([^"\n]*?["\']([a-z][a-z -]*)["\']\)')
_UNIT = re.compile(r"\{([a-z ]+)\}")
_HINT = (
    f"Words people type who look for this page, with “{BETWEEN.strip()}” between them. "
    "Write those of your language, as many as you like."
)


@dataclass
class Message:
    """A text to translate: ``plural`` is its other form, ``places`` where it stands."""

    text: str
    context: str = ""
    plural: str = ""
    hint: str = ""
    places: dict[str, None] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What it is looked up by."""
        return self.context, self.text

    @property
    def id(self) -> str | tuple[str, str]:
        """The same as a catalogue has it."""
        return (self.text, self.plural) if self.plural else self.text

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def messages(domain: Domain) -> dict[Key, Message]:
    """All messages of a catalogue, each once."""
    found: dict[Key, Message] = {}
    for message in {"frame": _frame, "pages": _pages, "data": _data}[domain]():
        own = found.setdefault(message.key, message)
        own.plural = own.plural or message.plural
        own.hint = own.hint or message.hint
        own.places |= message.places
    return found


def _pages() -> Iterator[Message]:
    for file in sorted(DOCS.rglob("*.md")):
        if file.relative_to(DOCS).as_posix() != FOR_WRITERS:
            yield from of_page(file)


def of_page(file: Path) -> Iterator[Message]:
    """The messages of a page."""
    place = _place(file)
    for block in split(file.read_text(encoding="utf-8")):
        if block.text:
            hint = _HINT if block.context == SEARCH_WORDS else ""
            yield Message(block.text, block.context, hint=hint, places=place)


def _data() -> Iterator[Message]:
    for it in data.texts(open_file()):
        yield Message(it.text, it.context, places={it.place: None})


def _frame() -> Iterator[Message]:
    for context, text in engine_settings.texts():
        yield Message(text, context, places={"mkdocs.yml": None})
    for file in _files(PARTIALS, "*.html"):
        yield from _of(file, babel_extract, {"newstyle_gettext": "true", "silent": "false"})
    ours = (DOCS / "assets", *_CODE)
    for file in [*_files(ours, "*.js"), *_files(ours, "*.css")]:
        for text in scripts.texts(file.read_text(encoding="utf-8")):
            yield Message(text, places=_place(file))
    for file in _files(_CODE, "*.py"):
        yield from _of(file, "python", {})
    for unit in sorted(_units()):
        places = {"guide/show/wording.py": None}
        yield Message(f"%(number)s {unit}", plural=f"%(number)s {unit}s", places=places)


def _of(file: Path, method: Any, options: dict[str, str]) -> Iterator[Message]:
    with file.open("rb") as opened:
        for _, text, comments, context in extract(
            method, opened, keywords=_KEYWORDS, comment_tags=("Translators:",), options=options
        ):
            one, many = (text[0], text[1]) if isinstance(text, tuple) else (text, "")
            hint = " ".join(comments).removeprefix("Translators:").strip()
            yield Message(one, context or "", many, hint, _place(file))


def _units() -> set[str]:
    """Everything that is counted, by templates, code or the pages."""
    sources = [*_files(PARTIALS, "*.html"), *_files(_CODE, "*.py")]
    found = {it for file in sources for it in _COUNTED.findall(file.read_text(encoding="utf-8"))}
    for file in DOCS.rglob("*.md"):
        for block in split(file.read_text(encoding="utf-8")):
            if block.form == "quoted" and block.lead.startswith("{%"):
                found |= set(_UNIT.findall(block.text))
    return found | set(UNIT.values())


def _files(folders: Iterable[Path], pattern: str) -> list[Path]:
    return [file for folder in folders for file in sorted(folder.rglob(pattern))]


def _place(file: Path) -> dict[str, None]:
    return {file.relative_to(ROOT).as_posix(): None}
