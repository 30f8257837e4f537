"""The theme's scripts on first need: ``later.js`` fetches them when the reader does something."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/javascripts/"
INLINE = Path(__file__).with_name("inline")

_HOLDING_UP = re.compile(r'\s*<script src="([^"]+)"></script>')
_HEADER = "</header>"
_END = "</body>"
_ONLY_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


def compact(code: str) -> str:
    """The script without lines that are only comments, and without indents."""
    if any(line.count("`") % 2 for line in code.splitlines()):
        raise ValueError("a text over several lines would lose its indents")
    return _INDENT.sub("", _ONLY_COMMENT.sub("", code))


def inline(name: str, **data: str) -> str:
    """A script of the folder ``inline`` as an element, with what it is told."""
    told = "".join(f' data-{key}="{value}"' for key, value in data.items())
    code = compact((INLINE / name).read_text(encoding="utf-8"))
    return f"<script{told}>{code}</script>"


def apply(site: Path) -> None:
    """Take the scripts that hold a page up out of it, and make the site's own smaller."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if sources := _HOLDING_UP.findall(text):
            src = sources[0].partition(FOLDER)[0] + FOLDER + "later.js"
            later = f'<script src="{src}" data-scripts="{" ".join(sources)}" defer></script>'
            text = _HOLDING_UP.sub("", text).replace(_HEADER, _HEADER + inline("colours.js"), 1)
            page.write_text(text.replace(_END, later + _END, 1), encoding="utf-8")
    for script in (site / FOLDER).glob("*.js"):
        if not script.name.endswith(".min.js"):
            script.write_text(compact(script.read_text(encoding="utf-8")), encoding="utf-8")
