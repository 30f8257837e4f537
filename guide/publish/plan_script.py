"""Scripts asked for when needed: what a plan is made of, what changed, where letters go."""

from __future__ import annotations

from guide.publish.site import Site
from guide.show import addressee_script, plan_script, since_script


def apply(site: Site) -> None:
    """Write the scripts beside the others."""
    for it in (plan_script, since_script, addressee_script):
        site.files[it.FILE] = it.script(site.book).encode()
