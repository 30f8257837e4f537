"""Build the site next to the last good one, finish it, then put it in its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.book import Book, open_book
from guide.dates import commit_time
from guide.finish import data, feed, offline, policy, spreadsheet
from guide.pages import ROOT
from guide.site import site_url

SITE = ROOT / "site"
OFFLINE = ROOT / "dist" / "offline"
WORK = ROOT / ".build"


class BuildFailedError(RuntimeError):
    """The engine stopped; its own words are above."""


def site(out: Path = SITE) -> None:
    """The published site. ``out`` stays as it was until the new one is whole."""
    book = open_book()
    with _folder() as folder:
        fresh = folder / "site"
        engine = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
        made = subprocess.run(engine, cwd=ROOT, env=_environment(), check=False)
        if made.returncode:
            raise BuildFailedError("the site was not built; the last good one is untouched")
        finish(book, fresh)
        _replace(fresh, out)


def finish(book: Book, folder: Path) -> None:
    """Everything that is done to a built site, whichever engine built it."""
    policy.apply(folder)
    data.publish(book, folder)
    spreadsheet.publish(book, folder)
    feed.publish(book, folder, site_url())


def offline_copy(out: Path = OFFLINE, built: Path = SITE) -> None:
    """The same site for ``file://``: every link names a file, search needs no server."""
    site(built)
    with _folder() as folder:
        fresh = folder / "offline"
        shutil.copytree(built, fresh)
        offline.convert(fresh)
        _replace(fresh, out)


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder of this build's own: builds side by side do not meet."""
    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK) as name:
        yield Path(name)


def _environment() -> dict[str, str]:
    """Bytes depend on the commit alone: its time stands in for the clock."""
    moment = commit_time()
    return {"SOURCE_DATE_EPOCH": str(moment), **os.environ} if moment else dict(os.environ)


def _replace(fresh: Path, out: Path) -> None:
    """Put the new folder in place of the old; a kill leaves one of the two whole."""
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.exists():
        shutil.move(out, fresh.parent / "old")
    shutil.move(fresh, out)
