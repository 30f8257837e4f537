"""What may stand inline in a page: what our own steps wrote there, and the theme's one helper.

The list is made by the steps (``Site.own``), never from what a page holds: a script that came
with a page's Markdown is refused, not let in by its hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

from guide.errors import Problem
from guide.paths import installed
from guide.publish import origin, tags
from guide.publish.notices import THEMES
from guide.publish.site import Site
from guide.publish.tags import Inline

_HELPER = "partials/javascripts/base.html"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ROOT = re.compile(r"\{\{.*?\}\}")


def scripts(html: str) -> list[str]:
    """The inline scripts that a browser runs; data blocks are not run."""
    return codes(tags.inline(html))[0]


def styles(html: str) -> list[str]:
    """The inline styles."""
    return codes(tags.inline(html))[1]


def codes(found: Iterable[Inline]) -> tuple[list[str], list[str]]:
    """The scripts that run, and the styles, among elements of a page."""
    run = [it for it in found if it.runs]
    return (
        [it.code for it in run if not _is_style(it)],
        [it.code for it in run if _is_style(it)],
    )


def unknown(site: Site, page: str, found: Iterable[Inline], root: Path) -> Iterator[Problem]:
    """Scripts and styles of a page that are not ours."""
    for it in found:
        if it.tag and (not it.runs or it.code.strip() in site.inline or _helps(it.code)):
            continue
        kind = "style" if _is_style(it) else "script"
        right = "take it out: only what the guide's own steps write may stand inline"
        first = next(iter(it.code.strip().splitlines()), "")
        yield origin.problem(site, page, f"an inline {kind} that is not ours", right,
                             [it.code.strip(), first, f"<{kind}"], root)  # fmt: skip


def _is_style(it: Inline) -> bool:
    return it.tag is not None and it.tag.name == "style"


def _helps(code: str) -> bool:
    return any(pattern.fullmatch(code) for pattern in _helpers())


@cache
def _helpers() -> tuple[re.Pattern[str], ...]:
    """The themes' helper, which stays without ``speed/``: only the way to the root varies."""
    found = []
    for theme in THEMES:
        with suppress(metadata.PackageNotFoundError):
            helper = installed(theme.package, f"{theme.folder}/{_HELPER}")
            for code in _SCRIPT.findall(helper.read_text(encoding="utf-8")):
                parts = [re.escape(part) for part in _ROOT.split(code)]
                found.append(re.compile(r"[\w./-]*".join(parts)))
    return tuple(found)
