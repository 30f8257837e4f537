"""What a plan is made of, what changed since, what is compared: scripts asked for when needed."""

from __future__ import annotations

from guide.publish.site import Site
from guide.show import compared_script, plan_script, since_script


def apply(site: Site) -> None:
    """Write the scripts beside the others."""
    for it in (plan_script, since_script, compared_script):
        site.files[it.FILE] = it.script(site.book).encode()
