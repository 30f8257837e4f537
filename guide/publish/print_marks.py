"""What a page says of itself in the margins of paper: address, QR code, last confirmed.

Style sheets can read text from the page's root (``attr``), but no address to load: the
code is therefore a file of the same name beside every page, named in one short style of
the same words on every page, so that the policy needs a single hash for it. Neither costs
a request on the screen: the browser loads the code (a lazy image) when it prints.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from guide import qr
from guide.book import Book
from guide.dates import in_words
from guide.fields import earliest
from guide.render import render

CODE = "qr.svg"
STYLE = f'<style media="print">@page{{@bottom-right{{content:url({CODE})}}}}</style>'

CANONICAL = re.compile(r'<link rel="?canonical"? href="([^"]+)">')


def apply(book: Book, site: Path) -> None:
    """Give every page of the book its margins; without an address for the site, no code."""
    for path in book.pages:
        page = site / path / "index.html"
        html = page.read_text(encoding="utf-8")
        found = CANONICAL.search(html)
        address = found[1] if found else ""
        said = {"confirmed": confirmed(book, path)} | ({"address": address} if address else {})
        given = "".join(f' data-{name}="{escape(value)}"' for name, value in said.items())
        html = html.replace("<html ", f"<html{given} ", 1)
        if address:
            html = html.replace("</head>", f"{STYLE}</head>", 1)
            block = render("print-marks", code=CODE, **said)
            html = html.replace("<article", f"{block}<article", 1)
            page.with_name(CODE).write_text(render("qr-file", code=qr.code(address)), "utf-8")
        page.write_text(html, encoding="utf-8")


def confirmed(book: Book, path: str) -> str:
    """When the steps of a page were last confirmed; of a page without, when the research closed."""
    routes = [placed.route for placed in book.routes.values() if placed.route.page == path]
    if not routes:
        return f"Research closed: {in_words(book.data.compiled)}"
    days = sorted({str(r.confirmed.date) for r in routes if r.confirmed.date}, key=earliest)
    match [in_words(day) for day in days]:
        case []:
            words = "no date given"
        case [only]:
            words = only
        case [oldest, *_, newest]:
            words = f"oldest {oldest}, newest {newest}"
    some = ", some without a date" if days and not all(r.confirmed.date for r in routes) else ""
    return f"Last confirmed: {words}{some}"
