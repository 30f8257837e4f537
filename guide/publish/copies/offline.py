"""Turn a finished site into one that works from ``file://`` without a network.

A browser shows a folder's listing, not its ``index.html``, and may not fetch the
search index from disk; the theme reads it from a script instead.
"""

from __future__ import annotations

import json
import posixpath
import re
from functools import partial
from pathlib import Path, PurePosixPath

from guide import addresses
from guide.i18n import foreign, scripts
from guide.i18n.language import current
from guide.i18n.words import _
from guide.publish import feed, language_switch, search_index, shared_data
from guide.publish.copies import downloads, lighter, once, parts
from guide.publish.site import Site
from guide.settings import Settings
from guide.show.dates import in_words
from guide.show.render import render

# Never read from disk: what only servers and messengers use.
_WEB_ONLY = re.compile(
    r"^(404\.html|_headers|sitemap\.xml(\.gz)?|\.well-known/.*|assets/previews/.*"
    r"|data/(companies|changes)/.*|embed/.*)$"
)
_DATA = re.compile(
    r"data/(?:platforms\.(?:yml|json)|comparison\.csv|schema\.json|letters/.*)"
    rf"|{re.escape(feed.FEED)}"
)
"""A sixth of the zip, and not a word that pages do not have: who reuses it has a network."""
_ALONE = re.compile(r'<(p|span|ul) class="alone">.*?</\1>', re.DOTALL)
"""The links to files of one company: a copy has the whole."""

_AGE = "assets/javascripts/copy-age.js"
"""What tells that a copy is over a year old."""
_END = '<div class="md-dialog"'
"""Beside it stands the script, among what one for all pages writes (``parts.py``)."""
_LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]*)(")')
_FOR_OTHERS = re.compile(r'<meta (?:property="og:|name="(?:twitter:|description"))[^>]*>\n?')
"""What messengers and search engines read of a page."""
_JUDGED = re.compile(r'<p class="judged">.*?</p>', re.DOTALL)


def convert(web: Site) -> Site:
    """The same site for disk."""
    site = web.copy()
    home = site.settings.site_url
    site.remove(lambda path: bool(_WEB_ONLY.match(path) or (home and _DATA.fullmatch(path))))
    newest = addresses.absolute(home, addresses.TAKE_ALONG)
    note = render("copy-note", newest=newest)
    language_switch.in_copy(site)
    for page, text in site.pages.items():
        linked = _LINK.sub(partial(_led, home, page.rpartition("/")[0]), text)
        site.pages[page] = shared_data.on_web(site, _ALONE.sub("", _FOR_OTHERS.sub("", linked)))
    for page in site.themed:
        judged = site.find(page, _JUDGED, "day it is judged by (overrides/partials/copyright.html)")
        site.replace_once(page, judged[0], f"{judged[0]}{note}")
        root = addresses.to_root(page)
        end = _END if _END in site.pages[page] else "</body>"
        site.replace_once(page, end, f'<script src="{root}{_AGE}" defer></script>{end}')
    once.apply(site)
    lighter.apply(site)
    parts.apply(site)
    age = scripts.said(Path(__file__).with_name("copy-age.js").read_text("utf-8"), current())
    site.files[_AGE] = age.replace("MADE", f'"{site.settings.guide_date.isoformat()}"').encode()
    downloads.in_copy(site, newest)
    _search_script(site)
    site.files["README.txt"] = readme(site.settings, newest).encode()
    return site


def _led(home: str, folder: str, link: re.Match[str]) -> str:
    """A link as it leads on disk; to what the copy leaves out, on the web if that is known."""
    path = posixpath.normpath(posixpath.join(folder, link[2]))
    if home and _DATA.fullmatch(path):
        return f'{link[1]}{home}{path}" rel="noreferrer{link[3]}'
    return f"{link[1]}{addresses.on_disk(link[2])}{link[3]}"


def readme(settings: Settings, newest: str) -> str:
    """What somebody who opens the folder needs to know."""
    newer = _("The newest: %(address)s") % {"address": newest}
    where = newer if newest else _("For a newer one, ask whoever gave it to you.")
    day = in_words(settings.guide_date.isoformat())
    copy = _("A copy of %(day)s, version %(version)s.") % {"day": day, "version": settings.version}
    lines = (
        settings.name, f"{settings.tagline}.", "", f"{copy} {where}", "",
        _("Open index.html in a browser. Everything works without a network.\n"
          "If you see it inside a zip, unpack the zip first and keep the folder together."), "",
        _("Information, not legal advice. Independent: not affiliated with Meta or any\n"
          "company named here."), "",
    )  # fmt: skip
    return foreign.bare("\n".join(lines))


def _search_script(site: Site) -> None:
    """The index as a script; the file a server would send is of no use on disk."""
    served = search_index.of(site)
    index = json.loads(site.files.pop(served.path))
    for entry in index[served.entries]:  # the first page has no path of its own
        first = "index.html" if entry["location"][:1] in {"", "#"} else ""
        entry["location"] = f"{first}{addresses.on_disk(entry['location'])}"
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    script = PurePosixPath(served.path).with_suffix(".js").as_posix()
    site.files[script] = f"var __index = {text}".encode()
