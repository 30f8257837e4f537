"""What only the deployer knows: told through the environment, never guessed."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from guide.publish.engines import BuildFailedError


def site_url() -> str:
    """``SITE_URL`` with a slash at its end; empty if the deployer gave none."""
    given = os.environ.get("SITE_URL", "").strip().rstrip("/")
    return f"{given}/" if given else ""


def security_contact() -> str:
    """``SECURITY_CONTACT``: where security problems are told; empty if the deployer gave none."""
    return _contact("SECURITY_CONTACT")


def accessibility_contact() -> str:
    """``ACCESSIBILITY_CONTACT``: where barriers are told; empty if the deployer gave none."""
    return _contact("ACCESSIBILITY_CONTACT")


def _contact(name: str) -> str:
    """``BuildFailedError`` if what was given is no address: ``mailto:``, ``https:`` or ``tel:``."""
    given = os.environ.get(name, "").strip()
    if given and (
        urlsplit(given).scheme not in {"mailto", "https", "tel"} or len(given.split()) > 1
    ):
        wrong = f"{name} is {given!r}"
        raise BuildFailedError(f"{wrong}; give an address that starts mailto:, https: or tel:")
    return given
