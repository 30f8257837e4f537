"""A built site in memory: read once, changed by one step after the other, written once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from guide.data.book import Book
from guide.errors import BuildFailedError
from guide.publish import tags
from guide.settings import Settings


class ThemeChangedError(BuildFailedError):
    """A step looked for something that the theme writes, and it is not there any more."""


@dataclass(slots=True)
class Copies:
    """The copies to take along, asked for."""

    offered: bool
    """Whether the site itself holds them and links to them."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What was made, by its path in ``dist/``."""


@dataclass(slots=True)
class Site:
    """The pages and the other files of a site, by their paths in it."""

    book: Book
    settings: Settings
    pages: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    themed: tuple[str, ...] = ()
    """The pages as the engine made them from the theme's templates; steps add others."""
    copies: Copies | None = None
    unchanging: tuple[str, ...] = ()
    """Folders in which every file is named by what it holds, so that browsers may keep it."""
    inline: set[str] = field(default_factory=set)
    """Code that our own steps wrote into pages: all that policies let in. Copies share it."""
    step: str = "read"
    """What is being done, for messages."""

    @classmethod
    def read(cls, folder: Path, book: Book, settings: Settings) -> Site:
        """The site an engine wrote into a folder."""
        found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*")}
        files = {path: found[path].read_bytes() for path in sorted(found) if found[path].is_file()}
        pages = {path: files.pop(path).decode() for path in list(files) if path.endswith(".html")}
        return cls(book, settings, pages, files, tuple(pages))

    def copy(self) -> Site:
        """Another site of the same content, to be changed without changing this one."""
        return replace(self, pages=dict(self.pages), files=dict(self.files), copies=None)

    def content(self) -> dict[str, bytes]:
        """Everything in it as bytes."""
        return self.files | {path: text.encode() for path, text in self.pages.items()}

    def own(self, element: str) -> str:
        """An inline script or style of ours, as an element; nothing else may stand inline."""
        self.inline |= {it.code.strip() for it in tags.inline(element)}
        return element

    def replace_once(self, page: str, old: str, new: str) -> None:
        """Put ``new`` where ``old`` first stands; it must."""
        before, found, after = self.pages[page].partition(old)
        if not found:
            raise self.changed(page, old)
        self.pages[page] = f"{before}{new}{after}"

    def find(self, page: str, pattern: re.Pattern[str], what: str) -> re.Match[str]:
        """Where a pattern first fits on a page; it must. ``what`` it is for, in words."""
        if not (found := pattern.search(self.pages[page])):
            raise self.changed(page, what)
        return found

    def cut(self, page: str, pattern: re.Pattern[str], what: str) -> list[re.Match[str]]:
        """Take out everything that fits; at least one thing must."""
        found = list(pattern.finditer(self.pages[page]))
        if not found:
            raise self.changed(page, what)
        self.pages[page] = pattern.sub("", self.pages[page])
        return found

    def changed(self, page: str, what: str) -> ThemeChangedError:
        """To be raised when something is not where a step needs it."""
        return ThemeChangedError(f"{self.step}: {page} has no {what}; has the theme changed?")

    def remove(self, unwanted: Callable[[str], bool]) -> None:
        """Leave out pages and files by their paths."""
        self.pages = {path: text for path, text in self.pages.items() if not unwanted(path)}
        self.files = {path: data for path, data in self.files.items() if not unwanted(path)}
        self.themed = tuple(path for path in self.themed if path in self.pages)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done to a site, and why it is done there and not before or after.

    ``ahead`` is what of it needs no page: it is done while the engine builds, and remembered.
    """

    name: str
    run: Callable[[Site], None]
    why: str
    ahead: Callable[[Book, Settings], object] | None = None


def take(site: Site, steps: Iterable[Step]) -> None:
    """Take the steps in their order."""
    for step in steps:
        site.step = step.name
        step.run(site)


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by their paths into a new folder."""
    for parent in {(folder / path).parent for path in files} | {folder}:
        parent.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (folder / path).write_bytes(data)
