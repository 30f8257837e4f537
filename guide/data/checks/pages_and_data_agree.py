"""Every product and route has a page that shows it, and every page the data names exists."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, Pages, each_product, each_route, missing
from guide.data.loader import Path
from guide.data.model.root import Data


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Products and routes no page shows, and pages that do not exist."""
    shown = {page.product: page.path for page in pages.values() if page.product}
    products = {str(path[-1]): path for path, _, _ in each_product(data)}
    for name, path in products.items():
        if name not in shown:
            yield path, f"no page shows `{name}`", f"give a page `product: {name}`"
    for name, page in shown.items():
        if name not in products:
            _, wrong, right = missing((), "product", name, products)
            yield ("companies",), f"{wrong}, yet the page `{page}` is about it", right
    for path, _, route in each_route(data):
        if route.page in pages and route.id not in pages[route.page].routes:
            right = f'write route("{route.id}") there'
            yield (*path, "page"), f"the page `{route.page}` does not show this route", right
    for path, name in _named(data):
        if name not in pages:
            yield missing(path, "page", name, pages)


def _named(data: Data) -> Iterator[tuple[Path, str]]:
    for key, place in data.jurisdictions.items():
        yield ("jurisdictions", key, "page"), place.page
    for index, it in enumerate(data.corrections):
        for at, name in enumerate(it.pages):
            yield ("corrections", index, "pages", at), name
    for path, _, route in each_route(data):
        yield (*path, "page"), route.page
        yield (*path, "afterwards", "if_not"), route.afterwards.if_not if route.afterwards else ""
        for index, name in enumerate(route.elsewhere):
            yield (*path, "elsewhere", index), name
    for company, answers in data.comparison.answers.items():
        for criterion, answer in answers.items():
            if answer.page:
                yield ("comparison", "answers", company, criterion, "page"), answer.page
