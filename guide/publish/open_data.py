"""Publish the facts as open data beside the pages: JSON, and the comparison as CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

from guide.data import seen
from guide.data.book import Book
from guide.data.labels import written
from guide.data.model.routes import Company
from guide.publish.site import Site

COLUMNS = ("company", "question", "answer", "note", "claims", "by_tier")

_DOUBT = ("high", "medium", "low")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def apply(site: Site) -> None:
    """Write ``data/platforms.json`` and ``data/comparison.csv``."""
    book = in_english(site.book)
    site.files["data/platforms.json"] = platforms(book).encode()
    site.files["data/comparison.csv"] = comparison(book).encode()


def in_english(book: Book) -> Book:
    """The book that open data is taken from, in any language."""
    return replace(book, data=book.english)


def platforms(book: Book) -> str:
    """The same content and order as ``platforms.yml``."""
    return f"{json.dumps(plain(book), ensure_ascii=False, indent=1)}\n"


def plain(book: Book) -> dict[str, Any]:
    """The data in the shape in which it is published, as maps, lists and text."""
    made = book.data.plain()
    made["labels"] = labels(book.data.companies)
    if any(it.route.confirmed.source == seen.SOURCE_ID for it in book.routes.values()):
        made["sources"][seen.SOURCE_ID] = seen.SOURCE.model_dump(mode="json", exclude_unset=True)
    for company in made["companies"].values():
        for product in company["products"].values():
            for route in product.get("routes", []):
                _coverage(route)
    return made


def _coverage(route: dict[str, Any]) -> None:
    """``covers`` keeps the shape it was published with, a list of texts; ``coverage`` has all."""
    route["coverage"] = {key: route[key] for key in ("covers", "does_not_cover") if key in route}
    for key, lines in route["coverage"].items():
        route[key] = [line["text"] for line in lines]


def labels(companies: dict[str, Company]) -> list[dict[str, Any]]:
    """Labels with names in other languages, in the shape they were first published with."""
    return [
        {
            "text": label.text,
            "names": {language: name.text for language, name in label.names.items()},
            "confidence": max((it.confidence for it in label.names.values()), key=_DOUBT.index),
            "sources": [
                {"id": ref.id, "at": ref.at} for it in label.names.values() for ref in it.sources
            ],
        }
        for _, label in written(companies)
        if label.names
    ]


def comparison(book: Book) -> str:
    """One row an answer, in the order of the page (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for company, answers in book.data.comparison.answers.items():
        for criterion in book.data.comparison.criteria:
            it = answers[criterion.id]
            name = book.data.companies[company].name
            plans = " ".join(f"{tier}={said}" for tier, said in it.by_tier.items())
            claims = " ".join(it.claims)
            row = (name, criterion.question, it.answer, it.note, claims, plans)
            writer.writerow(map(_cell, row))
    return out.getvalue()


def _cell(value: str) -> str:
    """Text a spreadsheet program does not run as a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
