"""What readers can take along: a folder for ``file://``, that as a zip, and one file."""

from __future__ import annotations

from collections.abc import Iterable

from guide.publish.copies import downloads, offline, zip_file
from guide.publish.copies.naming import named
from guide.publish.copies.one_file import one_file
from guide.publish.site import Site, Step, take


def apply(site: Site, smaller: Iterable[Step] = ()) -> None:
    """Make the copies, if they are asked for; ``smaller``: last steps of the copy for disk."""
    if site.copies is None:
        return
    disk = offline.convert(site)
    one = one_file.text(disk).encode()
    take(disk, smaller)
    folder = disk.content()
    packed = zip_file.packed(folder, named(site.settings), site.settings)
    site.copies.files = {f"offline/{path}": data for path, data in folder.items()}
    site.copies.files |= {
        named(site.settings, ".zip"): packed,
        named(site.settings, ".html"): one,
    }
    if site.copies.offered:
        downloads.offer(site, {".zip": packed, ".html": one})
