"""Finish a site that an engine built, and time each step.

``python -m tools.bench.finishing <folder>`` writes JSON: seconds for reading and writing, for
what is drawn beside the engine, and for each step by its name.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from guide import settings
from guide.publish import qr, social
from guide.publish.site import Site, take, write
from guide.publish.steps import STEPS
from guide.show.book import open_book

BESIDE = "drawn beside the engine"


def finish(built: Path) -> dict[str, float]:
    """Seconds by what they went to, in order."""
    seconds: dict[str, float] = {}

    def timed(name: str, do: Callable[[], object]) -> None:
        start = time.perf_counter()
        do()
        seconds[name] = time.perf_counter() - start

    given, book = settings.current(), open_book()
    social.prepare(book, given)
    timed(BESIDE, lambda: qr.prepare(book, given.site_url))
    site = Site(book, given)

    def read() -> None:
        nonlocal site
        site = Site.read(built, book, given)

    timed("read", read)
    for step in STEPS:
        timed(step.name, lambda step=step: take(site, [step]))  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as out:
        timed("write", lambda: write(site.content(), Path(out) / "site"))
    return seconds


if __name__ == "__main__":
    print(json.dumps(finish(Path(sys.argv[1]))))
