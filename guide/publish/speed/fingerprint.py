"""Files named by what they hold: a browser may keep them for good."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

FOLDERS = ("assets/javascripts", "assets/stylesheets")
"""Where every file is named so; the theme names its own so already."""

_NAMED = re.compile(r"\.[0-9a-f]{8}\.")
_ADDRESS = re.compile(r'(?<=[" /])assets/[^"?#\s]+')


def name_for(stem: str, content: bytes, suffix: str) -> str:
    """``guide.0a1b2c3d.css``: another content, another name."""
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"


def apply(site: Path) -> None:
    """Rename such files, and name them so in every page."""
    new: dict[str, str] = {}
    for file in [found for folder in FOLDERS for found in (site / folder).rglob("*.*")]:
        if not _NAMED.search(file.name):
            named = file.with_name(name_for(file.stem, file.read_bytes(), file.suffix))
            file.rename(named)
            new[file.relative_to(site).as_posix()] = named.relative_to(site).as_posix()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_ADDRESS.sub(lambda m: new.get(m[0], m[0]), text), encoding="utf-8")
