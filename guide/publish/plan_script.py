"""What a plan is made of, and what has changed since: scripts that are asked for when needed."""

from __future__ import annotations

from guide.publish.site import Site
from guide.show import plan_script, since_script


def apply(site: Site) -> None:
    """Write the scripts beside the others."""
    for it in (plan_script, since_script):
        site.files[it.FILE] = it.script(site.book).encode()
