"""Data and pages belong together: none without the other."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, Pages, each_product, each_route, missing
from guide.data.loader import Path
from guide.data.model.root import Data
from guide.errors import Problem
from guide.show import wording


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
    yield from _promises(data, pages)
    for path, name in _named(data):
        if name not in pages:
            yield missing(path, "page", name, pages)


def _promises(data: Data, pages: Pages) -> Iterator[Finding]:
    """A yes that leads a reader to no steps."""
    promised = [criterion.id for criterion in data.comparison.criteria if criterion.promises]
    for company, answers in data.comparison.answers.items():
        for name in promised:
            it = answers.get(name)
            if it and it.answer == "yes" and not (it.page in pages and pages[it.page].routes):
                right = "name in `page` one that shows a route, or answer otherwise"
                yield ("comparison", "answers", company, name), "a yes without a route", right


def unknown_names(data: Data, pages: Pages) -> Iterator[Problem]:
    """Macro calls on pages that name what the data does not hold."""
    routes = {route.id for _, _, route in each_route(data)}
    products = {str(path[-1]) for path, _, _ in each_product(data)}
    known = {
        "cite": ("claim", data.claims),
        "claim": ("claim", data.claims),
        "claims": ("claim", data.claims),
        "route": ("route", routes),
        "form": ("form", data.forms),
        "evidence": ("subject", data.subjects),
        "glance": ("product", products),
        "jurisdiction": ("jurisdiction", data.jurisdictions),
        "authorities": ("jurisdiction", data.jurisdictions),
        "timeline": ("company", data.companies),
        "what_when": ("company", data.companies),
        "latest_change": ("company", data.companies),
        "places": ("answer", wording.OBJECTION),
        "question": ("question", [it.id for it in data.comparison.criteria]),
    }
    for page in pages.values():
        for said, line in page.denials:
            right = "call by_letter() or places(…): what a place allows is in the data"
            yield Problem(line, "", f"`{said}` is written by hand", right, page.name)
        for call in page.calls:
            kind, names = known.get(call.macro, ("", ()))
            for name in call.names:
                if kind and name not in names:
                    _, wrong, right = missing((), kind, name, names)
                    yield Problem(call.line, "", wrong, right, page.name)


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
