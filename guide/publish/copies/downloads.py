"""Say, on the page about copies to take along, where they are: here, on the web, or nowhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from guide.publish import headers
from guide.render import render
from guide.version import NAME, named

PAGE = Path("about") / "offline" / "index.html"
FOLDER = "offline"

_PLACE = re.compile(r'<div class="downloads">.*?</div>', re.DOTALL)
_KINDS = {".zip": "ZIP file, for a computer", ".html": "One file, for a phone"}


def offer(site: Path, dist: Path) -> None:
    """Copy the zip and the one file into the site, at addresses that stay, and link to them."""
    (site / FOLDER).mkdir(exist_ok=True)
    copies = []
    for ending, kind in _KINDS.items():
        file = shutil.copyfile(dist / named(ending), site / FOLDER / f"{NAME}{ending}")
        size = f"{file.stat().st_size / 1e6:.1f} MB"
        link = f"../../{FOLDER}/{file.name}"
        copies.append({"href": link, "name": named(ending), "kind": kind, "size": size})
    _fill(site, copies=copies)
    headers.publish(site)  # the one file's style is its own


def in_copy(site: Path, newest: str) -> None:
    """Send the reader of a copy to the ``newest``, if its address is known."""
    _fill(site, copy=True, newest=newest)


def _fill(site: Path, **values: object) -> None:
    page = site / PAGE
    text = _PLACE.sub(lambda _: render("downloads", **values), page.read_text(encoding="utf-8"))
    page.write_text(text, encoding="utf-8")
