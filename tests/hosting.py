"""What a host that honours ``_headers`` would send with a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guide.publish import preview
from guide.publish.csp import HEADERS


@cache
def _rules(site: Path) -> str:
    return (site / HEADERS).read_text(encoding="utf-8")


def headers(site: Path, path: str) -> dict[str, str]:
    """Names and values for an address within the site, such as ``/plan/``.

    What two rules give one name stands in one line, with a comma, as Netlify and Cloudflare do.
    """
    found: dict[str, str] = {}
    for name, value in preview.headers(_rules(site), path):
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found
