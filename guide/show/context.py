"""Where a page stands, and the way from it to another page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from guide import addresses, settings
from guide.addresses import Place
from guide.data.book import Book
from guide.data.model.evidence import EVERYWHERE
from guide.data.pages import DocPage
from guide.i18n.language import current
from guide.settings import Settings


@dataclass(frozen=True)
class Here:
    """The page being built. ``url`` is its address in the site: ``rights/eu/``.

    ``source`` is its file, ``rights/eu.md``, for an engine that takes every address to
    start beside that file and moves it to the page (Zensical; MkDocs leaves it alone).
    """

    book: Book
    url: str
    source: str | None = None
    settings: Settings = field(default_factory=settings.current)

    @property
    def page(self) -> DocPage:
        """What is known of the page itself."""
        return self.book.pages[self.url.strip("./")]

    @property
    def today(self) -> date:
        """The day freshness is judged against."""
        return self.settings.guide_date

    @property
    def about(self) -> list[str]:
        """The places the page is about: its own, else where its routes exist, else everywhere."""
        if self.page.place:
            return [self.page.place]
        routes = (self.book.routes[name].route for name in self.page.routes)
        return sorted({place for route in routes for place in route.where}) or [EVERYWHERE]

    def to(self, page: str, name: str = "") -> str:
        """The way from here to a page, or to something on it."""
        start = self.url if self.source is None else str(PurePosixPath(self.source).parent)
        return addresses.relative(start, page, name)

    def to_entry(self, place: Place) -> str:
        """The way to a claim, an event or a source on its page of evidence."""
        anchor = place[1]
        return self.to(self.book.entries[anchor], anchor)

    def to_change(self, name: str) -> str:
        """The way to a dated event and its evidence."""
        return self.to_entry(addresses.change(name))

    def absolute(self, page: str, name: str = "") -> str:
        """The address to give to others; empty where the site's own is not known."""
        return addresses.absolute(self.settings.site_url, page, name)

    def to_embed(self, company: str) -> str:
        """The whole address of what other sites may show in a frame, in this language."""
        page = addresses.embed(company, current().code)
        return addresses.absolute(self.settings.root_url, page)

    def title(self, page: str) -> str:
        """The title of a page, for a link to it."""
        return self.book.pages[page].title
