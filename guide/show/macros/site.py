"""The guide itself: its files, its contacts, what it counts, what pages can call."""

from __future__ import annotations

from guide.data.macro_calls import COUNTED
from guide.show import wording
from guide.show.context import Here
from guide.show.hosts import hosts as hosts_of
from guide.show.macros.declare import DECLARED, fill, macro


@macro()
def published(here: Here, file: str) -> str:
    """A link to a file that only the finished site has, such as ``data/platforms.json``."""
    return fill("published", here, file=file)


@macro()
def company_files(here: Here) -> str:
    """A list: each company’s part of the open data, and a feed of its changes."""
    return fill("company-files", here)


@macro()
def downloads(here: Here) -> str:
    """Copies of the guide to take along, or where to find them."""
    return fill("downloads", here)


@macro()
def accessibility_contact(here: Here) -> str:
    """Where to tell of a barrier. Nothing, if whoever publishes the site gives no address."""
    return fill("accessibility-contact", here, contact=here.settings.accessibility_contact)


@macro()
def report_contact(here: Here) -> str:
    """Where to report by mail. Nothing, if whoever publishes the site gives no address."""
    return fill("report-contact", here, contact=here.settings.report_contact)


@macro(scripts=("for",))
def hosts(here: Here) -> str:
    """Every website that this guide knows, with the page about it."""
    return fill("hosts", here, hosts=hosts_of(here.book))


@macro()
def bookmarklet(here: Here) -> str:
    """How to make a bookmark that leads from a website to the page about it."""
    return fill("bookmarklet", here, address=here.absolute("for"))


@macro()
def embed_line(here: Here) -> str:
    """What to paste to show a company’s answer on another site. Nothing without an address."""
    return fill("embed-line", here, company=next(iter(here.book.data.companies)))


@macro(scripts=("keys",))
def key_switch(here: Here) -> str:
    """A box to switch off the single keys that open search. Nothing without a script."""
    return fill("key-switch", here)


@macro("thing to count")
def count(here: Here, things: str, but: int = 0) -> str:
    """How many of these the data holds, in running text. ``but=3``: without three named before."""
    return wording.number(len(COUNTED[things](here.book.data)) - but)


@macro()
def macro_list(here: Here) -> str:
    """Every macro with what it shows and the scripts that the page’s head must then name."""
    return fill("macro-list", here, declared=DECLARED.values())
