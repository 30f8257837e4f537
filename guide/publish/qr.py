"""Addresses as QR codes, for paper and for another person's camera."""

from __future__ import annotations

import io
from functools import cache

import segno

from guide import addresses
from guide.data.book import Book
from guide.publish.site import Site
from guide.settings import Settings

WIDTH = 17
"""In millimetres, with the blank edge that must stand around a code."""
_EDGE = 4
_MASK = 6
"""Which of eight patterns spreads dark and light; cameras undo any. To try all and keep the best
takes seven times as long as the rest; this one is on average 5 % from the best, and at most 22 %.
"""


@cache
def drawn(address: str) -> bytes:
    """The SVG of an address's code; it survives the loss of about an eighth (level M)."""
    code = segno.make(address, error="m", micro=False, boost_error=False, mask=_MASK)
    side, _ = code.symbol_size(border=_EDGE)
    out = io.BytesIO()
    code.save(out, kind="svg", border=_EDGE, scale=WIDTH / side, unit="mm",
              xmldecl=False, svgclass=None, lineclass=None)  # fmt: skip
    return out.getvalue()


def of_routes(book: Book, site_url: str) -> dict[str, str]:
    """Route → its address; none where the site's own is not known."""
    routes = book.routes.items() if site_url else ()
    return {name: addresses.absolute(site_url, it.route.page, name) for name, it in routes}


def ahead(book: Book, settings: Settings) -> None:
    """Draw every code the site will hold, while the engine is at work."""
    site_url = settings.site_url
    pages = [addresses.absolute(site_url, page) for page in book.pages if site_url]
    for address in [*pages, *of_routes(book, site_url).values()]:
        drawn(address)


def apply(site: Site) -> None:
    """Write the code of every route beside its page, as a picture that loads when it is shown."""
    for name, address in of_routes(site.book, site.settings.site_url).items():
        page = site.book.routes[name].route.page
        site.files[f"{addresses.inside(page)}{name}.qr.svg"] = drawn(address)
