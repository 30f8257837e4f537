"""Leave out what no reader of the finished site, and of its search, needs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from guide.publish.copies.offline import INDEXES

UNUSED = ("**/*.map", "assets/javascripts/lunr", "assets/images/favicon.png")
"""What only developers of the theme read, search in languages the guide is not in, its icon."""

_BLOCK = (
    r"</?(?:article|body|caption|d[dlt]|details|div|fig\w+|footer|form|h[1-6]|head|header|html|li"
    r"|link|main|meta|nav|noscript|ol|p|script|section|span class=.md-ellipsis|summary|table|tbody"
    r"|t[dhr]|thead|title|ul)\b"
)
_BLANK = re.compile(
    r"(?P<kept><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)>)"
    rf"|(?P<block>{_BLOCK}[^>]*>)\s*\n\s*|\s*\n\s*(?={_BLOCK})|(?P<line>\s*\n\s*)",
    re.DOTALL,
)
_NUMBERED = re.compile(r"(<(script|style)\b.*?</\2>)|&#(?P<number>\d+);|&para;", re.DOTALL)
_NEEDLESS = re.compile(
    r'\s*<meta name="generator"[^>]*>|(?<=<svg) xmlns="[^"]*"'
    r'|(?<=[\w"]) data-search-exclude(=""|(?=[ >]))'
)

# What stands on every step and after every fact is no answer to anybody's search.
_EVERYWHERE = re.compile(r" ?<sup>.*?</sup>|<p> ?Step \d+ done</p> ?|<p>Link to this step</p> ?")


def slim(html: str) -> str:
    """The page without blanks only layout put there, the engine's name, and what HTML knows."""
    html = _NUMBERED.sub(_plain, _NEEDLESS.sub("", html))
    return _BLANK.sub(lambda m: m["kept"] or m["block"] or (m["line"] and "\n") or "", html)


def _plain(found: re.Match[str]) -> str:
    """``&#46;`` → ``.``, so that the same words are the same bytes; what HTML reserves stays."""
    sign = chr(int(found["number"])) if found["number"] else "¶"
    kept = found[1] or sign in "<>&\"'" or not sign.isprintable()
    return found[0] if kept else sign


def apply(site: Path) -> None:
    """Make every page smaller and remove unused files."""
    for page in site.rglob("*.html"):
        page.write_text(slim(page.read_text(encoding="utf-8")), encoding="utf-8")
    for index in (site / name for name, _ in INDEXES if (site / name).exists()):
        index.write_text(_EVERYWHERE.sub("", index.read_text(encoding="utf-8")), encoding="utf-8")
    for found in [found for pattern in UNUSED for found in site.glob(pattern)]:
        shutil.rmtree(found) if found.is_dir() else found.unlink()
