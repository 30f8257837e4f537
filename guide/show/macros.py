"""What pages can call. Each decides what to show; a partial decides how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from guide import addresses
from guide.data import older_copies, reach
from guide.data.book import PlacedRoute
from guide.data.labels import written
from guide.show import comparison, deadlines, overview, queries, screens, wording
from guide.show import evidence as entries
from guide.show import plan as plans
from guide.show.context import Here
from guide.show.dates import freshness
from guide.show.letters import LISTS, blanks, offers
from guide.show.place_names import FILE as PLACE_NAMES
from guide.show.render import render

Macro: TypeAlias = Callable[..., str]


class UnknownIdError(KeyError):
    """A page names something the data does not hold; the build stops."""

    def __str__(self) -> str:
        return str(self.args[0])


def _find(kind: str, entries: dict[str, Any], name: str) -> Any:
    try:
        return entries[name]
    except KeyError:
        raise UnknownIdError(f"there is no {kind} `{name}` in platforms.yml") from None


def _cited(here: Here, ids: Iterable[str]) -> list[tuple[str, Any]]:
    return [(name, _find("claim", here.book.data.claims, name)) for name in ids]


def _fill(partial: str, here: Here, **values: Any) -> str:
    return render(partial, here=here, book=here.book, data=here.book.data, words=wording,
                  addresses=addresses, select=queries, reach=reach, outdated=older_copies,
                  **values)  # fmt: skip


def cite(here: Here, *ids: str, where_said: bool = False) -> str:
    """A small link to each claim's own address, with its doubt in words.

    ``where_said``: the sentence itself says where it holds, so the links do not.
    """
    about = [] if where_said else here.about
    return _fill("cite", here, claims=_cited(here, ids), about=about)


def claim(here: Here, name: str) -> str:
    """A claim's sentence with its link, inside running text."""
    return _fill("claim", here, claims=_cited(here, [name]), about=here.about)


def claims(here: Here, *ids: str) -> str:
    """A list of claims, each with where it holds, what disagrees, and its link."""
    return _fill("claims", here, claims=_cited(here, ids))


def also_called(here: Here, *names: str) -> str:
    """Other words for the page's subject, visible, so that search finds it by them."""
    return _fill("also-called", here, names=names)


def part(here: Here, says: str, caller: Callable[[], str]) -> str:
    """A closed part of a page, under its heading. ``says``: what it holds, ``{fact}s`` counted."""
    body = caller()
    return _fill("part", here, says=wording.counted(says, body), body=body.strip())


def route(here: Here, name: str, level: int = 2) -> str:
    """A whole route. ``level`` 1: the page is about it; 2: under a heading of its own."""
    placed: PlacedRoute = _find("route", here.book.routes, name)
    forms = here.book.data.forms
    own_form = forms[placed.route.form] if placed.route.form else None
    address = here.absolute(placed.route.page, placed.route.id)
    return _fill(
        "route",
        here,
        placed=placed,
        route=placed.route,
        level=level,
        form=own_form,
        frames=screens.frames(placed.route, placed.steps, own_form),
        address=address,
        other_form=forms[placed.route.other_form] if placed.route.other_form else None,
        fresh=freshness(placed.route.confirmed, placed.route.review_after_days, here.today),
        replies=deadlines.replies(here.book, placed.route.where),
    )


def form(here: Here, name: str) -> str:
    """A form's button with the host it leads to, what it asks, and its status."""
    return _fill("form", here, form=_find("form", here.book.data.forms, name))


def glance(here: Here, *products: str) -> str:
    """A table of the products' routes: what, who, device, time, last confirmed. No name: all."""
    known = {placed.product_id: placed for placed in here.book.routes.values()}
    for product in products:
        _find("product", known, product)
    return _fill("glance", here, groups=queries.routes_by_product(here.book, products or known))


def jurisdiction(here: Here, name: str) -> str:
    """A place at a glance: law, form, reply time, cost, controller, authorities."""
    found = _find("jurisdiction", here.book.data.jurisdictions, name)
    return _fill("jurisdiction", here, it=found, place=name, wait=deadlines.of_place(found),
                 way=queries.way(here.book, name))  # fmt: skip


def jurisdictions(here: Here) -> str:
    """Every place in one table: may I refuse, and where is that explained."""
    known = here.book.data.jurisdictions.items()
    rows = [(k, it, deadlines.of_place(it), queries.way(here.book, k)) for k, it in known]
    return _fill("jurisdictions", here, rows=rows)


def places(
    here: Here, *answers: str, linked: bool = True, start: bool = False, members: bool = False
) -> str:
    """The names of the places with these answers to “is there a form?”, in running text.

    ``start``: it begins a sentence. ``members``: with the countries in each place.
    """
    kept = queries.places(here.book, answers)
    return _fill(
        "places",
        here,
        found=[(place.in_sentence or place.name, place.page) for place in kept],
        members={p.page: queries.countries(p) if members else [] for p in kept},
        linked=linked,
        start=start,
    )


def by_letter(here: Here) -> str:
    """What the law lets people do by letter where there is no form, and where: two sentences."""
    deeds, plain = queries.by_letter(here.book)
    return _fill("by-letter", here, deeds=deeds, claims=_cited(here, plain), about=[])


def countries(here: Here) -> str:
    """Every place without a sure form, but the page's own: what a letter can do there."""
    rows = [row for row in queries.ways(here.book) if row[1].page != here.page.path]
    return _fill("countries", here, rows=sorted(rows, key=lambda row: row[1].name))


def controller(here: Here, name: str) -> str:
    """A company that answers for data, with its address and its page for requests."""
    return _fill("controller", here, it=_find("controller", here.book.data.controllers, name))


def authorities(here: Here, name: str, level: int = 3) -> str:
    """Whom to complain to: a place's authority, or each country's or state's, by name.

    Each is a heading, so that it has an address and search finds it. ``level``: theirs.
    """
    found = _find("jurisdiction", here.book.data.jurisdictions, name)
    rows = queries.authorities(here.book, found)
    return _fill("authorities", here, rows=rows, level=level)


def where_object(here: Here) -> str:
    """A picture: every place as a tile, with a sign for whether people there may object."""
    return _fill("where-object", here, regions=overview.where_object(here.book))


def who_refuses(here: Here) -> str:
    """A picture: every company and every question, a sign for each answer."""
    return _fill("who-refuses", here, groups=overview.who_refuses(here.book), compared=comparison)


def what_when(here: Here, company: str) -> str:
    """A picture: every company's dated events on a strip of months.

    ``company``: the one whose events the page tells; the others lead to theirs.
    """
    _find("company", here.book.data.companies, company)
    years, rows = overview.what_when(here.book)
    return _fill("what-when", here, years=years, rows=rows, month=overview.MONTH, company=company)


def compare(here: Here) -> str:
    """Three companies side by side, others by choice; each question leads to its own page."""
    return _fill("compare", here, compared=comparison)


def companies(here: Here) -> str:
    """Every company that is not in the table of ``compare``, each in a closed part."""
    return _fill("companies", here, compared=comparison)


def question(here: Here, name: str) -> str:
    """A question of the comparison: every company's answer with its claims."""
    known = {it.id: it for it in here.book.data.comparison.criteria}
    return _fill("question", here, criterion=_find("question", known, name), compared=comparison)


def timeline(here: Here, company: str) -> str:
    """A company's dated events, newest first, under a heading for each year."""
    _find("company", here.book.data.companies, company)
    return _fill("timeline", here, years=queries.changes_by_year(here.book, company))


def changes(here: Here) -> str:
    """Every company's dated events, newest first, then company by company."""
    companies = {
        key: queries.changes_newest_first(here.book, key) for key in here.book.data.companies
    }
    return _fill("changes", here, years=queries.changes_by_year(here.book), companies=companies)


def latest_change(here: Here, company: str | None = None) -> str:
    """The newest dated event about the page's own product or place, or a company's there."""
    change = queries.latest_change(here.book, here.page, company)
    return _fill("latest-change", here, change=change)


def freshness_board(here: Here) -> str:
    """Every route with its last confirmation, the longest overdue first."""
    return _fill("freshness-board", here, rows=queries.routes_by_due(here.book, here.today))


def coverage(here: Here) -> str:
    """How much of each company is here: routes, steps, claims, newest confirmation."""
    return _fill("coverage", here, rows=queries.coverage(here.book))


def finder(here: Here) -> str:
    """Where you live and what you use: the way to a plan of one's own."""
    return _form("finder", here)


def plan(here: Here) -> str:
    """The finder and the plan that follows from it. Used once, on the plan's page."""
    return _form("plan", here, planned=plans.FILE)


def _form(partial: str, here: Here, **values: Any) -> str:
    script = plans.in_script({"places": plans.places(here.book)})
    used = plans.choices(here.book)
    return _fill(partial, here, script=script, names=PLACE_NAMES,
                 first=[it for it in used if it.product in plans.FIRST],
                 more=[it for it in used if it.product not in plans.FIRST], **values)  # fmt: skip


def plan_parts(here: Here) -> str:
    """What a plan may hold, for its script; no page calls it."""
    return _fill("plan-parts", here, routes=plans.plannable(here.book),
                 letters=queries.ways(here.book))  # fmt: skip


def all_routes(here: Here) -> str:
    """Every company's routes, each company in a closed part."""
    return _fill("all-routes", here, companies=queries.routes_by_company(here.book))


def menu_labels(here: Here) -> str:
    """What menu labels are called in other languages."""
    named = [label for _, label in written(here.book.data.companies) if label.names]
    return _fill("menu-labels", here, named=named)


def source_index(here: Here) -> str:
    """A line for every claim, event and source, which leads to its page of evidence."""
    linked, named = entries.sources(here.book, here.book.data.sources)
    return _fill("source-index", here, evidence=entries, subjects=entries.shown(here.book),
                 changes=entries.changes(here.book), linked=entries.by_publisher(linked),
                 named=entries.by_publisher(named))  # fmt: skip


def evidence(here: Here, subject: str) -> str:
    """Everything that is stated about a subject: claims, events, and the documents."""
    own = _find("subject", here.book.data.subjects, subject)
    linked, named = entries.sources(here.book, own.sources)
    return _fill("evidence", here, claims=entries.claims(here.book, own.claims),
                 changes=entries.changes(here.book, own.changes), linked=linked, named=named,
                 rests=entries.rests_on(here.book))  # fmt: skip


def letters(here: Here, place: str) -> str:
    """Every letter of a place in every language, whole; with a script, one at a time to fill in."""
    _find("place with letters", here.book.data.letters, place)
    found = offers(here.book.data, place)
    return _fill(
        "letters",
        here,
        place=here.book.data.jurisdictions[place],
        offers=found,
        languages=here.book.data.letters[place].languages,
        blanks=blanks(found),
        lists=LISTS,
    )


def letter_places(here: Here) -> str:
    """A table of places: which letters there are, in which languages."""
    return _fill("letter-places", here)


def published(here: Here, file: str) -> str:
    """A link to a file that only the finished site has: ``data/platforms.json``."""
    return _fill("published", here, file=file)


def downloads(here: Here) -> str:
    """Where to get the guide to take along; filled in once it is known."""
    return _fill("downloads", here)


def accessibility_contact(here: Here) -> str:
    """Where to tell of a barrier; nothing where the deployer gives no such address."""
    return _fill("accessibility-contact", here, contact=here.settings.accessibility_contact)


def key_switch(here: Here) -> str:
    """A box that switches off the single keys that open search; nothing without a script."""
    return _fill("key-switch", here)


def corrections(here: Here) -> str:
    """What was wrong here and when it was mended."""
    return _fill("corrections", here, rows=queries.corrections_newest_first(here.book))


def tombstones(here: Here) -> str:
    """Addresses that no longer show what they did, and what to read instead."""
    return _fill("tombstones", here)


MACROS: dict[str, Macro] = {
    macro.__name__: macro
    for macro in (
        cite, claim, claims, also_called, part, route, form, glance, jurisdiction,
        jurisdictions, places, by_letter, countries, controller, authorities, where_object,
        who_refuses, what_when, compare, companies, question, timeline, finder, plan,
        all_routes, changes, latest_change, freshness_board, coverage, menu_labels,
        source_index, evidence, letters, letter_places, published, downloads,
        accessibility_contact, key_switch, corrections, tombstones,
    )
}  # fmt: skip
