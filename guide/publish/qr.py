"""The QR code of each route: a picture beside its page, which loads when somebody looks."""

from __future__ import annotations

from pathlib import Path

from guide import qr
from guide.book import Book
from guide.render import render


def prepare(book: Book, root: str) -> None:
    """Work out every code the site will hold, while the engine is at work."""
    for page in book.pages if root else ():
        qr.code(f"{root}{page}/" if page else root)
    for address in addresses(book, root).values():
        qr.code(address)


def addresses(book: Book, root: str) -> dict[str, str]:
    """Route → its address; none where the site's own is not known."""
    routes = book.routes.items() if root else ()
    return {name: f"{root}{placed.route.page}/#{name}" for name, placed in routes}


def publish(book: Book, site: Path, root: str) -> None:
    """Write the codes of the routes."""
    for name, address in addresses(book, root).items():
        picture = render("qr-file", code=qr.code(address))
        file = site / book.routes[name].route.page / f"{name}.qr.svg"
        file.write_text(f"{picture}\n", encoding="utf-8")
