"""The QR code of each route: a picture beside its page, which loads when somebody looks."""

from __future__ import annotations

from pathlib import Path

from guide import qr
from guide.book import Book
from guide.render import render


def publish(book: Book, site: Path, root: str) -> None:
    """Write the codes; without an address for the site there is nowhere to lead."""
    for name, placed in book.routes.items() if root else ():
        page = placed.route.page
        picture = render("qr-file", code=qr.code(f"{root}{page}/#{name}"))
        (site / page / f"{name}.qr.svg").write_text(f"{picture}\n", encoding="utf-8")
