"""The programs that can turn the pages into a site: MkDocs, and Zensical after it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from guide.dates import build_time, guide_date, in_words
from guide.pages import ROOT
from guide.publish.scratch import locked

Engine: TypeAlias = Callable[[Path], None]

# Zensical keeps one cache a project, so it builds one site at a time; this stands for it.
_CACHE = ROOT / ".build" / "zensical"


class BuildFailedError(RuntimeError):
    """The engine stopped; its own words are above."""


def mkdocs(folder: Path) -> None:
    """Build into ``folder``; raises ``BuildFailedError``."""
    _run("mkdocs", "build", "--strict", "--site-dir", str(folder))


def zensical(folder: Path) -> None:
    """The same with Zensical. Its cache knows nothing of dates and addresses: start clean."""
    _CACHE.mkdir(parents=True, exist_ok=True)
    with locked(_CACHE):
        _run("zensical", "build", "--strict", "--clean", "--config-file", "zensical.yml",
             SITE_DIR=str(folder), GUIDE_DATE_IN_WORDS=in_words(str(guide_date())))  # fmt: skip


def _run(*command: str, **settings: str) -> None:
    line = [sys.executable, "-m", *command]
    environment = {**os.environ, **_clock(), **settings}
    made = subprocess.run(line, cwd=ROOT, env=environment, close_fds=False, check=False)
    if made.returncode:
        raise BuildFailedError("the site was not built; the last good one is untouched")


def _clock() -> dict[str, str]:
    """Bytes depend on the commit alone: its time stands in for the clock."""
    moment = build_time()
    return {} if moment is None else {"SOURCE_DATE_EPOCH": str(moment)}
