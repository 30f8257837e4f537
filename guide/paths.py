"""Where the project's parts stand on disk, and what it is built with."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
LOCALES = ROOT / "locales"
"""The catalogues of other languages, a folder each."""
WORK = ROOT / ".build"
"""What builds keep and leave between runs; never published, always safe to delete."""


def installed(package: str, path: str) -> Path:
    """A file or folder that an installed package brings; ``PackageNotFoundError`` if it is none."""
    return Path(str(distribution(package).locate_file(path)))
