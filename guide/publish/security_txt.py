"""Whom to tell of a security problem (RFC 9116), where the deployer says so."""

from __future__ import annotations

from datetime import timedelta

from guide.addresses import ENGLISH
from guide.publish.site import Site
from guide.settings import Settings

FILE = ".well-known/security.txt"
VALID = timedelta(days=180)
"""Well under the year the standard allows: a site nobody builds anew stops promising."""


def apply(site: Site) -> None:
    """Write the file, once for all languages; without a contact there is none."""
    if site.settings.security_contact and site.settings.language == ENGLISH:
        site.files[FILE] = text(site.settings).encode()


def text(settings: Settings) -> str:
    """What the file says, for a while from the day the guide is judged by."""
    lines = [
        f"Contact: {settings.security_contact}",
        f"Expires: {(settings.guide_date + VALID).isoformat()}T00:00:00Z",
        "Preferred-Languages: en",
    ]
    lines += [f"Canonical: {settings.site_url}{FILE}"] if settings.site_url else []
    return "".join(f"{line}\n" for line in lines)
