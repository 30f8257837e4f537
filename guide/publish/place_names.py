"""The names of places as a script, asked for when a reader first touches the box for one."""

from __future__ import annotations

from guide import places
from guide.publish.site import Site


def apply(site: Site) -> None:
    """Write the script beside the others."""
    site.files[places.FILE] = places.script(site.book).encode()
