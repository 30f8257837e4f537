"""Names for files that tell what they hold: another content, another name."""

from __future__ import annotations

import hashlib


def name_for(stem: str, content: bytes, suffix: str) -> str:
    """``guide.0a1b2c3d.css``."""
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{suffix}"
