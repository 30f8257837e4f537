"""The routes and their rules as a script, asked for when a reader makes a plan."""

from __future__ import annotations

from guide.publish.site import Site
from guide.show import plan_script


def apply(site: Site) -> None:
    """Write the script beside the others."""
    site.files[plan_script.FILE] = plan_script.script(site.book).encode()
