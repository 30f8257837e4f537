"""Where the project's parts stand on disk."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
WORK = ROOT / ".build"
"""What builds keep and leave between runs; never published, always safe to delete."""
