"""Build the site beside the last good one, finish it, then put it in its place."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide import settings
from guide.data import sources
from guide.data.book import Book
from guide.paths import ROOT, WORK
from guide.publish import atomic, engines, places, qr, social
from guide.publish.engines import Engine
from guide.publish.site import Copies, Site, take, write
from guide.publish.steps import STEPS
from guide.settings import Settings
from guide.show import place_names
from guide.show.book import open_book

SITE = ROOT / "site"
DIST = ROOT / "dist"
ZENSICAL = WORK / "zensical"


def site(out: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The published site. ``out`` stays as it was until the new one is whole."""
    _make(out, engine)


def offline_copy(dist: Path = DIST, out: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The same with copies to take along: a folder for ``file://``, that as a zip, and one file."""
    _make(out, engine, dist)


def published(out: Path = SITE, dist: Path = DIST, engine: Engine = engines.mkdocs) -> None:
    """The site with its copies on offer: what a host serves."""
    _make(out, engine, dist, offered=True)


def with_zensical(out: Path = ZENSICAL) -> None:
    """All of it with the second engine, to see that the way out of the first stays open."""
    offline_copy(out / "dist", out / "site", engines.zensical)


def _make(out: Path, engine: Engine, dist: Path | None = None, *, offered: bool = False) -> None:
    """Everything happens in a folder of this run's own; only whole folders leave it."""
    given = settings.current()
    folders = [out, *([dist] if dist else [])]
    places.check(folders, WORK)
    sources.check()
    for place in folders:
        atomic.recover(place)
    with atomic.scratch(WORK) as folder:
        with ThreadPoolExecutor() as beside:  # the engine is a process of its own
            prepared = beside.submit(prepare, given)
            engine(folder / "built")
            book = prepared.result()
        finished = Site.read(folder / "built", book, given)
        finished.copies = Copies(offered) if dist else None
        take(finished, STEPS)
        write(finished.content(), folder / "site")
        if dist and finished.copies:
            write(finished.copies.files, folder / "dist")
            atomic.replace(folder / "dist", dist)
        atomic.replace(folder / "site", out)


def prepare(given: Settings) -> Book:
    """What is done while the engine builds: cards, codes and names of places need no page."""
    book = open_book()
    social.prepare(book, given)
    qr.prepare(book, given.site_url)
    place_names.territories()
    return book
