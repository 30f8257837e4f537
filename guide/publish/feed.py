"""What changed, as an Atom feed (RFC 4287) other sites can follow."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from guide import addresses
from guide.data.book import Book
from guide.data.types import earliest
from guide.i18n import foreign
from guide.i18n.words import _
from guide.publish.site import Site
from guide.show.dates import in_words
from guide.show.queries import changes_newest_first, corrections_newest_first

FEED = f"{addresses.inside(addresses.CHANGES)}feed.xml"

_ATOM = "http://www.w3.org/2005/Atom"


def apply(site: Site) -> None:
    """Write the feed; without an address for the site there is none to follow."""
    if site.settings.site_url:
        site.files[FEED] = atom(site.book, site.settings.site_url, site.settings.name)


def atom(book: Book, site_url: str, name: str) -> bytes:
    """The feed of the guide of this name, newest first.

    A partial date stands for its first day, at midnight UTC.
    """
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    changes = changes_newest_first(book)
    page = addresses.absolute(site_url, addresses.CHANGES)
    _add(feed, "title", _("%(guide)s: what changed") % {"guide": name})
    _add(feed, "id", page)
    dates = [it.date for it in changes] + [it.date for it in book.data.corrections]
    _add(feed, "updated", _moment(max(dates or [book.data.compiled], key=earliest)))
    ET.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=f"{site_url}{FEED}")
    ET.SubElement(feed, f"{{{_ATOM}}}link", href=page)
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", name)
    for it in corrections_newest_first(book):
        address = addresses.absolute(site_url, addresses.CORRECTIONS, it.id)
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "title", f"{in_words(it.date)}: {_('Correction')}")
        _add(entry, "id", address)
        _add(entry, "updated", _moment(it.date))
        ET.SubElement(
            entry, f"{{{_ATOM}}}category", term="corrections", label=foreign.bare(_("Corrections"))
        )
        ET.SubElement(entry, f"{{{_ATOM}}}link", href=address)
        _add(entry, "summary", f"{_('We wrote:')} {it.was} {_('Right is:')} {it.now} {it.relied}")
    for change in changes:
        names = ", ".join(book.data.companies[name].name for name in change.affects)
        page, anchor = addresses.change(change.id)
        address = addresses.absolute(site_url, page, anchor)
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "title", f"{in_words(change.date)}: {names}")
        _add(entry, "id", address)
        _add(entry, "updated", _moment(change.date))
        for name in change.affects:
            label = book.data.companies[name].name
            ET.SubElement(entry, f"{{{_ATOM}}}category", term=name, label=label)
        own = addresses.absolute(site_url, book.entries[anchor], anchor)
        ET.SubElement(entry, f"{{{_ATOM}}}link", href=own)
        _add(entry, "summary", change.what)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{tag}").text = foreign.bare(text)


def _moment(value: str) -> str:
    return f"{earliest(value).isoformat()}T00:00:00Z"
