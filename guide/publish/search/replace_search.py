"""Put the guide's own search in place of the theme's."""

from __future__ import annotations

import re

from guide.publish.content_name import name_for
from guide.publish.search import index, worker
from guide.publish.site import Site

INDEX = "search/search_index.json"
"""Where MkDocs writes it; what another engine searches by is left alone (ENGINES.md)."""

WORKERS = "assets/javascripts/workers/"
_WORKER = re.compile(rf"(?<={WORKERS})search\.[0-9a-f]+\.min\.js")


def apply(site: Site) -> None:
    """Write the index anew, and the script that reads it; name that script in every page."""
    if INDEX not in site.files:
        return
    site.files[INDEX] = index.made(site.files[INDEX].decode(), site.book).encode()
    code = worker.script().encode()
    name = name_for("search", code, ".min.js")
    site.remove(lambda path: path.startswith(WORKERS))
    site.files[WORKERS + name] = code
    for page in site.themed:
        if not _WORKER.search(site.pages[page]):
            raise site.changed(page, "name of the script that searches")
        site.pages[page] = _WORKER.sub(name, site.pages[page])
