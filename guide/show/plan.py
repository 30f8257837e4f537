"""What the plan is made from: places by any name, what people use, and the routes' rules.

Which routes a plan holds is decided in one place, ``plan.js``; this only prepares.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from guide import addresses
from guide.data.book import Book, PlacedRoute
from guide.data.model.places import Jurisdiction
from guide.data.model.seen import Device
from guide.show import groups

FILE = "assets/javascripts/planned.js"
"""The script that holds what a plan is made of: ``guide/show/plan_script.py``."""
USES = "assets/javascripts/uses.js"
"""The script that holds what the home page's finder shows one tap further."""
SINCE = "assets/javascripts/since.js"
"""The script that holds what has changed, and when: ``guide/show/since_script.py``."""
DEVICES: tuple[Device, ...] = ("web", "android", "ios")
ANSWERS = "meta"
"""The company whose forms and letters the places speak of."""
FIRST = ("facebook", "instagram", "whatsapp", "chatgpt", "gemini")
"""The products that the finder shows at once; the rest are one tap further."""
_FITS = {
    "web": {"web"},
    "computer": {"web"},
    "android": {"android"},
    "ios": {"ios"},
    "app": {"android", "ios"},
}


class Use(NamedTuple):
    """A product on a device: ``facebook-ios``. Plans are shared by these ids."""

    id: str
    device: Device


class Used(NamedTuple):
    """A product, the devices on which this guide can help with it, and other words for it."""

    product: str
    name: str
    uses: list[Use]
    also: str


def choices(book: Book) -> list[Used]:
    """What a reader may say they use. A product with one way in has one choice."""
    return [
        Used(
            key,
            product.name,
            [Use(f"{key}-{device}", device) for device in _devices(book, key)],
            " ".join([company.name, *product.also_called]),
        )
        for company in book.data.companies.values()
        for key, product in company.products.items()
        if product.routes
    ]


def further(book: Book) -> list[tuple[str, list[Used]]]:
    """The choices that are one tap further, by group."""
    used = {it.product: it for it in choices(book) if it.product not in FIRST}
    kinds = [
        (kind, [used[it] for it in held if it in used]) for kind, held in groups.products(book)
    ]
    return [(kind, held) for kind, held in kinds if held]


def plannable(book: Book) -> list[PlacedRoute]:
    """Routes a plan may hold: not those to try only when another one fails."""
    return [placed for placed in book.routes.values() if not placed.route.alternative_to]


def asked(book: Book) -> dict[str, str]:
    """Products, id and name, whose plan a reader is asked: what one can do there depends on it."""
    return {it.product_id: it.product.name for it in plannable(book) if it.route.tiers}


def places(book: Book) -> list[dict[str, Any]]:
    """Every place with the countries or states in it; ``apart``: those with a place of their own.

    The other words that find them are in ``guide.places``.
    """
    own = {place.name: key for key, place in book.data.jurisdictions.items()}
    return [
        {
            "id": key,
            "name": place.name,
            "members": list(_members(book, place)),
            "apart": [own[m.name] for m in place.members if own.get(m.name, key) != key],
        }
        for key, place in book.data.jurisdictions.items()
    ]


def plan(book: Book) -> dict[str, Any]:
    """All that ``plan.js`` decides with, beside the places, which the form has too."""
    return {
        "company": book.data.companies[ANSWERS].name,
        "objection": {
            key: {"answer": place.objection, "note": place.objection_note}
            for key, place in book.data.jurisdictions.items()
        },
        "routes": [{**_rules(it), **_plans(it, book)} for it in plannable(book)],
    }


def in_script(value: dict[str, Any]) -> Markup:
    """JSON that cannot end the ``<script>`` it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704


def fits(placed: PlacedRoute, device: str) -> bool:
    """Whether a route helps on a device. Any device can open a form on the web."""
    surface = placed.route.surface
    if surface == "any" or (surface == "web" and placed.route.kind == "request"):
        return True
    return device in _FITS[surface]


def _devices(book: Book, product: str) -> list[Device]:
    own = [placed for placed in plannable(book) if placed.product_id == product]
    tied = [p for p in own if p.route.kind != "request" or p.route.surface not in {"web", "any"}]
    return [d for d in DEVICES if any(fits(placed, d) for placed in tied)] or ["web"]


def _rules(placed: PlacedRoute) -> dict[str, Any]:
    route = placed.route
    return {
        "id": route.id,
        "deed": _deed(placed),
        "kind": route.kind,
        "uses": [f"{placed.product_id}-{device}" for device in DEVICES if fits(placed, device)],
        "where": route.where,
        "reported": route.reported,
        "minutes": route.minutes,
        "needs": route.needs,
        "steps": [addresses.step(route.id, step.id) for step in placed.steps],
        "company": placed.company.name,
    }


def _plans(placed: PlacedRoute, book: Book) -> dict[str, Any]:
    product = placed.product_id
    return {"product": product, "tiers": placed.route.tiers} if product in asked(book) else {}


def _deed(placed: PlacedRoute) -> str:
    """The route's id without its device: routes on several devices with one such id do the same."""
    return placed.route.id.replace(f"-{placed.route.surface}-", "-", 1)


def _members(book: Book, place: Jurisdiction) -> Iterator[str]:
    own_places = {other.name for other in book.data.jurisdictions.values()}
    parts = set(_parts(place))
    return (m.name for m in place.members if m.name not in own_places | parts)


def _parts(place: Jurisdiction) -> list[str]:
    """Members inside another member, as ``DE-BY`` in ``DE``: found, but not listed."""
    codes = {member.code for member in place.members}
    return [m.name for m in place.members if "-" in m.code and m.code.split("-")[0] in codes]
