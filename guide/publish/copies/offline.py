"""Turn a built site into one that works from ``file://`` without a network.

A browser shows a folder's listing, not its ``index.html``, and may not fetch the
search index from disk; the theme reads it from a script instead.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from guide.dates import guide_date, in_words
from guide.publish.copies import downloads
from guide.render import render
from guide.version import version

# Never read from disk: what only servers and messengers use, source maps, and search in
# other languages.
WEB_ONLY = (
    "404.html", "_headers", "sitemap.xml", "sitemap.xml.gz", ".well-known", "assets/previews",
    "**/*.map", "**/lunr",
)  # fmt: skip

# Where MkDocs and Zensical keep the search index, and the list in it.
INDEXES = (("search/search_index.json", "docs"), ("search.json", "items"))

_LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]*)(")')
_PREVIEW = re.compile(r'<meta (?:property="og:|name="twitter:)[^>]*>\n?')
_JUDGED = re.compile(r'<p class="judged">.*?</p>', re.DOTALL)

README = """\
AI Training Opt-Out Guide
How Meta and others use your data to train AI, and how to say no.

A copy of {day}, version {version}. {newest}

Open index.html in a browser. Everything works without a network.
If you see it inside a zip, unpack the zip first and keep the folder together.

Information, not legal advice. Independent: not affiliated with Meta or any
company named here.
"""


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


def convert(site: Path, web: str = "") -> None:
    """Rewrite the site in place. ``web`` is the site's own address, if it is known."""
    _leave_out(site)
    newest = f"{web}about/offline/" if web else ""
    note = render("copy-note", newest=newest)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        named = _LINK.sub(lambda m: f"{m[1]}{file_address(m[2])}{m[3]}", text)
        named = _PREVIEW.sub("", named)
        dated = _JUDGED.sub(lambda m: f"{m[0]}{note}", named)
        page.write_text(dated, encoding="utf-8")
    downloads.in_copy(site, newest)
    _search_script(site)
    (site / "README.txt").write_text(readme(newest), encoding="utf-8")


def readme(newest: str) -> str:
    """What somebody who opens the folder needs to know."""
    where = f"The newest: {newest}" if newest else "For a newer one, ask whoever gave it to you."
    day = in_words(guide_date().isoformat())
    return README.format(day=day, version=version(), newest=where)


def _leave_out(site: Path) -> None:
    for pattern in WEB_ONLY:
        for found in list(site.glob(pattern)):
            shutil.rmtree(found) if found.is_dir() else found.unlink()


def _search_script(site: Path) -> None:
    """The index as a script; the file a server would send is of no use on disk."""
    served, entries = next((site / name, key) for name, key in INDEXES if (site / name).exists())
    index = json.loads(served.read_text(encoding="utf-8"))
    for entry in index[entries]:
        entry["location"] = file_address(entry["location"]) if entry["location"] else "index.html"
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    served.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")
    served.unlink()
