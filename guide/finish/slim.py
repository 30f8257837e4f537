"""Leave out what no reader of the finished site, and of its search, needs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from guide.finish.offline import INDEXES

UNUSED = ("**/*.map", "assets/javascripts/lunr", "assets/images/favicon.png")
"""What only developers of the theme read, search in languages the guide is not in, its icon."""

_BLANK = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|\s*\n\s*", re.DOTALL)
_GENERATOR = re.compile(r'\s*<meta name="generator"[^>]*>')

# What stands on every step and after every fact is no answer to anybody's search.
_EVERYWHERE = re.compile(r" ?<sup>.*?</sup>|<p> ?Step \d+ done</p> ?|<p>Link to this step</p> ?")


def slim(html: str) -> str:
    """The page without indents, empty lines, and the name of the engine."""
    return _BLANK.sub(lambda m: m[1] or "\n", _GENERATOR.sub("", html))


def apply(site: Path) -> None:
    """Make every page smaller and remove unused files."""
    for page in site.rglob("*.html"):
        page.write_text(slim(page.read_text(encoding="utf-8")), encoding="utf-8")
    for index in (site / name for name, _ in INDEXES if (site / name).exists()):
        index.write_text(_EVERYWHERE.sub("", index.read_text(encoding="utf-8")), encoding="utf-8")
    for found in [found for pattern in UNUSED for found in site.glob(pattern)]:
        shutil.rmtree(found) if found.is_dir() else found.unlink()
