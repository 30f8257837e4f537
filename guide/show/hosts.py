"""Which page of this guide is about the website a reader is on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guide.data.book import Book
from guide.data.model.routes import Company
from guide.show import queries


class Host(NamedTuple):
    """A website's name, whose it is, and the page about it."""

    host: str
    name: str
    page: str


def hosts(book: Book) -> list[Host]:
    """Every website this guide knows, by its name. What is below one, such as ``www.``, is it too.

    A product's own websites lead to the product; the company's other domains to its first page.
    """
    found: dict[str, Host] = {}
    for key, company in book.data.companies.items():
        for it in (*_products(book, company), *_others(book, key, company)):
            found.setdefault(it.host, it)
    return sorted(found.values())


def _products(book: Book, company: Company) -> Iterator[Host]:
    for key, product in company.products.items():
        if page := queries.page_of(book, key):
            yield from (Host(it, product.name, page) for it in product.hosts)


def _others(book: Book, key: str, company: Company) -> Iterator[Host]:
    named = queries.steps_page(book.data.comparison, key)
    first = next(filter(None, (queries.page_of(book, it) for it in company.products)), None)
    if page := (first if len(company.products) == 1 else named or first):
        yield from (Host(it, company.name, page) for it in company.domains)
