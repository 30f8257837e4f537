"""What pages ask for when it is needed: plans, uses, changes, answers, where letters go."""

from __future__ import annotations

from guide.publish.site import Site
from guide.show import addressee_script, compared_script, plan, plan_script, since_script


def apply(site: Site) -> None:
    """Write the scripts beside the others."""
    for it in (plan_script, since_script, compared_script, addressee_script):
        site.files[it.FILE] = it.script(site.book).encode()
    site.files[plan.USES] = plan_script.uses(site.book).encode()
