"""Whom to tell of a security problem (RFC 9116), where the deployer says so."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

FILE = Path(".well-known") / "security.txt"
VALID = timedelta(days=180)
"""Well under the year the standard allows: a site nobody builds anew stops promising."""


def publish(site: Path, contact: str, root: str, on: date) -> None:
    """Write the file; without a contact there is none.

    ``root`` is the site's address, ``on`` the day it is judged by.
    """
    if contact:
        file = site / FILE
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(contact, root, on), encoding="utf-8")


def _text(contact: str, root: str, on: date) -> str:
    lines = [f"Contact: {contact}", f"Expires: {(on + VALID).isoformat()}T00:00:00Z"]
    lines += ["Preferred-Languages: en"]
    lines += [f"Canonical: {root}{FILE.as_posix()}"] if root else []
    return "".join(f"{line}\n" for line in lines)
