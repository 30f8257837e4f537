"""Where the site will stand: told by whoever deploys it, never guessed."""

from __future__ import annotations

import os


def site_url() -> str:
    """``SITE_URL`` with a slash at its end; empty if the deployer gave none."""
    given = os.environ.get("SITE_URL", "").strip().rstrip("/")
    return f"{given}/" if given else ""
