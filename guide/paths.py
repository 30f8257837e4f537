"""Where the project's parts stand on disk."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
LOCALES = ROOT / "locales"
"""The catalogues of other languages, a folder each."""
WORK = ROOT / ".build"
"""What builds keep and leave between runs; never published, always safe to delete."""
