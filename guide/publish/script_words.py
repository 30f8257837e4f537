"""The words of scripts, in the language of the site."""

from __future__ import annotations

from guide.i18n import scripts
from guide.i18n.language import current
from guide.publish.site import Site


def apply(site: Site) -> None:
    """Say them in every script of ours; in English, too, the marks beside them go."""
    for path, data in site.files.items():
        if path.endswith(".js") and b"/*_*/" in data:
            site.files[path] = scripts.said(data.decode(), current()).encode()
