"""What a messenger shows of a link: its words (Open Graph) and its social card, a picture.

Both need the site's own address; without one there are none.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from functools import cache
from html import unescape
from importlib.metadata import version
from pathlib import Path

from guide import addresses
from guide.data.book import Book
from guide.errors import DataError, Problem
from guide.i18n.language import current
from guide.paths import WORK
from guide.publish import social_card
from guide.publish.print_marks import confirmed
from guide.publish.site import Site
from guide.settings import Settings
from guide.show.render import render

FOLDER = "assets/previews"
CACHE = WORK / "previews"
KEPT = 30 * 24 * 60 * 60
"""Seconds for which a card that no page shows any more is kept."""

_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')


def ahead(book: Book, settings: Settings, kept: Path = CACHE) -> None:
    """Draw the cards missing from the cache; runs while the engine is still at work."""
    if settings.site_url:
        for path in book.pages:
            card(book, path, settings, kept)
        _forget_old(kept)


def apply(site: Site, kept: Path = CACHE) -> None:
    """Put the cards into the site and the words into its pages."""
    settings = site.settings
    for path, page in site.book.pages.items() if settings.site_url else ():
        file = addresses.file(path)
        description = site.find(file, _DESCRIPTION, "description in its head")[1]
        name = f"{FOLDER}/{path or 'index'}.png"
        site.files[name] = card(site.book, path, settings, kept).read_bytes()
        block = render(
            "social",
            page=page,
            name=settings.name,
            line=_line(site.book, path, settings),
            description=unescape(description),
            address=addresses.absolute(settings.site_url, path),
            image=f"{settings.site_url}{name}",
            size=social_card.SIZE,
            locale=current().locale,
        )
        site.replace_once(file, "</head>", f"{block}</head>")


def check(book: Book) -> None:
    """``DataError`` if a card could not be drawn; any copy of the guide may be given an address."""
    for path in book.pages:
        _drawable(book, path, confirmed(book, path))


def card(book: Book, path: str, settings: Settings, kept: Path = CACHE) -> Path:
    """The card of a page; drawn once for the same words and the same way of drawing."""
    page, line = book.pages[path], _line(book, path, settings)
    _drawable(book, path, line)
    words = f"{_way_of_drawing()}\n{settings.name}\n{page.title}\n{line}"
    found = kept / f"{hashlib.sha256(words.encode()).hexdigest()}.png"
    if found.exists():
        os.utime(found)
    else:
        kept.mkdir(parents=True, exist_ok=True)
        part = found.with_suffix(f".{os.getpid()}")
        part.write_bytes(social_card.draw(settings.name, page.title, line))
        part.replace(found)
    return found


def _drawable(book: Book, path: str, line: str) -> None:
    page = book.pages[path]
    if gone := social_card.missing(page.title + line):
        wrong = f"the font of the social cards has no `{gone}`"
        raise DataError([Problem(1, "title", wrong, "use other characters", page.name)])


def _forget_old(kept: Path) -> None:
    """Remove cards that no build used for a while: builds of other branches share the folder."""
    for file in kept.iterdir():
        if file.is_file() and file.stat().st_mtime < time.time() - KEPT:
            file.unlink(missing_ok=True)


def _line(book: Book, path: str, settings: Settings) -> str:
    steps = any(placed.route.page == path for placed in book.routes.values())
    return confirmed(book, path) if steps else settings.tagline


@cache
def _way_of_drawing() -> str:
    code = hashlib.sha256(Path(social_card.__file__).read_bytes()).hexdigest()
    return " ".join([code, version("pillow"), version("fontpkg-noto-sans")])
