"""The same guide with ten times the routes: each product's pages and routes nine times more."""

from __future__ import annotations

import copy
import json
import re
from functools import partial
from pathlib import Path
from typing import Any

from guide.data.book import DATA_FILE
from guide.data.loader import load
from guide.paths import DOCS
from guide.show.book import open_book

TIMES = 10
_PRODUCT = re.compile(r"^product: [\w-]+", re.MULTILINE)
_CLAIMS = r"\b(?:cite|claims?)\([^)]*\)"  # whose ids may be those of routes
_NAV_START = "  - Limit:\n"


def multiply(project: Path) -> int:
    """Add routes and pages to a copy of the project; returns how many routes it then has."""
    data, _ = load(DATA_FILE.read_bytes())
    pages: dict[str, list[str]] = {}
    for name, placed in open_book().routes.items():
        pages.setdefault(placed.route.page, []).append(name)
    count = 0
    for company in data["companies"].values():
        with_routes = [item for item in company["products"].items() if item[1].get("routes")]
        for name, product in with_routes:
            count += len(product["routes"]) * TIMES
            for number in range(2, TIMES + 1):
                company["products"][f"{name}-x{number}"] = _again(product, number)
    text = json.dumps(data, indent=0, ensure_ascii=False)  # which is YAML, too
    (project / "docs" / "data" / "platforms.yml").write_text(f"{text}\n...\n", encoding="utf-8")
    settings = project / "mkdocs.yml"
    groups = "".join(_copies(project, pages, number) for number in range(2, TIMES + 1))
    whole = settings.read_text(encoding="utf-8").replace(_NAV_START, groups + _NAV_START, 1)
    settings.write_text(whole, encoding="utf-8")
    return count


def _again(product: dict[str, Any], number: int) -> dict[str, Any]:
    more = copy.deepcopy(product)
    for route in more["routes"]:
        route["id"] += f"-x{number}"
        route["page"] += f"-x{number}"
    return more


def _copies(project: Path, pages: dict[str, list[str]], number: int) -> str:
    """One copy of every page with routes, and its part of the navigation."""
    lines = [f"  - Copy {number}:\n"]
    for page, routes in pages.items():
        text = _PRODUCT.sub(rf"\g<0>-x{number}", (DOCS / f"{page}.md").read_text(encoding="utf-8"))
        own = re.compile(rf"{_CLAIMS}|(?<=\"|#)({'|'.join(routes)})(?=\"\)|\", |[\s)]|--)")
        text = own.sub(partial(_renamed, f"-x{number}"), text)
        (project / "docs" / f"{page}-x{number}.md").write_text(text, encoding="utf-8")
        lines.append(f"      - {page.replace('/', ' ')} {number}: {page}-x{number}.md\n")
    return "".join(lines)


def _renamed(end: str, found: re.Match[str]) -> str:
    return found[0] + end if found[1] else found[0]
