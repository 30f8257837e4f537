"""Addresses that pages once had lead on to where they stand now, to the same step.

A script carries the fragment along; without one there is a plain link. A refresh by
``<meta>`` would go on by itself, but lose the fragment, and with it the step.
"""

from __future__ import annotations

from pathlib import Path

from guide.book import Book
from guide.render import render
from guide.site import site_url


def apply(book: Book, site: Path) -> None:
    """Write a page at every old address."""
    for moved in book.data.moved:
        page = site / moved.old / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        html = render(
            "moved",
            root="../" * (moved.old.count("/") + 1),
            new=moved.new,
            date=moved.date,
            title=book.pages[moved.new].title,
            address=f"{site_url()}{moved.new}/" if site_url() else "",
        )
        page.write_text(html, encoding="utf-8")
