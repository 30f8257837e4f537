"""Where a page stands, and the way from it to another page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from guide.book import Book
from guide.pages import DocPage
from guide.site import site_url


def start(page: Any) -> str:
    """The folder a page's relative addresses are read from, as ``Here.url``.

    MkDocs leaves what macros write as it is. Zensical, whose pages have a ``path``, takes
    every address to start beside the source file, and moves it to the page's own folder.
    """
    source = getattr(page, "path", None)
    return f"{PurePosixPath(source).parent}/" if source else str(page.url)


@dataclass(frozen=True)
class Here:
    """The page being built. ``url`` is its folder in the site: ``rights/eu/``."""

    book: Book
    url: str

    @property
    def page(self) -> DocPage:
        """What is known of the page itself."""
        return self.book.pages[self.url.strip("./")]

    def to(self, page: str, anchor: str = "") -> str:
        """A relative address that works at any depth, under any path, and offline."""
        trail = self.url.strip("./")
        root = "../" * (trail.count("/") + 1) if trail else ""
        return f"{root}{f'{page}/' if page else ''}{f'#{anchor}' if anchor else ''}" or "./"

    def absolute(self, page: str, anchor: str = "") -> str | None:
        """The address to give to others; ``None`` where the site's own is not known."""
        root = site_url()
        tail = f"{f'{page}/' if page else ''}{f'#{anchor}' if anchor else ''}"
        return f"{root}{tail}" if root else None

    def title(self, page: str) -> str:
        """The title of a page, for a link to it."""
        return self.book.pages[page].title
