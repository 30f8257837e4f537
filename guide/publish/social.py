"""What a messenger shows of a link: its words (Open Graph) and its picture.

Both need the site's own address; without one there are none.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from functools import cache
from html import unescape
from importlib.metadata import version
from pathlib import Path

from guide.book import Book
from guide.errors import DataError, Problem
from guide.pages import ROOT
from guide.publish import social_card
from guide.publish.print_marks import CANONICAL, confirmed
from guide.render import render
from guide.site import site_url

FOLDER = Path("assets") / "previews"
CACHE = ROOT / ".build" / "previews"
TAGLINE = "How Meta and others use your data, and how to say no"

_DESCRIPTION = re.compile(r'<meta name="?description"? content="([^"]*)">')


def prepare(book: Book) -> None:
    """Draw what was not drawn before; can be done while the engine is still at work."""
    if site_url():
        for path in book.pages:
            picture(book, path)


def apply(book: Book, site: Path) -> None:
    """Put the pictures into the site and the words into its pages."""
    for path, page in book.pages.items():
        file = site / path / "index.html"
        html = file.read_text(encoding="utf-8")
        address, description = CANONICAL.search(html), _DESCRIPTION.search(html)
        if not address or not description:
            continue
        name = FOLDER / f"{path or 'index'}.png"
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture(book, path), site / name)
        block = render(
            "social",
            page=page,
            name=social_card.NAME,
            line=_line(book, path),
            description=unescape(description[1]),
            address=address[1],
            image=f"{site_url()}{name.as_posix()}",
            size=social_card.SIZE,
        )
        file.write_text(html.replace("</head>", f"{block}</head>", 1), encoding="utf-8")


def picture(book: Book, path: str, kept: Path = CACHE) -> Path:
    """The picture of a page; drawn once for the same words and the same way of drawing."""
    page, line = book.pages[path], _line(book, path)
    if gone := social_card.missing(page.title + line):
        wrong = f"the font of the preview pictures has no `{gone}`"
        raise DataError([Problem(1, "title", wrong, "use other characters", page.name)])
    words = f"{_way_of_drawing()}\n{page.title}\n{line}"
    found = kept / f"{hashlib.sha256(words.encode()).hexdigest()}.png"
    if not found.exists():
        kept.mkdir(parents=True, exist_ok=True)
        part = found.with_suffix(f".{os.getpid()}")
        part.write_bytes(social_card.draw(page.title, line))
        part.replace(found)
    return found


def _line(book: Book, path: str) -> str:
    steps = any(placed.route.page == path for placed in book.routes.values())
    return confirmed(book, path) if steps else TAGLINE


@cache
def _way_of_drawing() -> str:
    code = hashlib.sha256(Path(social_card.__file__).read_bytes()).hexdigest()
    return " ".join([code, version("pillow"), version("fontpkg-noto-sans")])
