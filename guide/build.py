"""Build the site next to the last good one, finish it, then put it in its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from guide.book import open_book
from guide.dates import commit_time
from guide.finish import data, offline
from guide.pages import ROOT

SITE = ROOT / "site"
OFFLINE = ROOT / "dist" / "offline"
WORK = ROOT / ".build"


class BuildFailedError(RuntimeError):
    """The engine stopped; its own words are above."""


def site(out: Path = SITE) -> None:
    """The published site. ``out`` stays as it was until the new one is whole."""
    book = open_book()
    fresh = WORK / "site"
    engine = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
    made = subprocess.run(engine, cwd=ROOT, env=_environment(), check=False)
    if made.returncode:
        raise BuildFailedError("the site was not built; the last good one is untouched")
    data.publish(book, fresh)
    _replace(fresh, out)


def offline_copy(out: Path = OFFLINE, built: Path = SITE) -> None:
    """The same site for ``file://``: every link names a file, search needs no server."""
    site(built)
    fresh = WORK / "offline"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(built, fresh)
    offline.convert(fresh)
    _replace(fresh, out)


def _environment() -> dict[str, str]:
    """Bytes depend on the commit alone: its time stands in for the clock."""
    moment = commit_time()
    return {"SOURCE_DATE_EPOCH": str(moment), **os.environ} if moment else dict(os.environ)


def _replace(fresh: Path, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    old = WORK / f"{out.name}.old"
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
