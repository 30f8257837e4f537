"""The data, read once and ready to use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guide import addresses
from guide.data import checks, letter_texts, loader, older_copies, seen
from guide.data.blocks import Join, Origins, located
from guide.data.checks.traverse import all_steps
from guide.data.labels import Finding
from guide.data.letter_texts import Texts
from guide.data.loader import Lines, dotted
from guide.data.macro_calls import Declared
from guide.data.model.file import File
from guide.data.model.root import Data
from guide.data.model.routes import Company, Product, Route, Step
from guide.data.pages import DocPage, read_pages
from guide.errors import MOST, DataError, Problem
from guide.paths import DOCS
from guide.run_cache import once

DATA_FILE = DOCS / "data" / "platforms.yml"

Stamp: TypeAlias = tuple[str, int]
"""A file's name and the time of its last change, in ns."""
Said: TypeAlias = Callable[[File], File]
"""Says a file's sentences in another language."""


@dataclass(frozen=True, slots=True)
class PlacedRoute:
    """A route with the company and product it belongs to and all its steps."""

    route: Route
    company_id: str
    company: Company
    product_id: str
    product: Product
    steps: list[Step]


@dataclass(frozen=True)
class Book:
    """The validated data with the look-ups pages need."""

    data: Data
    pages: dict[str, DocPage]
    english: Data
    """The data as it is written, whatever the language of the book."""

    @cached_property
    def routes(self) -> dict[str, PlacedRoute]:
        """Every route by its id."""
        return {
            route.id: PlacedRoute(
                route, company_id, company, product_id, product, all_steps(self.data, route)
            )
            for company_id, company in self.data.companies.items()
            for product_id, product in company.products.items()
            for route in product.routes
        }

    @cached_property
    def entries(self) -> dict[str, str]:
        """What every entry of evidence is called on its page → the page."""
        return {
            anchor: addresses.evidence(key)
            for key, subject in self.data.subjects.items()
            for anchor in subject.anchors()
        }

    @cached_property
    def older(self) -> older_copies.Newest:
        """Sources that are older copies of a document, each with the newest."""
        return older_copies.newest(self.data.sources)


def opened(
    macros: tuple[Declared, ...],
    file: Path = DATA_FILE,
    docs: Path = DOCS,
    said: Said | None = None,
) -> Book:
    """The book of this file as it is now; raises ``DataError`` if it has mistakes.

    ``macros`` are those that pages may call; ``guide.show.book.open_book`` gives them, and
    what says the file in another language. Mistakes are looked for in the English.

    The data is parsed again only when its file has changed, the pages when one of them has.
    """
    with _readable():
        pages = tuple(_stamp(page) for page in sorted(docs.rglob("*.md")))
        texts = tuple(_stamp(text) for text in sorted(letter_folder(file).rglob("*.txt")))
        stamps = (_stamp(file), *texts)
    return _open(macros, file, docs, stamps, pages, said)


@contextmanager
def _readable() -> Iterator[None]:
    """What goes wrong until the end is that a source cannot be read."""
    try:
        yield
    except OSError as error:
        right = "put it back and make it readable"
        wrong = f"{error.filename} cannot be read: {error.strerror}"
        raise DataError([Problem(1, "", wrong, right)]) from None


def open_data(file: Path = DATA_FILE) -> Data:
    """The data alone, not yet checked against the pages: for what writes pages."""
    return _parsed(file.read_bytes(), letter_texts.read_all(letter_folder(file)))[1]


def open_file(file: Path = DATA_FILE) -> File:
    """The data as it is written, before its blocks are joined: for what collects its texts."""
    return _parsed(file.read_bytes(), letter_texts.read_all(letter_folder(file)))[0]


def read_book(raw: bytes, pages: dict[str, DocPage], texts: Texts | None = None) -> Book:
    """Validate a data file and the letters' texts against the pages that use them."""
    _, data, origins = _parsed(raw, texts or {})
    return _together(data, origins, raw, pages)


def _stamp(file: Path) -> Stamp:
    return str(file), file.stat().st_mtime_ns


@lru_cache(maxsize=2)
def _open(
    macros: tuple[Declared, ...],
    file: Path,
    docs: Path,
    stamps: tuple[Stamp, ...],
    pages: tuple[Stamp, ...],
    said: Said | None,
) -> Book:
    def read() -> Book:
        written, data, origins, raw = _read(file, stamps)
        with _readable():
            there = read_pages(docs, macros)
            texts = letter_texts.read_all(letter_folder(file))
        book = _together(data, origins, raw, there)
        if said is None:
            return book
        return replace(book, data=seen.worked_out(Join(said(written), texts).data()))

    # Each language has pages of its own: ``docs`` tells languages apart.
    return once(("book", file, docs, stamps, pages, said is None), read)


def letter_folder(file: Path) -> Path:
    """Where the texts of letters stand: beside the data file."""
    return file.parent / "letters"


@lru_cache(maxsize=2)
def _read(file: Path, stamps: tuple[Stamp, ...]) -> tuple[File, Data, Origins, bytes]:
    def read() -> tuple[File, Data, Origins, bytes]:
        with _readable():
            with file.open("rb") as opened:
                raw = opened.read(loader.MAX_BYTES + 1)  # one more tells that it is too large
            texts = letter_texts.read_all(letter_folder(file))
        return (*_parsed(raw, texts), raw)

    return once(("data", file, stamps), read)


def _parsed(raw: bytes, texts: Texts) -> tuple[File, Data, Origins]:
    plain, lines = loader.load(raw)
    try:
        written = File.model_validate(plain)
    except ValidationError as error:
        raise DataError([_problem(detail, lines) for detail in error.errors()]) from None
    join = Join(written, texts)
    data = join.data()
    if join.problems:
        raise DataError([_told(finding, lines, {}) for finding in join.problems])
    return written, data, join.origins


def _told(finding: Finding, lines: Lines, origins: Origins) -> Problem:
    path, wrong, right = finding
    path = located(path, origins)
    return Problem(_line(path, lines), dotted(path), wrong, right)


def _together(data: Data, origins: Origins, raw: bytes, pages: dict[str, DocPage]) -> Book:
    found = list(islice(checks.findings(data, pages), MOST + 1))
    lines = loader.load(raw)[1] if found else {}  # ten times the size of the text: not kept
    problems = [_told(finding, lines, origins) for finding in found]
    problems += checks.problems(data, pages)
    if problems:
        raise DataError(problems)
    worked_out = seen.worked_out(data)
    return Book(worked_out, pages, worked_out)


def _line(path: loader.Path, lines: Lines) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _problem(detail: ErrorDetails, lines: Lines) -> Problem:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    wrong, right = _words(detail)
    return Problem(_line(path, lines), dotted(path), wrong, right)


def _words(detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {})
    given = detail.get("input")
    shown = f"`{given}`" if isinstance(given, str | int) and len(str(given)) < 80 else "this"
    match detail["type"]:
        case "guide":
            return str(context["wrong"]), str(context["right"])
        case "missing":
            return "this key is missing", "add it"
        case "extra_forbidden":
            return "nothing reads this key", "check its spelling against schema.json, or remove it"
        case "literal_error":
            return f"{shown} is not allowed", f"use {context['expected']}"
        case "too_short":
            return "the list is empty", "give it at least one entry"
        case "string_pattern_mismatch":
            return f"{shown} has the wrong form", f"it must match {context['pattern']}"
        case "string_type":
            return f"{shown} is not text", "write it in double quotes"
        case _:
            return f"{shown} does not fit", detail["msg"]
