"""The finder and the plan, which a reader fills in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guide.show import plan as plans
from guide.show import queries
from guide.show import wanted as round_of_checks
from guide.show.context import Here
from guide.show.direct import direct, first
from guide.show.macros.declare import UnknownIdError, fill, macro
from guide.show.place_names import FILE as PLACE_NAMES


@macro(scripts=("where", "apps", "plan"))
def finder(here: Here) -> str:
    """The choice of a place and of what one uses: the way to a plan of one’s own."""
    return _form("finder", here, uses=plans.USES)


@macro(scripts=("pass", "where", "apps", "plan"))
def plan(here: Here) -> str:
    """The finder and the plan that follows from it. Used once, on the plan's page."""
    return _form("plan", here, uses="", planned=plans.FILE, since=plans.SINCE)


def _form(partial: str, here: Here, **values: Any) -> str:
    script = plans.in_script({"places": plans.places(here.book)})
    first = [it for it in plans.choices(here.book) if it.product in plans.FIRST]
    return fill(partial, here, script=script, names=PLACE_NAMES, first=first,
                 more=plans.further(here.book), **values)  # fmt: skip


@macro(scripts=("open-part", "wanted"))
def wanted(here: Here) -> str:
    """What waits for a check, by place and app; with a script, five that fit a kept plan."""
    groups = round_of_checks.groups(here.book, here.today)
    names = plans.in_script(round_of_checks.names(here.book))
    total = sum(len(it.rows) for it in groups)
    return fill("wanted", here, groups=groups, names=names, total=total)


@macro(scripts=("direct-links",))
def direct_links(here: Here) -> str:
    """Every address that opens a setting or a form, with what it is for; narrowed by a script."""
    links = direct(here.book)
    products = {it.first.product_id: it.first.product.name for it in links}
    return fill("direct-links", here, links=links, products=products)


@macro()
def first_links(here: Here) -> str:
    """What most people use, with the address to open written out and the places it is for."""
    return fill("first-links", here, links=first(here.book, plans.FIRST))


@macro()
def code_of(here: Here, page: str) -> str:
    """A large QR code that leads to a page, with its address. Nothing without an address."""
    if page not in here.book.pages:
        raise UnknownIdError(f"there is no page `{page}`")
    return fill("code-of", here, page=page, address=here.absolute(page))


def plan_parts(here: Here) -> str:
    """What a plan may hold, for its script; no page calls it."""
    return fill("plan-parts", here, routes=plans.plannable(here.book),
                 letters=queries.ways(here.book), asked=plans.asked(here.book).items())  # fmt: skip


def uses_parts(here: Here) -> str:
    """What the finder shows one tap further, for the script of that; no page calls it."""
    return fill("finder-more", here, more=plans.further(here.book))


def since_parts(here: Here, reports: Iterable[Any]) -> str:
    """What the plan may say has changed since, for its script; no page calls it."""
    changes = queries.changes_newest_first(here.book)
    return fill("since-parts", here, changes=changes, reports=reports)
