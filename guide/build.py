"""Build the site next to the last good one, finish it, then put it in its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from guide import swap
from guide.book import Book, open_book
from guide.dates import build_time
from guide.finish import archive, data, feed, offline, policy, spreadsheet
from guide.pages import ROOT
from guide.scratch import scratch
from guide.site import site_url
from guide.version import named

SITE = ROOT / "site"
DIST = ROOT / "dist"
WORK = ROOT / ".build"


class BuildFailedError(RuntimeError):
    """The engine stopped; its own words are above."""


def site(out: Path = SITE) -> None:
    """The published site. ``out`` stays as it was until the new one is whole."""
    swap.recover(out)
    book = open_book()
    with scratch(WORK) as folder:
        fresh = folder / "site"
        engine = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
        made = subprocess.run(engine, cwd=ROOT, env=_environment(), close_fds=False, check=False)
        if made.returncode:
            raise BuildFailedError("the site was not built; the last good one is untouched")
        finish(book, fresh)
        swap.replace(fresh, out)


def finish(book: Book, folder: Path) -> None:
    """Everything that is done to a built site, whichever engine built it."""
    policy.apply(folder)
    data.publish(book, folder)
    spreadsheet.publish(book, folder)
    feed.publish(book, folder, site_url())


def offline_copy(dist: Path = DIST, built: Path = SITE) -> None:
    """The same site to take along, for ``file://``: a folder, and the same in one zip."""
    swap.recover(dist)
    site(built)
    with scratch(WORK) as folder:
        fresh = folder / "dist"
        shutil.copytree(built, fresh / "offline")
        offline.convert(fresh / "offline", site_url())
        archive.pack(fresh / "offline", fresh / named(".zip"), named())
        swap.replace(fresh, dist)


def _environment() -> dict[str, str]:
    """Bytes depend on the commit alone: its time stands in for the clock."""
    moment = build_time()
    clock = {} if moment is None else {"SOURCE_DATE_EPOCH": str(moment)}
    return {**os.environ, **clock}
