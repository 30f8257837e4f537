"""Fingerprints: files named by what they hold, so that a browser may keep them for good."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from guide.publish.content_name import name_for
from guide.publish.site import Site

FOLDERS = ("assets/javascripts", "assets/stylesheets")
"""Folders whose files get a fingerprint in their name; the theme's own files have one already."""

_NAMED = re.compile(r"\.[0-9a-f]{8}\.")


def apply(site: Site) -> None:
    """Put a hash of its content into each file's name, and the new name into every page."""
    new: dict[str, str] = {}
    for path in [path for path in site.files if path.startswith(tuple(f"{it}/" for it in FOLDERS))]:
        file = PurePosixPath(path)
        if file.suffix and not _NAMED.search(file.name):
            content = site.files.pop(path)
            named = file.with_name(name_for(file.stem, content, file.suffix)).as_posix()
            site.files[named] = content
            new[path] = named
    old = re.compile("|".join(map(re.escape, new)))
    for page, text in site.pages.items() if new else ():
        site.pages[page] = old.sub(lambda found: new[found[0]], text)
    site.unchanging = FOLDERS
