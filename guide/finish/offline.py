"""Turn a built site into one that works from ``file://`` without a network.

A browser shows a folder's listing, not its ``index.html``, and may not fetch the
search index from disk; the theme reads it from a script instead.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

WEB_ONLY = ("404.html", "sitemap.xml", "sitemap.xml.gz")

_LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]*)(")')


def file_address(href: str) -> str:
    """``../rights/#x`` → ``../rights/index.html#x``; other addresses stay as they are."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not (parts.path or parts.query):
        return href
    last = parts.path.rsplit("/", 1)[-1]
    if last not in {"", ".", ".."}:
        return href
    folder = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return parts._replace(path=f"{folder}index.html").geturl()


def convert(site: Path) -> None:
    """Rewrite the site in place."""
    for name in WEB_ONLY:
        (site / name).unlink(missing_ok=True)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        named = _LINK.sub(lambda m: f"{m[1]}{file_address(m[2])}{m[3]}", text)
        page.write_text(named, encoding="utf-8")
    _search_script(site / "search")


def _search_script(folder: Path) -> None:
    index = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        entry["location"] = file_address(entry["location"]) if entry["location"] else "index.html"
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (folder / "search_index.js").write_text(f"var __index = {text}", encoding="utf-8")
