"""What only the deployer knows: told through the environment, never guessed."""

from __future__ import annotations

import os


def site_url() -> str:
    """``SITE_URL`` with a slash at its end; empty if the deployer gave none."""
    given = os.environ.get("SITE_URL", "").strip().rstrip("/")
    return f"{given}/" if given else ""


def security_contact() -> str:
    """``SECURITY_CONTACT``: where security problems are told; empty if the deployer gave none."""
    return os.environ.get("SECURITY_CONTACT", "").strip()
