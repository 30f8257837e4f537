"""Say, on the page about copies to take along, where they are: here, on the web, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guide import addresses
from guide.i18n.words import N_, Words
from guide.publish.copies.naming import named
from guide.publish.site import Site
from guide.settings import FILE_NAME
from guide.show.render import render

PAGE = addresses.file(addresses.TAKE_ALONG)
FOLDER = "offline"

_PLACE = re.compile(r'<div class="downloads">.*?</div>', re.DOTALL)
_KINDS = Words({".zip": N_("ZIP file, for a computer"), ".html": N_("One file, for a phone")})


def offer(site: Site, copies: Mapping[str, bytes]) -> None:
    """Put the zip and the one file into the site, at addresses that stay, and link to them."""
    shown = []
    for ending, kind in _KINDS.items():
        path = f"{FOLDER}/{FILE_NAME}{ending}"
        site.files[path] = copies[ending]
        size = f"{len(copies[ending]) / 1e6:.1f} MB"
        link = f"{addresses.relative(addresses.TAKE_ALONG, '')}{path}"
        name = named(site.settings, ending)
        shown.append({"href": link, "name": name, "kind": kind, "size": size})
    _fill(site, copies=shown)


def in_copy(site: Site, newest: str) -> None:
    """Send the reader of a copy to the ``newest``, if its address is known."""
    _fill(site, copy=True, newest=newest)


def _fill(site: Site, **values: object) -> None:
    place = site.find(PAGE, _PLACE, "place for the downloads (overrides/macros/downloads.html)")
    site.replace_once(PAGE, place[0], render("downloads", **values))
