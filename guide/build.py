"""Build the site next to the last good one, finish it, then put it in its place."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide import engines, swap
from guide.book import Book, open_book
from guide.dates import guide_date
from guide.engines import Engine
from guide.finish import (
    archive,
    codes,
    contact,
    data,
    downloads,
    feed,
    hashed,
    headers,
    mend,
    notices,
    offline,
    onefile,
    paper,
    policy,
    previews,
    redirects,
    scripts,
    slim,
    spreadsheet,
    stylesheets,
)
from guide.pages import ROOT
from guide.scratch import scratch
from guide.search import publish as search
from guide.site import security_contact, site_url
from guide.version import named

SITE = ROOT / "site"
DIST = ROOT / "dist"
WORK = ROOT / ".build"
ZENSICAL = WORK / "zensical"


def site(out: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The published site. ``out`` stays as it was until the new one is whole."""
    swap.recover(out)
    book = open_book()
    with scratch(WORK) as folder:
        fresh = folder / "site"
        with ThreadPoolExecutor() as beside:  # the engine is a process of its own
            drawn = beside.submit(previews.prepare, book)
            coded = beside.submit(codes.prepare, book, site_url())
            engine(fresh)
            drawn.result()
            coded.result()
        finish(book, fresh)
        swap.replace(fresh, out)


def finish(book: Book, folder: Path) -> None:
    """Everything that is done to a built site, whichever engine built it."""
    mend.apply(folder)
    notices.publish(folder)
    paper.apply(book, folder)
    previews.apply(book, folder)
    redirects.apply(book, folder)
    slim.apply(folder)
    search.apply(book, folder)  # its index is read after it is slim; pages name its script
    scripts.apply(folder)
    stylesheets.apply(folder)
    hashed.apply(folder)
    policy.apply(folder)  # after everything that changes a page
    headers.publish(folder)
    codes.publish(book, folder, site_url())
    data.publish(book, folder)
    spreadsheet.publish(book, folder)
    feed.publish(book, folder, site_url())
    contact.publish(folder, security_contact(), site_url(), guide_date())


def offline_copy(dist: Path = DIST, built: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The same site to take along: a folder for ``file://``, that as a zip, and one file."""
    swap.recover(dist)
    site(built, engine)
    with scratch(WORK) as folder:
        fresh = folder / "dist"
        shutil.copytree(built, fresh / "offline")
        offline.convert(fresh / "offline", site_url())
        archive.pack(fresh / "offline", fresh / named(".zip"), named())
        onefile.write(open_book(), fresh / "offline", fresh / named(".html"), site_url())
        swap.replace(fresh, dist)


def published(out: Path = SITE, dist: Path = DIST) -> None:
    """The site with its copies on offer: what a host serves."""
    offline_copy(dist, out)
    downloads.offer(out, dist)


def with_zensical(out: Path = ZENSICAL) -> None:
    """All of it with the second engine, to see that the way out of the first stays open."""
    offline_copy(out / "dist", out / "site", engines.zensical)
