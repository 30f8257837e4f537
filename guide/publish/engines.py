"""The programs that can turn the pages into a site: MkDocs, and Zensical after it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from guide import settings
from guide.errors import BuildFailedError
from guide.i18n import engine_settings
from guide.i18n.language import current
from guide.paths import ROOT, WORK
from guide.publish.atomic import locked
from guide.settings import Settings
from guide.show.book import open_book
from guide.show.dates import in_words

Engine: TypeAlias = Callable[[Path], None]

# Zensical keeps one cache a project, so it builds one site at a time; this stands for it.
_CACHE = WORK / "zensical"


def mkdocs(folder: Path) -> None:
    """Build into ``folder``; raises ``BuildFailedError``."""
    _run(settings.current(), "mkdocs", "build", "--strict", "--site-dir", str(folder),
         "--config-file", engine_settings.name(current()))  # fmt: skip


def zensical(folder: Path) -> None:
    """The same with Zensical. Its cache knows nothing of dates and addresses: start clean."""
    given = settings.current()
    open_book()  # a mistake in the data is a line here, and a traceback there
    _CACHE.mkdir(parents=True, exist_ok=True)
    with locked(_CACHE):
        _run(given, "zensical", "build", "--strict", "--clean",
             "--config-file", engine_settings.name(current(), engine_settings.ZENSICAL),
             SITE_DIR=str(folder), GUIDE_DATE_IN_WORDS=in_words(str(given.guide_date)))  # fmt: skip


def _run(given: Settings, *command: str, **more: str) -> None:
    """Run an engine; it reads the same settings, as they were read here."""
    line = [sys.executable, "-m", *command]
    told = {"GUIDE_DATE": str(given.guide_date), "SITE_URL": given.root_url, **_clock(given)}
    told["GUIDE_LANGUAGE"] = current().code
    environment = {**os.environ, **told, **more}
    # It inherits the lock on this run's folder, and so holds it until it ends, too.
    with subprocess.Popen(
        line, cwd=ROOT, env=environment, close_fds=False,
        stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace",
    ) as engine:  # fmt: skip
        for said in without_tracebacks(engine.stderr or ()):
            print(said, end="", file=sys.stderr, flush=True)
    if engine.returncode:
        raise BuildFailedError("the site was not built; the last good one is untouched")


def in_language(code: str, command: str, together: Iterable[str]) -> None:
    """Run a command of the guide itself in another language; it says itself what is wrong.

    ``together``: all the languages that are built, for pages to link to each other.
    """
    line = [sys.executable, "-m", "guide", command]
    environment = {**os.environ, "GUIDE_LANGUAGE": code, "LANGUAGES": ",".join(together)}
    # It, too, holds the lock on the run's folder, where it finds what the run shares.
    if subprocess.run(line, cwd=ROOT, env=environment, check=False, close_fds=False).returncode:
        raise BuildFailedError(f"{code} was not built; the last good site is untouched")


def without_tracebacks(lines: Iterable[str]) -> Iterator[str]:
    """What an engine says, of a traceback its last line alone: it names the page before it."""
    within = False
    for line in lines:
        if line.startswith("Traceback (most recent call last)"):
            within = True
        elif not within or (line.strip() and not line.startswith(" ")):
            within = False
            yield line


def _clock(given: Settings) -> dict[str, str]:
    """Bytes depend on the commit alone: its time stands in for the clock."""
    return {} if given.build_time is None else {"SOURCE_DATE_EPOCH": str(given.build_time)}
