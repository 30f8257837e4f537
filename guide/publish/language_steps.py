"""For readers without scripts: a page beside each page of steps, from which a step is switched.

A link cannot carry along the step that an address names; scripts do that (language-switch.js).
Without them the list in the header also leads here, where each step has its own links.
"""

from __future__ import annotations

from guide import addresses
from guide.i18n.language import current, own_name
from guide.publish.site import Site
from guide.show.render import render

FOLDER = "languages"
"""Below the page: ``opt-out/facebook/web/languages/``."""


def pages(site: Site) -> list[str]:
    """The pages of steps."""
    return sorted({it.route.page for it in site.book.routes.values()} & site.book.pages.keys())


def write(site: Site, others: list[str]) -> None:
    """Write a page for each, with the languages ``others``."""
    for page in pages(site):
        here = f"{page}/{FOLDER}"
        folder = f"{addresses.of_language(current().code)}{here}"
        site.pages[addresses.file(here)] = render(
            "language-steps",
            language=current().code,
            title=site.book.pages[page].title,
            back=addresses.relative(here, page),
            root=addresses.relative(here, ""),
            routes=[it for it in site.book.routes.values() if it.route.page == page],
            languages=[
                (it, own_name(it), addresses.relative(folder, f"{addresses.of_language(it)}{page}"))
                for it in others
            ],
            step=addresses.step,
        )
