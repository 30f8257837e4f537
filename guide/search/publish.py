"""Put the guide's own search in place of the theme's, in a built site."""

from __future__ import annotations

import re
from pathlib import Path

from guide.book import Book
from guide.finish.hashed import name_for
from guide.search import index, worker

INDEX = "search/search_index.json"
"""Where MkDocs writes it; what another engine searches by is left alone (ENGINES.md)."""

WORKERS = "assets/javascripts/workers"
_WORKER = re.compile(rf"(?<={WORKERS}/)search\.[0-9a-f]+\.min\.js")


def apply(book: Book, site: Path) -> None:
    """Write the index anew, and the script that reads it; name that script in every page."""
    file = site / INDEX
    if not file.exists():
        return
    file.write_text(index.made(file.read_text(encoding="utf-8"), book), encoding="utf-8")
    code = worker.script().encode()
    name = name_for("search", code, ".min.js")
    for old in (site / WORKERS).iterdir():
        old.unlink()
    (site / WORKERS / name).write_bytes(code)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_WORKER.sub(name, text), encoding="utf-8")
