"""Publish the facts as open data beside the pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guide.book import Book


def publish(book: Book, site: Path) -> None:
    """Write ``data/platforms.json``: the same content and order as ``platforms.yml``."""
    text = json.dumps(_plain(book), ensure_ascii=False, indent=1)
    (site / "data" / "platforms.json").write_text(f"{text}\n", encoding="utf-8")


def _plain(book: Book) -> dict[str, Any]:
    plain = book.data.model_dump(mode="json", exclude_unset=True)
    for company in plain["companies"].values():
        for product in company["products"].values():
            for route in product.get("routes", []):
                _coverage(route)
    return plain


def _coverage(route: dict[str, Any]) -> None:
    """``covers`` keeps the shape it was published with, a list of texts; ``coverage`` has all."""
    route["coverage"] = {key: route[key] for key in ("covers", "does_not_cover") if key in route}
    for key, lines in route["coverage"].items():
        route[key] = [line["text"] for line in lines]
