"""Build the site next to the last good one, finish it, then put it in its place."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide.book import Book, open_book
from guide.dates import guide_date
from guide.pages import ROOT
from guide.publish import (
    atomic,
    csp,
    engines,
    feed,
    headers,
    notices,
    open_data,
    print_marks,
    qr,
    redirects,
    security_txt,
    social,
    spreadsheet,
    theme_fixes,
)
from guide.publish.copies import downloads, offline, zip_file
from guide.publish.copies.one_file import one_file
from guide.publish.engines import Engine
from guide.publish.scratch import scratch
from guide.publish.speed import critical_css, fingerprint, minify, scripts
from guide.site import security_contact, site_url
from guide.version import named

SITE = ROOT / "site"
DIST = ROOT / "dist"
WORK = ROOT / ".build"
ZENSICAL = WORK / "zensical"


def site(out: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The published site. ``out`` stays as it was until the new one is whole."""
    atomic.recover(out)
    book = open_book()
    with scratch(WORK) as folder:
        fresh = folder / "site"
        with ThreadPoolExecutor() as beside:  # the engine is a process of its own
            drawn = beside.submit(social.prepare, book)
            coded = beside.submit(qr.prepare, book, site_url())
            engine(fresh)
            drawn.result()
            coded.result()
        finish(book, fresh)
        atomic.replace(fresh, out)


def finish(book: Book, folder: Path) -> None:
    """Everything that is done to a built site, whichever engine built it."""
    theme_fixes.apply(folder)
    notices.publish(folder)
    print_marks.apply(book, folder)
    social.apply(book, folder)
    redirects.apply(book, folder)
    minify.apply(folder)
    scripts.apply(folder)
    critical_css.apply(folder)
    fingerprint.apply(folder)
    csp.apply(folder)  # after everything that changes a page
    headers.publish(folder)
    qr.publish(book, folder, site_url())
    open_data.publish(book, folder)
    spreadsheet.publish(book, folder)
    feed.publish(book, folder, site_url())
    security_txt.publish(folder, security_contact(), site_url(), guide_date())


def offline_copy(dist: Path = DIST, built: Path = SITE, engine: Engine = engines.mkdocs) -> None:
    """The same site to take along: a folder for ``file://``, that as a zip, and one file."""
    atomic.recover(dist)
    site(built, engine)
    with scratch(WORK) as folder:
        fresh = folder / "dist"
        shutil.copytree(built, fresh / "offline")
        offline.convert(fresh / "offline", site_url())
        zip_file.pack(fresh / "offline", fresh / named(".zip"), named())
        one_file.write(open_book(), fresh / "offline", fresh / named(".html"), site_url())
        atomic.replace(fresh, dist)


def published(out: Path = SITE, dist: Path = DIST) -> None:
    """The site with its copies on offer: what a host serves."""
    offline_copy(dist, out)
    downloads.offer(out, dist)


def with_zensical(out: Path = ZENSICAL) -> None:
    """All of it with the second engine, to see that the way out of the first stays open."""
    offline_copy(out / "dist", out / "site", engines.zensical)
