"""What changed, as an Atom feed (RFC 4287) other sites can follow."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from guide.book import Book
from guide.dates import in_words
from guide.fields import earliest
from guide.select import changes_newest_first

FEED = Path("about") / "changes" / "feed.xml"
TITLE = "AI Training Opt-Out Guide: what changed"

_ATOM = "http://www.w3.org/2005/Atom"


def atom(book: Book, root: str) -> bytes:
    """The feed, newest first. ``root`` is the site's address with a slash at its end.

    A partial date stands for its first day, at midnight UTC.
    """
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    changes = changes_newest_first(book)
    _add(feed, "title", TITLE)
    _add(feed, "id", f"{root}about/changes/")
    _add(feed, "updated", _moment(changes[0].date if changes else book.data.compiled))
    ET.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=f"{root}{FEED.as_posix()}")
    ET.SubElement(feed, f"{{{_ATOM}}}link", href=f"{root}about/changes/")
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", "AI Training Opt-Out Guide")
    for change in changes:
        names = ", ".join(book.data.companies[name].name for name in change.affects)
        address = f"{root}about/sources/#change-{change.id}"
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "title", f"{in_words(change.date)}: {names}")
        _add(entry, "id", address)
        _add(entry, "updated", _moment(change.date))
        for name in change.affects:
            label = book.data.companies[name].name
            ET.SubElement(entry, f"{{{_ATOM}}}category", term=name, label=label)
        ET.SubElement(entry, f"{{{_ATOM}}}link", href=address)
        _add(entry, "summary", change.what)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def publish(book: Book, site: Path, root: str) -> None:
    """Write the feed; without an address for the site there is none to follow."""
    if root:
        (site / FEED).parent.mkdir(parents=True, exist_ok=True)
        (site / FEED).write_bytes(atom(book, root))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{tag}").text = text


def _moment(value: str) -> str:
    return f"{earliest(value).isoformat()}T00:00:00Z"
