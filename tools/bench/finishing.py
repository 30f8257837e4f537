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
from typing import TypeVar

from guide import settings
from guide.publish import build
from guide.publish.site import Site, take, write

BESIDE = "beside the engine: data, cards, codes"

Made = TypeVar("Made")


def finish(built: Path) -> dict[str, float]:
    """Seconds by what they went to, in order."""
    seconds: dict[str, float] = {}

    def timed(name: str, do: Callable[[], Made]) -> Made:
        start = time.perf_counter()
        made = do()
        seconds[name] = time.perf_counter() - start
        return made

    given = settings.current()
    book, steps = timed(BESIDE, lambda: build.prepare(given))
    site = timed("read", lambda: Site.read(built, book, given))
    for step in steps:
        timed(step.name, lambda step=step: take(site, [step]))  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as out:
        timed("write", lambda: write(site.content(), Path(out) / "site"))
    return seconds


if __name__ == "__main__":
    print(json.dumps(finish(Path(sys.argv[1]))))
