"""The words of scripts, and those few of style sheets, in the language of the site."""

from __future__ import annotations

import re

from guide.i18n import scripts
from guide.i18n.language import current
from guide.publish.site import Site

_MARK = re.compile(rb"/\*[_@]\*/")


def apply(site: Site) -> None:
    """Say them in every file of ours; in English, too, the marks beside them go."""
    for path, data in site.files.items():
        if path.endswith((".js", ".css")) and _MARK.search(data):
            site.files[path] = scripts.said(data.decode(), current()).encode()
