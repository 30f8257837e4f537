"""``make company`` and ``make place``: a valid start for an entry of the data and its page.

Each writes four things: the block in ``platforms.yml``, the page, its line in the
navigation, and the page for its evidence. ``make check`` passes on them; what is missing
stands there as not looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide import addresses
from guide.data.book import DATA_FILE, Book
from guide.errors import DataError, Problem
from guide.paths import DOCS, ROOT

NAV = ROOT / "mkdocs.yml"
_REST_OF_WORLD = "meta-policy-row-2026-07"
"""Meta's policy for everywhere else: the one thing known of a place nobody looked at."""


@dataclass(frozen=True)
class _Kind:
    """Where an entry of this kind goes."""

    section: str
    folder: str
    before: str
    """The line of the navigation it is put before."""


_COMPANY = _Kind(
    "companies", "opt-out", "      - A service that is not here: opt-out/not-here.md\n"
)
_PLACE = _Kind("places", "rights", "      - Everywhere else: rights/elsewhere.md\n")


def company(given: Mapping[str, str], book: Book) -> None:
    """Write the stub of the company with this ``name``, on its ``domain``."""
    domain = _asked(given, "domain", "make company name='Example' domain=example.com")
    criteria = book.data.comparison.criteria
    _write(given, "company", _COMPANY, {"domain": domain, "criteria": criteria}, " " * 10)


def place(given: Mapping[str, str], _: Book) -> None:
    """Write the stub of the place with this ``name``."""
    _write(given, "place", _PLACE, {"source": _REST_OF_WORLD}, " " * 6)


def _write(
    given: Mapping[str, str], stub: str, kind: _Kind, values: dict[str, object], indent: str
) -> None:
    name = _asked(given, "name", f"make {stub} name='Example'")
    own = _slug(name)
    page = DOCS / kind.folder / f"{own}.md"
    if page.exists():
        raise _refused(f"{page.relative_to(ROOT)} is there already", "choose another name")
    texts = templates()
    values = {"name": name, "id": own, **values}
    block = texts.get_template(f"{stub}-block.yml").render(values)
    data = DATA_FILE.read_text(encoding="utf-8")
    DATA_FILE.write_text(_in_section(data, kind.section, block), encoding="utf-8")
    page.write_text(texts.get_template(f"{stub}-page.md").render(values), encoding="utf-8")
    evidence = DOCS / f"{addresses.evidence(own)}.md"
    evidence.write_text(texts.get_template("evidence-page.md").render(values), encoding="utf-8")
    line = f"{indent}- {name}: {kind.folder}/{own}.md\n"
    nav = NAV.read_text(encoding="utf-8")
    NAV.write_text(nav.replace(kind.before, line + kind.before, 1), encoding="utf-8")
    written = f"{page.relative_to(ROOT)}, {evidence.relative_to(ROOT)}"
    print(f"Written: {own} in {DATA_FILE.name}, {written}, a line in {NAV.name}.")


def templates() -> Environment:
    """The texts of stubs."""
    texts = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("stub_texts")),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - YAML and Markdown, checked by `make check`
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    texts.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # letters as they are written
    return texts


def _asked(given: Mapping[str, str], name: str, example: str) -> str:
    value = given.get(name, "").strip()
    if not value:
        raise _refused(f"`{name}` is missing", f"write: {example}")
    return value


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    own = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not own[:1].isalpha():
        raise _refused(f"`{name}` gives no id", "choose a name that starts with a letter")
    return own


def _in_section(text: str, section: str, block: str) -> str:
    """The file with the block at the end of its section."""
    start = text.index(f"\n{section}:\n") + 1
    following = re.compile(r"\n+(?=[a-z#.])").search(text, start)
    end = following.start() if following else len(text)
    return f"{text[:end].rstrip()}\n{block.rstrip()}{text[end:]}"


def _refused(wrong: str, right: str) -> DataError:
    return DataError([Problem(1, "", wrong, right)])
