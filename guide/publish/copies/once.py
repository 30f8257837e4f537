"""What each page on the web holds itself, so that it shows at once, stands once on disk.

From disk a style sheet or script comes as fast as the page. Held in each of some hundred pages,
these would fill a third of the zip.
"""

from __future__ import annotations

import re

from guide import addresses
from guide.publish import csp, tags
from guide.publish.content_name import name_for
from guide.publish.site import Site

FOLDER = "assets/javascripts/"

_PART = re.compile(r'<style>[^<]*</style><noscript>((?:<link rel="stylesheet"[^>]*>)+)</noscript>')


def apply(site: Site) -> None:
    """Link the style sheets whole and the scripts, and let each page's policy say so."""
    for page, text in site.pages.items():
        root = addresses.to_root(page)
        once = _PART.sub(r"\1", text)
        for it in tags.inline(once):
            if it.opening == "<script>" and it.code in site.inline:
                path = FOLDER + name_for("early", it.code.encode(), ".js")
                site.files[path] = it.code.encode()
                link = f'<script src="{root}{path}"></script>'
                once = once.replace(f"{it.opening}{it.code}</script>", link)
        stated, now = (csp.stated(tags.inline(it)) for it in (text, once))
        site.pages[page] = once.replace(stated, now)
