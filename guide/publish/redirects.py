"""Addresses that pages once had lead on to where they stand now, to the same step.

A script carries the fragment along; without one there is a plain link. A refresh by
``<meta>`` would go on by itself, but lose the fragment, and with it the step.
"""

from __future__ import annotations

from guide import addresses
from guide.i18n.language import current
from guide.publish.site import Site
from guide.show.render import render


def apply(site: Site) -> None:
    """Write a page at every old address."""
    for moved in site.book.data.moved:
        site.pages[addresses.file(moved.old)] = render(
            "moved",
            to=addresses.relative(moved.old, moved.new),
            root=addresses.relative(moved.old, ""),
            date=moved.date,
            language=current().code,
            title=site.book.pages[moved.new].title,
            address=addresses.absolute(site.settings.site_url, moved.new),
        )
