"""Places: who may object where, and whom to complain to."""

from __future__ import annotations

from guide.i18n.language import current
from guide.i18n.words import order
from guide.show import deadlines, overview, queries
from guide.show.context import Here
from guide.show.macros.declare import cited, fill, macro


@macro("jurisdiction")
def jurisdiction(here: Here, name: str) -> str:
    """A place at a glance: law, form, reply time, cost, controller, authorities."""
    found = here.book.data.jurisdictions[name]
    return fill("jurisdiction", here, it=found, place=name, wait=deadlines.of_place(found),
                 way=queries.way(here.book, name))  # fmt: skip


@macro()
def jurisdictions(here: Here) -> str:
    """Every place in one table: may I refuse, and where is that explained."""
    known = here.book.data.jurisdictions.items()
    rows = [(k, it, deadlines.of_place(it), queries.way(here.book, k)) for k, it in known]
    return fill("jurisdictions", here, rows=rows)


@macro("answer")
def places(
    here: Here, *answers: str, linked: bool = True, start: bool = False, members: bool = False
) -> str:
    """The names of the places with these answers to “is there a form to object?”, in a sentence.

    ``start=True``: it begins the sentence. ``members=True``: with the countries in each.
    """
    kept = queries.places(here.book, answers)
    alone = start and not current().english  # what begins there follows no “in”
    return fill(
        "places",
        here,
        found=[(it.name if alone else it.spoken, it.page) for it in kept],
        members={p.page: queries.countries(p) if members else [] for p in kept},
        linked=linked,
        start=start,
    )


@macro()
def by_letter(here: Here) -> str:
    """What the law lets people do by letter where there is no form, and where: two sentences."""
    deeds, plain = queries.by_letter(here.book)
    return fill("by-letter", here, deeds=deeds, claims=cited(here, plain), about=[])


@macro()
def countries(here: Here) -> str:
    """A list of all places without a sure form, but the page’s own: what a letter can do there."""
    rows = [row for row in queries.ways(here.book) if row[1].page != here.page.path]
    return fill("countries", here, rows=sorted(rows, key=lambda row: order(row[1].name)))


@macro("controller")
def controller(here: Here, name: str) -> str:
    """A company that answers for data, with its address and its page for requests."""
    return fill("controller", here, it=here.book.data.controllers[name])


@macro("jurisdiction")
def authorities(here: Here, name: str, level: int = 3) -> str:
    """Whom to complain to in a place, by country or state.

    Each is a heading, so that it has an address and search finds it. ``level``: of the headings.
    """
    found = here.book.data.jurisdictions[name]
    rows = queries.authorities(here.book, found)
    by = "country" if any("-" not in it.code for it in found.members) else "state"
    return fill("authorities", here, rows=rows, level=level, by=by)


@macro()
def where_object(here: Here) -> str:
    """A picture: every place as a tile, with a sign for whether people there may object."""
    return fill("where-object", here, regions=overview.where_object(here.book))
