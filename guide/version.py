"""What a copy of the guide is called."""

from __future__ import annotations

import re
from functools import cache

from guide.dates import commit_time, git, guide_date, on_day

NAME = "ai-opt-out-guide"


@cache
def version() -> str:
    """The commit's tag; else its day and short name; outside a repository the guide date."""
    if tag := git("describe", "--tags", "--exact-match"):
        return re.sub(r"[^\w.-]", "-", tag)
    moment = commit_time()
    if moment is None:
        return guide_date().isoformat()
    return f"{on_day(moment).isoformat()}-{git('rev-parse', 'HEAD')[:7]}"


def named(ending: str = "") -> str:
    """``ai-opt-out-guide-2026-11-23-81e4779.zip``."""
    return f"{NAME}-{version()}{ending}"
