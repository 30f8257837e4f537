"""What search reads: the engine's index without markup, with what each page is about.

The theme hands the index on as it is, so its shape (``docs``, an entry for each section) stays
the engine's. A page's own entry says more: its other names (``also``), how much it weighs among
others (``weight``), words that together ask for it (``wants``), whether it shows steps, whether it
is evidence (``late``), whether it is in no menu (``apart``), and which page is for what the guide
does not have (``unknowns``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, TypeAlias

from guide import addresses
from guide.data import nav
from guide.data.book import Book
from guide.i18n.foreign import bare
from guide.i18n.words import _

Entry: TypeAlias = dict[str, Any]

NOT_HERE = "opt-out/not-here"
"""The page for services that have none."""

LATE = (
    "about/changes", "about/corrections", "about/data", "about/freshness", "about/macros",
    "about/sources",
)  # fmt: skip
"""Evidence, changes, and what is for writers: never shown before a page of steps."""

LIGHT = ("about", "compare", "letters", "plan")
"""Pages that hold words of nearly all others, or are the second thing to look at."""

APART = 0.75
"""How much a page in no menu weighs: the page above it, which leads there, comes first."""

LISTS = ("about/changes", "about/freshness", "plan")
"""Pages that list what stands elsewhere: of each section only the beginning is searched."""

BEGINNING = 300
BOOST = 20
"""How much less a page's own ``search: {boost: …}`` counts than in the theme's search."""

_TAG = re.compile(r"<[^>]*>")


def made(engines: str, book: Book) -> str:
    """The index, from the text of the engine's own."""
    index = json.loads(engines)
    docs = [_plain(entry) for entry in index["docs"]]
    pages: dict[str, list[Entry]] = {}
    for entry in docs:
        pages.setdefault(_page(entry), []).append(entry)
    apart = set(nav.unlisted(book.pages))
    for path, entries in pages.items():
        about = _about(path, entries, book)
        if path in apart:
            about |= {"apart": 1, "weight": round(about.get("weight", 1) * APART, 2)}
        entries[0].update(about)
    for entry in docs:
        entry.pop("said", None)
        entry.pop("boost", None)
    return json.dumps({"config": {}, "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def _page(entry: Entry) -> str:
    return str(entry["location"]).split("#")[0].strip("/")


def _plain(entry: Entry) -> Entry:
    """An entry in words alone; what its page is also called stands by itself."""
    text, also = entry["text"], _also()
    length = BEGINNING if _page(entry).startswith(LISTS) else None
    said = [unescape(found) for found in also.findall(text)]
    return {
        **entry,
        "title": unescape(_TAG.sub("", entry["title"])),
        "text": " ".join(unescape(_TAG.sub(" ", also.sub("", text))).split())[:length],
        "said": said,
    }


def _also() -> re.Pattern[str]:
    """The line that also-called.html writes."""
    words = re.escape(bare(_("Also called:")))
    return re.compile(rf"\s*<p>(?:<[^>]*>)?{words}(?:<[^>]*>)? (.*?)\.?</p>", re.DOTALL)


def _about(path: str, entries: list[Entry], book: Book) -> Entry:
    page = book.pages.get(path)
    also = [name for entry in entries for name in entry["said"]]
    names = list(page.words if path == NOT_HERE else _names(path, book)) if page else []
    if page:
        also += [*page.words, *_parts(path, book)]
    found: Entry = {"name": ", ".join(dict.fromkeys(names)), "also": ", ".join(dict.fromkeys(also))}
    boost = float(entries[0].get("boost", 1))
    weight = (1 + (boost - 1) / BOOST) * (0.8 if path.split("/")[0] in LIGHT else 1)
    if weight != 1:
        found["weight"] = round(weight, 2)
    if path == addresses.LETTERS:
        found["wants"] = list(_letters_to(book))
    if page and page.routes:
        found["steps"] = 1
    if path.startswith(LATE):
        found["late"] = 1
    if path == NOT_HERE:
        found["unknowns"] = 1
    return found


def _names(path: str, book: Book) -> Iterator[str]:
    """The page's product or place, by each of its names."""
    page = book.pages[path]
    for company in book.data.companies.values():
        for key, product in company.products.items():
            if key == page.product:
                yield from (product.name, *product.also_called)
    place = book.data.jurisdictions.get(page.place or "")
    if place and path == place.page:
        yield from (place.name, *place.also_called)


def _letters_to(book: Book) -> Iterator[str]:
    """“Letters to LinkedIn”: a company's or product's name alone asks for its own page."""
    for company in book.data.companies.values():
        names = [company.name, *(it.name for it in company.products.values())]
        each = dict.fromkeys(one for it in names for one in it.split(" and "))  # X and Grok
        yield from (bare(_("Letters to %(company)s")) % {"company": name} for name in each)


def _parts(path: str, book: Book) -> Iterator[str]:
    """What belongs to it: the product's company, the place's countries or states."""
    page = book.pages[path]
    for company in book.data.companies.values():
        if page.product in company.products:
            yield company.name
    place = book.data.jurisdictions.get(page.place or "")
    if place and path == place.page:
        yield from (member.name for member in place.members)
