"""What a reader can do: routes, forms, parts of a page, menu labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide.data.book import PlacedRoute
from guide.show import deadlines, labels, queries, routes, screens, tell, wording
from guide.show.context import Here
from guide.show.dates import freshness
from guide.show.macros.declare import fill, macro


@macro("route", scripts=("checklist", "fresh", "pass", "deadline", "open-part"))
def route(here: Here, name: str, level: int = 2, *, folded: bool = False) -> str:
    """A whole route, with its picture and, where the site’s address is known, its QR code.

    ``level=1``: the page is about it. ``level=2``, ``3``: it stands under a heading of its own.
    ``folded=True``: only the heading and who it is for are in sight, the rest is a closed part.
    """
    return fill("route", here, level=level, folded=folded, **_of_route(here, name))


@macro("route", scripts=("pass", "open-part"))
def route_sources(here: Here, name: str) -> str:
    """The last parts of a page about one route: a link to pass on, and its sources."""
    return fill("route-sources", here, **_of_route(here, name))


@macro("route")
def route_moved(here: Here, name: str) -> str:
    """A line for a route that stands on another page now, with each address it had on this one."""
    return fill("route-moved", here, **_of_route(here, name))


def _of_route(here: Here, name: str) -> dict[str, Any]:
    """What the partials of a route are filled with."""
    placed: PlacedRoute = here.book.routes[name]
    it = placed.route
    forms = here.book.data.forms
    own_form = forms[it.form] if it.form else None
    placed_main = here.book.routes.get(it.alternative_to or "")
    main = placed_main.route if placed_main else None
    shared = routes.shared(it, main)
    own = placed.steps[: len(it.steps)] if shared.then else placed.steps
    drawn = screens.frames(it, placed.steps, own_form)
    replies = deadlines.replies(here.book, it.where) if it.kind in {"object", "request"} else []
    return {
        "placed": placed,
        "route": it,
        "main": main,
        "own_steps": own,
        "english": labels.first_english(own),
        "names": [labels.place(placed, step) for step in own],
        "main_steps": [step.id for step in placed_main.steps] if placed_main else [],
        "shared": shared,
        "more": routes.more(it, shared, drawn, replies),
        "form": own_form,
        "frames": drawn,
        "address": here.absolute(it.page, it.id),
        "other_form": forms[it.other_form] if it.other_form else None,
        "fresh": freshness(it.confirmed, it.review_after_days, here.today),
        "replies": replies,
        "told": tell.told(it, here.settings),
    }


@macro(scripts=("open-part",))
def part(here: Here, says: str, caller: Callable[[], str] = str) -> str:
    """A closed part around what stands from a call block’s first line to its ``endcall``.

    Its heading, with at most one line of text, stands before it. ``says``: what it holds;
    ``{fact}`` there becomes “6 facts”, by the routes in it, else by the items of its
    lists, else by the rows of its tables.
    """
    body = caller()
    return fill("part", here, says=wording.counted(says, body), body=body.strip())


@macro("form")
def form(here: Here, name: str) -> str:
    """A form’s button with the host it leads to, what it asks, and its status."""
    return fill("form", here, form=here.book.data.forms[name])


@macro("product")
def glance(here: Here, *products: str) -> str:
    """A table of the routes of products; without a name, of all."""
    shown = products or [placed.product_id for placed in here.book.routes.values()]
    return fill("glance", here, groups=queries.routes_by_product(here.book, shown))


@macro(scripts=("open-part",))
def all_routes(here: Here) -> str:
    """Every company's routes, each company in a closed part."""
    return fill("all-routes", here, companies=queries.routes_by_company(here.book))


@macro(scripts=("lead-on",))
def all_routes_moved(here: Here) -> str:
    """A line for each company, under the address that its routes had on this page."""
    companies = [key for key, _ in queries.routes_by_company(here.book)]
    return fill("all-routes-moved", here, companies=companies)


@macro()
def menu_labels(here: Here) -> str:
    """What menu labels are called in other languages, by app, each with its sources."""
    return fill("menu-labels", here, apps=labels.by_app(here.book), labels=labels)


@macro()
def also_called(here: Here, *names: str) -> str:
    """Other words for the page’s subject, visible, so that search finds the page."""
    return fill("also-called", here, names=names)


@macro(scripts=("fresh",))
def freshness_board(here: Here) -> str:
    """Every route with its last confirmation, the longest overdue first."""
    return fill("freshness-board", here, rows=queries.routes_by_due(here.book, here.today))


@macro()
def coverage(here: Here) -> str:
    """How much of each company is here: routes, steps, claims, newest confirmation."""
    return fill("coverage", here, rows=queries.coverage(here.book))
