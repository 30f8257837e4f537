"""A Content-Security-Policy for every page: nothing is loaded from, or sent, elsewhere.

Inline scripts differ by page depth, so each page's policy names its own by hash; so it
does with inline styles.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(?P<code>.*?)</style>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}


def hashes(html: str) -> list[str]:
    """The CSP sources of a page's inline scripts; data blocks are not run and need none."""
    return _sources(
        script["code"]
        for script in _SCRIPT.finditer(html)
        if " src=" not in script["attributes"] and "application/json" not in script["attributes"]
    )


def style_hashes(html: str) -> list[str]:
    """The CSP sources of a page's inline styles."""
    return _sources(style["code"] for style in _STYLE.finditer(html))


def _sources(codes: Iterable[str]) -> list[str]:
    digests = {hashlib.sha256(code.encode()).digest() for code in codes}
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The policy that lets just these inline scripts run and these inline styles apply."""
    own = {"script-src": scripts, "style-src": styles}
    rules = {name: " ".join([value, *own.get(name, ())]) for name, value in RULES.items()}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def apply(site: Path) -> None:
    """Give every page its policy, before anything it governs."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        rule = policy(hashes(text), style_hashes(text))
        meta = f'<meta http-equiv="Content-Security-Policy" content="{rule}">'
        if _CHARSET not in text:
            raise ValueError(f"{page.name} has no <meta charset> to put the policy after")
        page.write_text(text.replace(_CHARSET, _CHARSET + meta, 1), encoding="utf-8")
