"""``_headers``: what a host that reads it sends with every file (Netlify, Cloudflare Pages).

It repeats the policy, and adds what a page cannot say of itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from guide.publish import csp
from guide.publish.speed import fingerprint

NAME = "_headers"

# The clipboard and the device's own share sheet are all the guide asks a browser for.
_REFUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope",
            "magnetometer", "microphone", "midi", "payment", "usb")  # fmt: skip

_FIXED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _REFUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def headers(pages: Iterable[str]) -> dict[str, str]:
    """Header names and values for every file; the policy allows what all pages' own do."""
    own = [(csp.hashes(page), csp.style_hashes(page)) for page in pages]
    scripts, styles = (sorted(set(chain(*hashes))) for hashes in zip(*own, strict=True))
    rules = f"{csp.policy(scripts, styles)}; frame-ancestors 'none'"
    return {"Content-Security-Policy": rules, **_FIXED}


def publish(site: Path) -> None:
    """Write ``_headers`` for the finished pages; each page's own policy is narrower still."""
    pages = (page.read_text(encoding="utf-8") for page in site.rglob("*.html"))
    lines = [f"  {name}: {value}" for name, value in headers(pages).items()]
    # Open data is for other sites to read.
    lines += ["", "/data/*", "  Access-Control-Allow-Origin: *"]
    # Files named by what they hold never change.
    for folder in fingerprint.FOLDERS:
        lines += ["", f"/{folder}/*", "  Cache-Control: public, max-age=31536000, immutable"]
    (site / NAME).write_text("\n".join(["/*", *lines, ""]), encoding="utf-8")
