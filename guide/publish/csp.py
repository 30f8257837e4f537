"""A Content-Security-Policy for every page: nothing is loaded from, or sent, elsewhere.

Each page's policy names its inline scripts and styles by hash. Which may stand there at all is
a fixed list (``inline.py``); any other stops the build. ``_headers`` repeats the policy for hosts
that read that file (Netlify, Cloudflare Pages), and adds what a page cannot say of itself.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

from guide.errors import DataError, Problem
from guide.paths import ROOT
from guide.publish import inline, tags
from guide.publish.site import Site
from guide.publish.tags import Inline

HEADERS = "_headers"
POLICY = "Content-Security-Policy"
UNFRAMED = f"  {POLICY}: frame-ancestors 'none'"
"""No other site may show what is here in a frame."""

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

_CHARSET = '<meta charset="utf-8">'

# The clipboard and the device's own share sheet are all the guide asks a browser for.
_REFUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope",
            "magnetometer", "microphone", "midi", "payment", "usb")  # fmt: skip

_FIXED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _REFUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def script_hashes(html: str) -> list[str]:
    """The CSP sources of a page's inline scripts; data blocks are not run and need none."""
    return _sources(inline.scripts(html))


def style_hashes(html: str) -> list[str]:
    """The CSP sources of a page's inline styles."""
    return _sources(inline.styles(html))


def _sources(codes: Iterable[str]) -> list[str]:
    return sorted({_source(code) for code in codes})


@cache
def _source(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The policy that lets just these inline scripts run and these inline styles apply."""
    own = {"script-src": scripts, "style-src": styles}
    rules = {name: " ".join([value, *own.get(name, ())]) for name, value in RULES.items()}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def apply(site: Site, root: Path = ROOT) -> None:
    """Give every page its policy, before anything it governs.

    Inline code loses the blanks at its ends first: minify takes them away, and a hash knows.
    """
    refused: list[Problem] = []
    for page in site.pages:
        site.pages[page] = tags.trimmed(site.pages[page])
        own = tags.inline(site.pages[page])
        refused += inline.unknown(site, page, own, root)
        meta = f'<meta http-equiv="Content-Security-Policy" content="{stated(own)}">'
        site.replace_once(page, _CHARSET, f"{_CHARSET}{meta}")
    if refused:
        raise DataError(refused)


def stated(found: Iterable[Inline]) -> str:
    """The policy of a page with these scripts and styles."""
    scripts, styles = inline.codes(found)
    return policy(_sources(scripts), _sources(styles))


def headers(pages: Iterable[str]) -> dict[str, str]:
    """Header names and values for every file; the policy allows what all pages' own do."""
    own = [inline.codes(tags.inline(page)) for page in pages]
    scripts, styles = (_sources(chain(*codes)) for codes in zip(*own, strict=True))
    return {POLICY: policy(scripts, styles), **_FIXED}


def unframed(pages: Iterable[str]) -> list[str]:
    """The rules that keep pages out of frames, but for those made for one.

    They stand folder by folder. A host may add a second policy to that of all pages, or put it in
    its place; neither would take back a refusal that stood there. Each page has its own policy.
    """
    tops = sorted({f"/{page.split('/')[0]}/*" for page in pages if "/" in page} - {"/embed/*"})
    return [line for place in ("/", "/index.html", *tops) for line in ("", place, UNFRAMED)]


def write_headers(site: Site) -> None:
    """Write ``_headers``; each page's own policy is narrower still."""
    copies = (data.decode() for path, data in site.files.items() if path.endswith(".html"))
    everywhere = headers([*site.pages.values(), *copies])
    lines = ["/*", *(f"  {name}: {value}" for name, value in everywhere.items())]
    lines += unframed(path for path in site.content() if path.endswith(".html"))
    # Open data is for other sites to read.
    lines += ["", "/data/*", "  Access-Control-Allow-Origin: *"]
    for folder in site.unchanging:
        lines += ["", f"/{folder}/*", "  Cache-Control: public, max-age=31536000, immutable"]
    site.files[HEADERS] = "\n".join([*lines, ""]).encode()
