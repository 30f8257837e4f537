"""What a page in another language says of itself: what in it is English, and who has read it."""

from __future__ import annotations

import re

from guide.i18n import foreign
from guide.i18n.language import current
from guide.publish.site import Site
from guide.show.render import render

_TITLE = re.compile(r"</h1>")
_HTML = re.compile(r'<html ([^>]*?)lang="?[\w-]+"?')


def apply(site: Site) -> None:
    """Tell browsers the languages of each page, and readers what is not translated yet."""
    own = current()
    if own.english:
        return
    for page in site.pages:
        text = foreign.told(site.pages[page])
        site.pages[page] = _HTML.sub(rf'<html \1lang="{own.code}"', text, count=1)
    for path in site.book.pages:
        _note(site, path)


def finish(site: Site) -> None:
    """Take the marks out of what later steps wrote, and out of files that hold no elements."""
    if current().english:
        return
    for page in site.pages:
        site.pages[page] = foreign.told(site.pages[page])
    for path, data in site.files.items():
        if path.endswith((".js", ".json", ".xml", ".txt")):
            site.files[path] = foreign.bare(data.decode()).encode()


def _note(site: Site, path: str) -> None:
    """Below the page's title; a page without one says nothing."""
    page = f"{path}/index.html" if path else "index.html"
    found = _TITLE.search(site.pages[page])
    article = site.pages[page].partition("<article")[2].partition("</article>")[0]
    some = foreign.SPAN in article
    unread = not current().read_on
    if found and (some or unread):
        note = render("translated", some=some, unread=unread)
        site.replace_once(page, "</h1>", f"</h1>{note}")
