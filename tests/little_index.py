"""The site's index of search, of a few pages: the whole takes half a second to read, each time."""

from __future__ import annotations

import json
from pathlib import Path

from tests.once import once

FILE = "search/search_index.json"
HELD = ("about/", "opt-out/", "opt-out/chatgpt/", "opt-out/facebook/web/", "opt-out/not-here/",
        "opt-out/whatsapp/", "rights/brazil/", "rights/eu/")  # fmt: skip
"""Pages that hold the words that tests type, but for those that ask for the best of all pages."""


def little_index(site: Path) -> Path:
    """A file with these pages alone."""

    def write(file: Path) -> None:
        index = json.loads((site / FILE).read_text(encoding="utf-8"))
        docs = [it for it in index["docs"] if it["location"].split("#")[0] in HELD]
        file.write_text(json.dumps({**index, "docs": docs}), encoding="utf-8")

    return once("little_index.json", write)
