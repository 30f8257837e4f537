"""Sites of a few made-up pages, in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from guide.data.book import Book
from guide.publish.site import Site
from guide.settings import Settings
from tests.small import book as small_book

URL = "https://guide.example/guide/"
SETTINGS = Settings(
    name="The Guide",
    tagline="How to say no",
    site_url=URL,
    security_contact="",
    accessibility_contact="",
    guide_date=date(2026, 11, 23),
    build_time=1_700_000_000,
    version="1",
)


def settings(**given: Any) -> Settings:
    return replace(SETTINGS, **given)


def site(
    pages: dict[str, str] | None = None,
    files: dict[str, bytes] | None = None,
    book: Book | None = None,
    **given: Any,
) -> Site:
    """Every page is as the theme made it; ``given`` changes settings."""
    made = Site(book or small_book(), settings(**given), dict(pages or {}), dict(files or {}))
    made.themed = tuple(made.pages)
    made.step = "the step"
    return made
