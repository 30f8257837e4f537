"""What a page says of itself in the margins of paper: address, QR code, last confirmed.

Style sheets can read text from the page's root (``attr``), but no address to load: the
code is therefore a file of the same name beside every page, named in one short style of
the same words on every page, so that the policy needs a single hash for it. Neither costs
a request on the screen: the browser loads the code (a lazy image) when it prints.

A page of a letter has no code: what is printed there is the reader's own.
"""

from __future__ import annotations

from html import escape

from guide import addresses
from guide.data.book import Book
from guide.data.checks import letter_pages
from guide.data.types import earliest
from guide.i18n import foreign
from guide.i18n.words import _
from guide.publish import qr
from guide.publish.site import Site
from guide.show.dates import in_words
from guide.show.render import render

CODE = "qr.svg"
STYLE = f'<style media="print">@page{{@bottom-right{{content:url({CODE})}}}}</style>'


def apply(site: Site) -> None:
    """Give every page of the book its margins; without an address for the site, no code."""
    letters = letter_pages.wanted(site.book.data)
    for path in site.book.pages:
        page = addresses.file(path)
        address = addresses.absolute(site.settings.site_url, path)
        marks = {"confirmed": confirmed(site.book, path)}
        if address:
            marks["address"] = address
        if address and path not in letters:
            site.replace_once(page, "</head>", f"{site.own(STYLE)}</head>")
            block = render("print-marks", code=CODE, **marks)
            site.replace_once(page, "<article", f"{block}<article")
            site.files[f"{addresses.inside(path)}{CODE}"] = qr.drawn(address)
        given = "".join(f' data-{name}="{escape(value)}"' for name, value in marks.items())
        site.replace_once(page, "<html ", f"<html{given} ")


def confirmed(book: Book, path: str) -> str:
    """When the steps of a page were last confirmed; of a page without, when the research closed."""
    routes = [placed.route for placed in book.routes.values() if placed.route.page == path]
    if not routes:
        return foreign.bare(_("Research closed: %(day)s") % {"day": in_words(book.data.compiled)})
    days = sorted({str(r.confirmed.date) for r in routes if r.confirmed.date}, key=earliest)
    match [in_words(day) for day in days]:
        case []:
            words = _("no date given")
        case [only]:
            words = only
        case [oldest, *_, newest]:
            days_told = {"oldest": oldest, "newest": newest}
            words = _("oldest %(oldest)s, newest %(newest)s") % days_told
    some = _(", some without a date") if days and not all(r.confirmed.date for r in routes) else ""
    return foreign.bare(_("Last confirmed: %(days)s") % {"days": f"{words}{some}"})
