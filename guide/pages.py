"""The Markdown pages as the data sees them: address, title, and what they call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_ROUTE = re.compile(r"\broute\(\s*\"([a-z0-9-]+)\"")


@dataclass(frozen=True, slots=True)
class DocPage:
    """One page. ``path`` is its address without slashes at the ends; home is ``""``."""

    path: str
    file: Path
    title: str
    product: str | None
    routes: frozenset[str]


def read_pages(docs: Path = DOCS) -> dict[str, DocPage]:
    """All pages under ``docs`` by address."""
    return {page.path: page for page in (_page(docs, file) for file in sorted(docs.rglob("*.md")))}


def front_matter(text: str) -> dict[str, Any]:
    """The mapping at the head of a page; empty if there is none."""
    found = _FRONT.match(text)
    data = yaml.safe_load(found.group(1)) if found else {}
    return data if isinstance(data, dict) else {}


def address(docs: Path, file: Path) -> str:
    """``docs/rights/index.md`` → ``rights``; ``docs/plan.md`` → ``plan``."""
    path = file.relative_to(docs).with_suffix("").as_posix()
    return path.removesuffix("index").rstrip("/") if path.endswith("index") else path


def _page(docs: Path, file: Path) -> DocPage:
    text = file.read_text(encoding="utf-8")
    meta = front_matter(text)
    return DocPage(
        path=address(docs, file),
        file=file,
        title=str(meta.get("title", "")),
        product=meta.get("product"),
        routes=frozenset(_ROUTE.findall(text)),
    )
