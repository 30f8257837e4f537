"""What pages can call. Each decides what to show; a partial decides how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import getdoc, signature
from typing import Any, Concatenate, ParamSpec, TypeAlias

from guide import addresses
from guide.addresses import ENGLISH
from guide.data import older_copies, reach
from guide.data.book import PlacedRoute
from guide.data.labels import written
from guide.data.macro_calls import COUNTED, KINDS, Declared
from guide.show import comparison, deadlines, overview, queries, routes, screens, wording
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


P = ParamSpec("P")
MACROS: dict[str, Macro] = {}
"""What pages can call, by name."""
DECLARED: dict[str, Declared] = {}
"""What each declares: the ids it takes, which are checked before a build and in it."""


def macro(
    ids: str = "", scripts: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[Here, P], str]], Macro]:
    """Declare a macro: the kind of ``ids`` its first parameter takes, the ``scripts`` it needs."""

    def declare(function: Callable[Concatenate[Here, P], str]) -> Macro:
        own = signature(function)
        # Around a block, Jinja itself hands the block over as `caller`; a page never names it.
        _, *parameters = (it for it in own.parameters.values() if it.name != "caller")
        own = own.replace(parameters=parameters)
        declared = Declared(function.__name__, own, getdoc(function) or "", ids, scripts)

        @wraps(function)
        def call(here: Here, *args: P.args, **options: P.kwargs) -> str:
            known = KINDS[ids](here.book.data) if ids else ()
            given = {name: value for name, value in options.items() if name != "caller"}
            for name in declared.ids(args, given):
                if name not in known:
                    raise UnknownIdError(f"there is no {ids} `{name}` in platforms.yml")
            return function(here, *args, **options)

        DECLARED[declared.name] = declared
        MACROS[declared.name] = call
        return call

    return declare


def _cited(here: Here, ids: Iterable[str]) -> list[tuple[str, Any]]:
    return [(name, here.book.data.claims[name]) for name in ids]


def _fill(partial: str, here: Here, **values: Any) -> str:
    return render(partial, here=here, book=here.book, data=here.book.data, words=wording,
                  addresses=addresses, select=queries, reach=reach, outdated=older_copies,
                  **values)  # fmt: skip


@macro("claim")
def cite(here: Here, *ids: str, where_said: bool = False) -> str:
    """Small links to claims, after a sentence, each with its doubt in words.

    ``where_said=True``: the sentence itself says where it holds, so the links do not.
    """
    about = [] if where_said else here.about
    return _fill("cite", here, claims=_cited(here, ids), about=about)


@macro("claim")
def claim(here: Here, name: str) -> str:
    """A claim’s own sentence with its link, inside a paragraph."""
    return _fill("claim", here, claims=_cited(here, [name]), about=here.about)


@macro("claim")
def claims(here: Here, *ids: str) -> str:
    """A list of claims, each with where it holds, what disagrees, and its link."""
    return _fill("claims", here, claims=_cited(here, ids))


@macro()
def also_called(here: Here, *names: str) -> str:
    """Other words for the page’s subject, visible, so that search finds the page."""
    return _fill("also-called", here, names=names)


@macro("route", scripts=("checklist", "fresh", "pass", "deadline", "open-part"))
def route(here: Here, name: str, level: int = 2, *, folded: bool = False) -> str:
    """A whole route, with its picture and, where the site’s address is known, its QR code.

    ``level=1``: the page is about it. ``level=2``, ``3``: it stands under a heading of its own.
    ``folded=True``: only the heading and who it is for are in sight, the rest is a closed part.
    """
    return _fill("route", here, level=level, folded=folded, **_of_route(here, name))


@macro("route", scripts=("pass", "open-part"))
def route_sources(here: Here, name: str) -> str:
    """The last parts of a page about one route: a link to pass on, and its sources."""
    return _fill("route-sources", here, **_of_route(here, name))


@macro("route")
def route_moved(here: Here, name: str) -> str:
    """A line for a route that stands on another page now, with each address it had on this one."""
    return _fill("route-moved", here, **_of_route(here, name))


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
        "main_steps": [step.id for step in placed_main.steps] if placed_main else [],
        "shared": shared,
        "more": routes.more(it, shared, drawn, replies),
        "form": own_form,
        "frames": drawn,
        "address": here.absolute(it.page, it.id),
        "other_form": forms[it.other_form] if it.other_form else None,
        "fresh": freshness(it.confirmed, it.review_after_days, here.today),
        "replies": replies,
    }


@macro(scripts=("open-part",))
def part(here: Here, says: str, caller: Callable[[], str] = str) -> str:
    """A closed part around what stands from a call block’s first line to its ``endcall``.

    Its heading, with at most one line of text, stands before it. ``says``: what it holds;
    ``{fact}`` there becomes “6 facts”, by the routes in it, else by the items of its lists.
    """
    body = caller()
    return _fill("part", here, says=wording.counted(says, body), body=body.strip())


@macro("form")
def form(here: Here, name: str) -> str:
    """A form’s button with the host it leads to, what it asks, and its status."""
    return _fill("form", here, form=here.book.data.forms[name])


@macro("product")
def glance(here: Here, *products: str) -> str:
    """A table of the routes of products; without a name, of all."""
    shown = products or [placed.product_id for placed in here.book.routes.values()]
    return _fill("glance", here, groups=queries.routes_by_product(here.book, shown))


@macro("jurisdiction")
def jurisdiction(here: Here, name: str) -> str:
    """A place at a glance: law, form, reply time, cost, controller, authorities."""
    found = here.book.data.jurisdictions[name]
    return _fill("jurisdiction", here, it=found, place=name, wait=deadlines.of_place(found),
                 way=queries.way(here.book, name))  # fmt: skip


@macro()
def jurisdictions(here: Here) -> str:
    """Every place in one table: may I refuse, and where is that explained."""
    known = here.book.data.jurisdictions.items()
    rows = [(k, it, deadlines.of_place(it), queries.way(here.book, k)) for k, it in known]
    return _fill("jurisdictions", here, rows=rows)


@macro("answer")
def places(
    here: Here, *answers: str, linked: bool = True, start: bool = False, members: bool = False
) -> str:
    """The names of the places with these answers to “is there a form to object?”, in a sentence.

    ``start=True``: it begins the sentence. ``members=True``: with the countries in each.
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


@macro()
def by_letter(here: Here) -> str:
    """What the law lets people do by letter where there is no form, and where: two sentences."""
    deeds, plain = queries.by_letter(here.book)
    return _fill("by-letter", here, deeds=deeds, claims=_cited(here, plain), about=[])


@macro()
def countries(here: Here) -> str:
    """A list of all places without a sure form, but the page’s own: what a letter can do there."""
    rows = [row for row in queries.ways(here.book) if row[1].page != here.page.path]
    return _fill("countries", here, rows=sorted(rows, key=lambda row: row[1].name))


@macro("controller")
def controller(here: Here, name: str) -> str:
    """A company that answers for data, with its address and its page for requests."""
    return _fill("controller", here, it=here.book.data.controllers[name])


@macro("jurisdiction")
def authorities(here: Here, name: str, level: int = 3) -> str:
    """Whom to complain to in a place, by country or state.

    Each is a heading, so that it has an address and search finds it. ``level``: of the headings.
    """
    found = here.book.data.jurisdictions[name]
    rows = queries.authorities(here.book, found)
    by = "country" if any("-" not in it.code for it in found.members) else "state"
    return _fill("authorities", here, rows=rows, level=level, by=by)


@macro()
def where_object(here: Here) -> str:
    """A picture: every place as a tile, with a sign for whether people there may object."""
    return _fill("where-object", here, regions=overview.where_object(here.book))


@macro()
def who_refuses(here: Here) -> str:
    """A picture: every company and every question, a sign for each answer."""
    return _fill("who-refuses", here, groups=overview.who_refuses(here.book), compared=comparison)


@macro("company")
def what_when(here: Here, company: str) -> str:
    """A picture: every company's dated events on a strip of months.

    ``company``: the one whose events the page tells; the others lead to theirs.
    """
    years, rows = overview.what_when(here.book)
    return _fill("what-when", here, years=years, rows=rows, month=overview.MONTH, company=company)


@macro(scripts=("compare",))
def compare(here: Here) -> str:
    """Three companies side by side, others by choice; each question leads to its own page."""
    return _fill("compare", here, compared=comparison)


@macro(scripts=("open-part",))
def companies(here: Here) -> str:
    """Every company that is not in the table of ``compare``, each in a closed part."""
    return _fill("companies", here, compared=comparison)


@macro("question")
def question(here: Here, name: str) -> str:
    """A question of the comparison: every company’s answer with its claims."""
    known = {it.id: it for it in here.book.data.comparison.criteria}
    return _fill("question", here, criterion=known[name], compared=comparison)


@macro("company")
def timeline(here: Here, company: str) -> str:
    """A company’s dated events, newest first, under a heading for each year."""
    return _fill("timeline", here, years=queries.changes_by_year(here.book, company))


@macro()
def changes(here: Here) -> str:
    """Every company’s dated events, newest first, then company by company."""
    companies = {
        key: queries.changes_newest_first(here.book, key) for key in here.book.data.companies
    }
    return _fill("changes", here, years=queries.changes_by_year(here.book), companies=companies)


@macro("company")
def latest_change(here: Here, company: str | None = None) -> str:
    """The newest dated event about the page’s own product or place, or a company’s.

    At the end of each page about a product or a place.
    """
    change = queries.latest_change(here.book, here.page, company)
    return _fill("latest-change", here, change=change)


@macro(scripts=("fresh",))
def freshness_board(here: Here) -> str:
    """Every route with its last confirmation, the longest overdue first."""
    return _fill("freshness-board", here, rows=queries.routes_by_due(here.book, here.today))


@macro()
def coverage(here: Here) -> str:
    """How much of each company is here: routes, steps, claims, newest confirmation."""
    return _fill("coverage", here, rows=queries.coverage(here.book))


@macro(scripts=("where", "plan"))
def finder(here: Here) -> str:
    """The choice of a place and of what one uses: the way to a plan of one’s own."""
    return _form("finder", here)


@macro(scripts=("pass", "where", "plan"))
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


@macro(scripts=("open-part",))
def all_routes(here: Here) -> str:
    """Every company's routes, each company in a closed part."""
    return _fill("all-routes", here, companies=queries.routes_by_company(here.book))


@macro()
def menu_labels(here: Here) -> str:
    """What menu labels are called in other languages."""
    named = [label for _, label in written(here.book.data.companies) if label.names]
    return _fill("menu-labels", here, named=named)


@macro(scripts=("entry",))
def source_index(here: Here) -> str:
    """A line for each claim, event and document. Used once, on the sources page."""
    linked, named = entries.sources(here.book, here.book.data.sources)
    return _fill("source-index", here, evidence=entries, subjects=entries.shown(here.book),
                 changes=entries.changes(here.book), linked=entries.by_publisher(linked),
                 named=entries.by_publisher(named))  # fmt: skip


@macro("subject")
def evidence(here: Here, subject: str) -> str:
    """All evidence on a company, a place or another subject. Used once, on its own page."""
    own = here.book.data.subjects[subject]
    linked, named = entries.sources(here.book, own.sources)
    return _fill("evidence", here, claims=entries.claims(here.book, own.claims),
                 changes=entries.changes(here.book, own.changes), linked=linked, named=named,
                 rests=entries.rests_on(here.book))  # fmt: skip


@macro("place with letters", scripts=("lead-on",))
def letters(here: Here, place: str) -> str:
    """A place’s letters, each with its page in each language. Old addresses lead on from here."""
    return _fill("letters", here, key=place, offers=offers(here.book.data, place))


@macro("place with letters", scripts=("deadline", "letters"))
def letter(here: Here, place: str, kind: str = "object", language: str = ENGLISH) -> str:
    """One letter of a place in one language, whole; with a script, to fill in."""
    found = [it for it in offers(here.book.data, place) if it.letter.kind == kind]
    texts = [(it, text) for it in found for text in it.written if text.language == language]
    if not texts:
        raise UnknownIdError(f"there is no letter `{kind}` for `{place}` in `{language}`")
    ((offer, written),) = texts
    return _fill(
        "letter",
        here,
        key=place,
        place=here.book.data.jurisdictions[place],
        offer=offer,
        written=written,
        blanks=blanks([offer]),
        lists=LISTS,
    )


@macro()
def letter_places(here: Here) -> str:
    """Which place has which letters, in which languages."""
    return _fill("letter-places", here)


@macro()
def published(here: Here, file: str) -> str:
    """A link to a file that only the finished site has, such as ``data/platforms.json``."""
    return _fill("published", here, file=file)


@macro()
def downloads(here: Here) -> str:
    """Copies of the guide to take along, or where to find them."""
    return _fill("downloads", here)


@macro()
def accessibility_contact(here: Here) -> str:
    """Where to tell of a barrier. Nothing, if whoever publishes the site gives no address."""
    return _fill("accessibility-contact", here, contact=here.settings.accessibility_contact)


@macro(scripts=("keys",))
def key_switch(here: Here) -> str:
    """A box to switch off the single keys that open search. Nothing without a script."""
    return _fill("key-switch", here)


@macro()
def corrections(here: Here) -> str:
    """What was wrong here and when it was mended."""
    return _fill("corrections", here, rows=queries.corrections_newest_first(here.book))


@macro()
def tombstones(here: Here) -> str:
    """Addresses that no longer show what they did, and what to read instead."""
    return _fill("tombstones", here)


@macro("thing to count")
def count(here: Here, things: str, but: int = 0) -> str:
    """How many of these the data holds, in running text. ``but=3``: without three named before."""
    return wording.number(len(COUNTED[things](here.book.data)) - but)


@macro("place with letters")
def letter_count(here: Here, place: str) -> str:
    """How many letters a place has, to begin a sentence: “Seven letters”."""
    found = len(here.book.data.letters[place].letters)
    return f"{wording.number(found).capitalize()} letter{'s' if found != 1 else ''}"


@macro("place with letters")
def letter_languages(here: Here, place: str) -> str:
    """The languages a place’s letters are in, in running text."""
    *names, last = [wording.LANGUAGE[it] for it in here.book.data.letters[place].languages]
    return f"{', '.join(names)} and {last}" if names else last


@macro()
def macro_list(here: Here) -> str:
    """Every macro with what it shows and the scripts that the page’s head must then name."""
    return _fill("macro-list", here, declared=DECLARED.values())
