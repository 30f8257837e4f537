"""The sitemap tells search engines which pages are one page in several languages.

A page of which less than half is translated is left out, and so is its pair: it would be found as
one more copy of the English page.
"""

from __future__ import annotations

import gzip
import re
from functools import partial

from guide import addresses
from guide.addresses import ENGLISH
from guide.data.book import Book
from guide.data.pages import DocPage
from guide.i18n import pages
from guide.i18n.language import current, named
from guide.paths import ROOT
from guide.publish.site import Site
from guide.run_cache import once

_FILE = "sitemap.xml"
_ENOUGH = 0.5
_ENTRY = re.compile(r"\s*<url>\s*<loc>([^<]*)</loc>")
_ENTRIES = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_PAIRS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def write(site: Site, others: list[str]) -> None:
    """Pairs for each page in the languages ``others``, which are built beside this one."""
    own, root = site.settings.site_url, site.settings.root_url
    hardly = {
        it: once(("hardly said", it), partial(_hardly_said, site.book, it))
        for it in sorted({current().code, *others})
    }

    def entry(found: re.Match[str]) -> str:
        told = _ENTRY.match(found[0])
        if told is None:
            raise site.changed(_FILE, "address in an entry")
        path = told[1].removeprefix(own)
        there = [it for it, few in hardly.items() if path.rstrip("/") not in few]
        if current().code not in there:
            return ""
        folders = [*((it, addresses.of_language(it)) for it in there), ("x-default", "")]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{root}{folder}{path}"/>'
            for code, folder in folders
        )
        return found[0].replace("</loc>", f"</loc>{links}", 1)

    text = _ENTRIES.sub(entry, site.files[_FILE].decode())
    data = text.replace("<urlset ", f"<urlset {_PAIRS} ", 1).encode()
    site.files[_FILE] = data
    if (packed := f"{_FILE}.gz") in site.files:
        site.files[packed] = gzip.compress(data, mtime=site.settings.build_time or 0)


def _hardly_said(book: Book, code: str) -> set[str]:
    """The pages that are not worth finding in a language."""
    if code == ENGLISH:
        return set()

    def share(page: DocPage) -> float:
        english = (ROOT / page.name).read_text("utf-8")
        return pages.share(english, named(code), page.name.removeprefix("docs/"))

    return {path for path, page in book.pages.items() if share(page) < _ENOUGH}
