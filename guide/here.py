"""Where a page stands, and the way from it to another page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from guide.book import Book
from guide.model.evidence import EVERYWHERE
from guide.pages import DocPage
from guide.site import site_url


@dataclass(frozen=True)
class Here:
    """The page being built. ``url`` is its address in the site: ``rights/eu/``.

    ``source`` is its file, ``rights/eu.md``, for an engine that takes every address to
    start beside that file and moves it to the page (Zensical; MkDocs leaves it alone).
    """

    book: Book
    url: str
    source: str | None = None

    @property
    def page(self) -> DocPage:
        """What is known of the page itself."""
        return self.book.pages[self.url.strip("./")]

    @property
    def about(self) -> list[str]:
        """The places the page is about: its own, else where its routes exist, else everywhere."""
        if self.page.place:
            return [self.page.place]
        routes = (self.book.routes[name].route for name in self.page.routes)
        return sorted({place for route in routes for place in route.where}) or [EVERYWHERE]

    def to(self, page: str, anchor: str = "") -> str:
        """A relative address that works at any depth, under any path, and offline."""
        start = self.url if self.source is None else str(PurePosixPath(self.source).parent)
        trail = start.strip("./")
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
