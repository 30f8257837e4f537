"""What a host that honours ``_headers`` would send with a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from guide.publish.csp import HEADERS


@cache
def _rules(site: Path) -> dict[str, dict[str, str]]:
    rules: dict[str, dict[str, str]] = {}
    for line in filter(None, (site / HEADERS).read_text(encoding="utf-8").splitlines()):
        if line.startswith("/"):
            own = rules.setdefault(line, {})
        else:
            name, value = line.split(":", 1)
            own[name.strip()] = value.strip()
    return rules


def headers(site: Path, path: str) -> dict[str, str]:
    """Names and values for an address within the site, such as ``/plan/``."""
    return {
        name: value
        for pattern, own in _rules(site).items()
        if path.startswith(pattern.removesuffix("*"))
        for name, value in own.items()
    }
