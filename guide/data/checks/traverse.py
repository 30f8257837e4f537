"""Ways through the data that several rules take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TypeAlias

from guide.data.labels import written
from guide.data.loader import Path
from guide.data.model.comparison import Answer
from guide.data.model.evidence import Evidence
from guide.data.model.root import Data
from guide.data.model.routes import Company, Coverage, LabelName, Product, Route, Step
from guide.data.pages import DocPage

Finding: TypeAlias = tuple[Path, str, str]
Pages: TypeAlias = dict[str, DocPage]


def each_product(data: Data) -> Iterator[tuple[Path, Company, Product]]:
    """Every product, with its path in the file and its company."""
    for company_id, company in data.companies.items():
        for product_id, product in company.products.items():
            yield ("companies", company_id, "products", product_id), company, product


def each_route(data: Data) -> Iterator[tuple[Path, Company, Route]]:
    """Every route, with its path in the file and its company."""
    for path, company, product in each_product(data):
        for index, route in enumerate(product.routes):
            yield (*path, "routes", index), company, route


def each_coverage(data: Data) -> Iterator[tuple[Path, Route, Coverage]]:
    """Every line of what a route covers or does not, with its path in the file."""
    for path, _, route in each_route(data):
        for key in ("covers", "does_not_cover"):
            for index, line in enumerate(getattr(route, key)):
                yield (*path, key, index), route, line


def each_answer(data: Data) -> Iterator[tuple[Path, Answer]]:
    """Every answer of the comparison, with its path in the file."""
    for company, answers in data.comparison.answers.items():
        for criterion, answer in answers.items():
            yield ("comparison", "answers", company, criterion), answer


def all_steps(data: Data, route: Route) -> list[Step]:
    """The route's own steps and the shared ones that follow them."""
    return [*route.steps, *(data.shared_steps.get(route.then, []) if route.then else [])]


def each_evidence(data: Data) -> Iterator[tuple[Path, Evidence]]:
    """Everything that must name its sources."""
    for section in ("claims", "forms", "controllers", "authorities", "jurisdictions"):
        for key, entry in getattr(data, section).items():
            yield (section, key), entry
    for index, change in enumerate(data.changes):
        yield ("changes", index), change
    for place, letters in data.letters.items():
        for index, letter in enumerate(letters.letters):
            yield ("letters", place, "letters", index), letter
    for path, _, route in each_route(data):
        yield path, route
    for path, label in written(data.companies):
        for language, name in label.names.items():
            yield (*path, "names", language), name


def name_of(path: Path, entry: Evidence) -> str:
    """A name for the entry that stays when others are added: its own id where it has one."""
    if isinstance(entry, LabelName):
        return f"labels.{path[-5]}.{path[-3]}.{path[-1]}"
    own = getattr(entry, "id", None) or getattr(entry, "kind", None) or path[-1]
    kind = "routes" if path[0] == "companies" else path[0]
    return f"{kind}.{path[1]}.{own}" if kind == "letters" else f"{kind}.{own}"


def missing(path: Path, kind: str, name: str, known: Iterable[str]) -> Finding:
    """The finding for an id that names nothing, with the nearest that does."""
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    right = f"did you mean `{close[0]}`?" if close else "add the entry, or correct the id"
    return path, f"there is no {kind} `{name}`", right
