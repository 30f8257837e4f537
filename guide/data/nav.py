"""The guide's table of contents, as the engines read it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

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


def check(known: Collection[str], root: Path = ROOT) -> None:
    """``BuildFailedError`` if it names a page that is not there, or leaves one out."""
    named, there = list(pages(read_nav(root))), set(known) - set(unlisted(known, root))
    for page in sorted({*there - set(named), *(it for it in named if it not in there)}):
        wrong = "is not in the `nav`" if page in there else "is no page, yet it is in the `nav`"
        raise BuildFailedError(f"mkdocs.yml: `{page}` {wrong}; write the pages of docs/ there")


def unlisted(known: Iterable[str], root: Path = ROOT) -> Iterator[str]:
    """The pages that mkdocs.yml keeps out of the menus on purpose (``not_in_nav``).

    Of such a folder, a page may all the same stand in a menu.
    """
    kept = GitIgnoreSpec.from_lines(engine_config(root).get("not_in_nav", "").splitlines())
    listed = set(pages(read_nav(root)))
    yield from (it for it in known if it not in listed and kept.match_file(f"{it}.md"))


def pages(parts: Iterable[Part]) -> Iterator[str]:
    """The addresses of all pages, in the order they are read."""
    for part in parts:
        if part.page is not None:
            yield part.page
        yield from pages(part.parts)


def complete(parts: Iterable[Part], titles: Mapping[str, str]) -> tuple[Part, ...]:
    """The same with the pages that are in no menu, each under the nearest page above it.

    ``titles``: the title of every page by its address, in the order they are read.
    """
    listed = tuple(parts)
    known = set(pages(listed))
    under: dict[str, list[Part]] = {}
    for page, title in titles.items():
        if page not in known:
            above = next(it for it in _above(page) if it in known)
            under.setdefault(above, []).append(Part(title, page))
    return tuple(_with(part, under) for part in listed)


def _above(page: str) -> Iterator[str]:
    """``letters/eu/object`` → ``letters/eu``, ``letters``, home."""
    while page:
        page = page.rpartition("/")[0]
        yield page


def _with(part: Part, under: Mapping[str, list[Part]]) -> Part:
    own = under.get(part.page, []) if part.page is not None else []
    return Part(part.title, part.page, (*own, *(_with(it, under) for it in part.parts)))


def _part(entry: dict[str, Any]) -> Part:
    ((title, inside),) = entry.items()
    if isinstance(inside, str):
        return Part(title, address(DOCS, DOCS / inside))
    own = [address(DOCS, DOCS / page) for page in inside if isinstance(page, str)]
    parts = tuple(_part(part) for part in inside if isinstance(part, dict))
    return Part(title, own[0] if own else None, parts)
