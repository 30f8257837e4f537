"""A page's head names the scripts that its macros need, so that its frame loads these alone.

The page says it itself because that works with every engine: what a macro would tell the
page's frame is lost in Zensical, which runs the macros in a process of their own (ENGINES.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Pages
from guide.data.model.root import Data
from guide.errors import Problem
from guide.paths import DOCS

FOLDER = DOCS / "assets" / "javascripts"


def problems(_: Data, pages: Pages) -> Iterator[Problem]:
    """Scripts that are missing, needless, out of order, or no file."""
    of_macros = {script for page in pages.values() for script in page.needed}
    for page in pages.values():
        own = tuple(name for name in page.scripts if name not in of_macros)
        right = f"write there: scripts: [{', '.join((*page.needed, *own))}]"
        if page.scripts != (*page.needed, *own):
            wrong = "the head does not name the scripts that the page's macros need"
            yield Problem(1, "", wrong, right if page.needed else "remove them", page.name)
        for name in own:
            if not (FOLDER / f"{name}.js").is_file():
                yield Problem(1, "scripts", f"there is no script `{name}`", "correct it", page.name)
