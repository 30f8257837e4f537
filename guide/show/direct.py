"""Every address of a company's own that opens a setting or a form, once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from guide.data.book import Book, PlacedRoute
from guide.show import plan

_HELP = re.compile(r"/(help|hc|support)/")
"""Pages that explain are not what they explain."""


@dataclass(frozen=True, slots=True)
class Direct:
    """An address, and the ways that begin there: one for each kind of device, as a rule."""

    url: str
    ways: list[PlacedRoute] = field(default_factory=list)

    @property
    def first(self) -> PlacedRoute:
        """The way whose words stand for all."""
        return self.ways[0]

    @property
    def path(self) -> str:
        """The address as it is typed."""
        return self.url.removeprefix("https://").removeprefix("www.")

    @property
    def places(self) -> list[str]:
        """Where one of the ways is known to exist."""
        return list(dict.fromkeys(place for it in self.ways for place in it.route.where))

    @property
    def reported(self) -> list[str]:
        """Where one is only reported to exist."""
        return list(dict.fromkeys(place for it in self.ways for place in it.route.reported))


def direct(book: Book) -> list[Direct]:
    """Each address with its product's ways, in the order of the data. A start page is none."""
    found: dict[tuple[str, str], Direct] = {}
    for placed in plan.plannable(book):
        for url in _addresses(book, placed):
            found.setdefault((placed.product_id, url), Direct(url)).ways.append(placed)
    return list(found.values())


def _addresses(book: Book, placed: PlacedRoute) -> Iterator[str]:
    """The form of a route; without one, what its steps open last."""
    if placed.route.form:
        yield book.data.forms[placed.route.form].url
        return
    opened = [it.opens for it in placed.steps if it.opens and _leads_inside(it.opens)]
    yield from opened[-1:]


def _leads_inside(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query) and not _HELP.search(parts.path)


def first(book: Book, products: Collection[str]) -> list[Direct]:
    """Of each of these products, one address for each set of places that have one."""
    found: dict[tuple[str, tuple[str, ...]], Direct] = {}
    for it in direct(book):
        if it.first.product_id in products:
            found.setdefault((it.first.product_id, tuple(it.places)), it)
    return list(found.values())
