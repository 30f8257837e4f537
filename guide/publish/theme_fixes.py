"""Put right what the theme leaves against the rules of HTML, and against ours."""

from __future__ import annotations

import re
from pathlib import Path

_BOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="?off"?')
_NO_INDEX = re.compile(r'(<label\b[^>]*?) tabindex=""')
_NEIGHBOUR = re.compile(r'<link rel="?(?:prev|next)"?[^>]*>')
_TITLE = '<label class="md-nav__title" for="__toc">'


def mended(html: str) -> str:
    """The page without attributes that are not allowed where they stand.

    And without links in its head to its neighbours: Firefox fetches the next page ahead,
    or tries to, as the policy forbids it.
    """
    html = _NEIGHBOUR.sub("", html)
    html = _NO_INDEX.sub(r"\1", _BOX.sub(r"\1", html))
    if 'id="__toc"' not in html:  # the box this title would switch
        html = html.replace(_TITLE, _TITLE.replace(' for="__toc"', ""))
    return html


def apply(site: Path) -> None:
    """Mend every page."""
    for page in site.rglob("*.html"):
        page.write_text(mended(page.read_text(encoding="utf-8")), encoding="utf-8")
