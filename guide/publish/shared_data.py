"""The facts as data are one for all languages: a site below the English one links to its files.

Feeds are words for readers: each language keeps its own. The copies keep what they held, and lead
to the English site for the rest.
"""

from __future__ import annotations

import re

from guide.addresses import ENGLISH, of_language
from guide.i18n.language import current
from guide.publish.site import Site

_SHARED = r"data/(?!changes/)"
_LINK = re.compile(rf'(href=")((?:\.\./)*{_SHARED})')


def apply(site: Site) -> None:
    """Leave the files out, and lead to the English site's, which stands above this one."""
    if not _below_english(site):
        return
    up = "../" * of_language(current().code).count("/")
    for page, text in site.pages.items():
        site.pages[page] = _LINK.sub(rf"\g<1>{up}\g<2>", text)
    shared = re.compile(_SHARED)
    site.remove(lambda path: bool(shared.match(path)))


def on_web(site: Site, text: str) -> str:
    """The markup of a copy, with addresses of the English site's files."""
    own, root = site.settings.site_url, site.settings.root_url
    if not own or not _below_english(site):
        return text
    return re.sub(rf"{re.escape(own)}({_SHARED})", lambda it: f"{root}{it[1]}", text)


def _below_english(site: Site) -> bool:
    return not current().english and ENGLISH in (site.settings.languages or ())
