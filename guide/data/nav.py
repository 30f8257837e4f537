"""The guide's table of contents, as the engines read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.data.pages import address
from guide.errors import BuildFailedError
from guide.paths import DOCS, ROOT
from guide.settings import engine_config


@dataclass(frozen=True, slots=True)
class Part:
    """A page, or a section: its own page if it has one, and the parts it holds."""

    title: str
    page: str | None
    parts: tuple[Part, ...] = ()


def read_nav(root: Path = ROOT) -> tuple[Part, ...]:
    """The parts in their order."""
    try:
        return tuple(_part(entry) for entry in engine_config(root)["nav"])
    except (KeyError, TypeError, ValueError, AttributeError):
        right = "write a list of `- Title: page.md` there"
        raise BuildFailedError(f"mkdocs.yml: `nav` cannot be read; {right}") from None


def check(known: Iterable[str], root: Path = ROOT) -> None:
    """``BuildFailedError`` if it names a page that is not there, or leaves one out.

    Folders under ``not_in_nav`` stand in no menu: other pages lead to theirs.
    """
    named, there = list(pages(read_nav(root))), set(known)
    menu = {page for page in there if not page.startswith(_in_no_menu(root))}
    for page in sorted({*menu - set(named), *(it for it in named if it not in there)}):
        wrong = "is not in the `nav`" if page in there else "is no page, yet it is in the `nav`"
        raise BuildFailedError(f"mkdocs.yml: `{page}` {wrong}; write the pages of docs/ there")


def _in_no_menu(root: Path) -> tuple[str, ...]:
    """The folders under ``not_in_nav``, by the beginnings of their addresses."""
    lines = str(engine_config(root).get("not_in_nav") or "").split()
    return tuple(f"{line.strip('/')}/" for line in lines)


def pages(parts: Iterable[Part]) -> Iterator[str]:
    """The addresses of all pages, in the order they are read."""
    for part in parts:
        if part.page is not None:
            yield part.page
        yield from pages(part.parts)


def _part(entry: dict[str, Any]) -> Part:
    ((title, inside),) = entry.items()
    if isinstance(inside, str):
        return Part(title, address(DOCS, DOCS / inside))
    own = [address(DOCS, DOCS / page) for page in inside if isinstance(page, str)]
    parts = tuple(_part(part) for part in inside if isinstance(part, dict))
    return Part(title, own[0] if own else None, parts)
