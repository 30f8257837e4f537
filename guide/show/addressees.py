"""To whom else a letter can go: companies' addresses by place, and what a letter calls them.

The pages of letters name only the companies. The addresses are a script of its own, fetched
when a reader chooses one; without scripts they stand on a page, all in one list.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide.data.model.places import Controller
from guide.data.model.root import Data
from guide.data.reach import spread

FILE = "assets/javascripts/addressees.js"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom people in ``places`` write to, and the ``day`` of the copy that says so."""

    id: str
    controller: Controller
    places: list[str]
    day: str


def by_company(data: Data) -> dict[str, list[Addressee]]:
    """Every company with an addressee, by name."""
    found: dict[str, list[Addressee]] = {}
    for key, it in data.controllers.items():
        if it.where and it.company:
            reached = spread(data, it.where)
            places = [place for place in data.jurisdictions if place in reached]
            found.setdefault(it.company, []).append(Addressee(key, it, places, _day(data, it)))
    names = sorted(found, key=lambda it: data.companies[it].name.casefold())
    return {key: found[key] for key in names}


def unknown(data: Data) -> list[str]:
    """The companies that no letter here has an address of, by name."""
    known = {it.company for it in data.controllers.values()}
    return sorted(set(data.companies) - known, key=lambda it: data.companies[it].name.casefold())


def _day(data: Data, controller: Controller) -> str:
    """When the copy was made; else the day the document bears, or applies from."""
    source = data.sources[controller.sources[0].id]
    return source.captured or source.published or source.effective or ""


def companies(data: Data, place: str) -> dict[str, str]:
    """The companies with an addressee for the letters of a place: id → name."""
    return {
        key: data.companies[key].name
        for key, own in by_company(data).items()
        if any(place in it.places for it in own)
    }
