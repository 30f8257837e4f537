"""Build the site beside the last good one, finish it, then put it in its place."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from guide import run_cache, settings
from guide.data import sources
from guide.data.book import Book
from guide.i18n import engine_settings, language, pages
from guide.i18n.check import check
from guide.paths import ROOT, WORK
from guide.publish import assemble, atomic, engines, places
from guide.publish.engines import Engine
from guide.publish.site import Copies, Site, Step, take, write
from guide.settings import Settings
from guide.show.book import open_book

SITE = ROOT / "site"
DIST = ROOT / "dist"
ZENSICAL = WORK / "zensical"


def site(out: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The published site. ``out`` stays as it was until the new one is whole."""
    _make("build", out, engine)


def offline_copy(dist: Path = DIST, out: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The same with copies to take along: a folder for ``file://``, that as a zip, and one file."""
    _make("offline", out, engine, dist)


def published(out: Path = SITE, dist: Path = DIST, engine: Engine = engines.mkdocs) -> None:
    """The site with its copies on offer: what a host serves."""
    _make("publish", out, engine, dist, offered=True)


def with_zensical(out: Path = ZENSICAL) -> None:
    """All of it with the second engine, to see that the way out of the first stays open."""
    _make("build-zensical", out / "site", engines.zensical, out / "dist")


def translate() -> None:
    """Write the pages and the settings of the engine in the language of this run, but English."""
    own = language.current()
    if not own.english:
        check(own.catalogues.values())
        pages.write(own)
        engine_settings.write(own)


def _make(
    command: str, out: Path, engine: Engine, dist: Path | None = None, *, offered: bool = False
) -> None:
    """Everything happens in a folder of this run's own; only whole folders leave it.

    ``command`` builds the other languages, each in a process of its own.
    """
    told = language.worded(settings.current())
    given = replace(told, languages=assemble.together())
    folders = assemble.folders(command, out, dist)
    places.check(folders, WORK)
    sources.check()
    for place in folders:
        atomic.recover(place)
    translate()
    with atomic.scratch(WORK) as folder, run_cache.shared(folder / "shared"):
        # The engine and each language are processes of their own. More of them than processors
        # push each other out of the caches: eight at once take a third longer than two.
        with ThreadPoolExecutor() as beside, ThreadPoolExecutor(os.cpu_count()) as one_each:
            others = assemble.Others.start(one_each, command, folder)
            prepared = beside.submit(prepare, given)
            engine(folder / "built")
            book, steps = prepared.result()
            finished = Site.read(folder / "built", book, given)
            finished.copies = Copies(offered) if dist else None
            take(finished, steps)
            write(finished.content(), folder / "site")
            if finished.copies:
                write(finished.copies.files, folder / "dist")
            others.adopt(folder / "site", folder / "dist")
        for made, place in zip(("site", "dist"), folders, strict=False):
            atomic.replace(folder / made, place)


def prepare(given: Settings) -> tuple[Book, tuple[Step, ...]]:
    """The data, and the steps, which are long to import; and what they can do without a page."""
    from guide.publish.steps import STEPS

    book = open_book()
    for step in STEPS:
        if step.ahead:
            step.ahead(book, given)
    return book, STEPS
