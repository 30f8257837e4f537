"""The names of places as a script, asked for when a reader first touches the box for one."""

from __future__ import annotations

from guide.data.book import Book
from guide.publish.site import Site
from guide.settings import Settings
from guide.show import place_names


def ahead(_book: Book, _settings: Settings) -> None:
    """Look the names up."""
    place_names.territories()


def apply(site: Site) -> None:
    """Write the script beside the others."""
    site.files[place_names.FILE] = place_names.script(site.book).encode()
