"""The kinds of services that readers know: assistants, networks, tools for work.

A product's group is the part of the menu that holds its page, so that the menu, the finder and
the comparison tell the same. A product that shares no part with others is in its company's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from guide.data import nav
from guide.data.book import Book
from guide.i18n.engine_settings import MENU
from guide.i18n.words import pgettext

Groups: TypeAlias = list[tuple[str, list[str]]]
"""The name of each group, and the ids in it."""


def products(book: Book) -> Groups:
    """Every product, in the menu's order."""
    owners = {
        name: company.name for company in book.data.companies.values() for name in company.products
    }
    found: dict[str, str] = {}
    for name, group in _in_menu(book):
        found.setdefault(name, group or owners[name])
    return _gathered({**found, **{it: owners[it] for it in owners if it not in found}})


def companies(book: Book, wanted: Iterable[str]) -> Groups:
    """These companies, each in the group of its product that comes first in the menu."""
    of_product = {name: group for group, held in products(book) for name in held}
    found = {}
    for key in wanted:
        own = book.data.companies[key].products
        found[key] = next(group for name, group in of_product.items() if name in own)
    order = list(dict.fromkeys(of_product.values()))
    return sorted(_gathered(found), key=lambda it: order.index(it[0]))


def _in_menu(book: Book) -> Iterator[tuple[str, str]]:
    """Each product with a page there, and its part's name; none if it has that to itself."""
    for section in nav.read_nav():
        for part in section.parts:
            pages = [book.pages[page] for page in nav.pages([part]) if page in book.pages]
            held = list(dict.fromkeys(it.product for it in pages if it.product))
            for name in held:
                yield name, pgettext(MENU, part.title) if len(held) > 1 else ""


def _gathered(group_of: dict[str, str]) -> Groups:
    found: dict[str, list[str]] = {}
    for name, group in group_of.items():
        found.setdefault(group, []).append(name)
    return list(found.items())
