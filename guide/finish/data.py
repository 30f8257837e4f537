"""Publish the facts as open data beside the pages."""

from __future__ import annotations

import json
from pathlib import Path

from guide.book import Book


def publish(book: Book, site: Path) -> None:
    """Write ``data/platforms.json``: the same content and order as ``platforms.yml``."""
    plain = book.data.model_dump(mode="json", exclude_unset=True)
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    (site / "data" / "platforms.json").write_text(f"{text}\n", encoding="utf-8")
