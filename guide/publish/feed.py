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


def atom(book: Book, site_url: str, name: str, company: str | None = None) -> bytes:
    """The feed of the guide of this name, or of one company in it, newest first.

    A partial date stands for its first day, at midnight UTC. An entry has the same id in each.
    """
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    changes = changes_newest_first(book, company)
    corrections = corrections_newest_first(book, company)
    of = f"{book.data.companies[company].name}, " if company else ""
    own = f"{site_url}{addresses.feed_of(company) if company else FEED}"
    page = addresses.absolute(site_url, addresses.CHANGES, company or "")
    _add(feed, "title", _("%(guide)s: %(company)swhat changed") % {"guide": name, "company": of})
    _add(feed, "id", own if company else page)
    dates = [it.date for it in changes] + [it.date for it in corrections]
    _add(feed, "updated", _moment(max(dates or [book.data.compiled], key=earliest)))
    ET.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=own)
    ET.SubElement(feed, f"{{{_ATOM}}}link", href=page)
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", name)
    for it in corrections:
        address = addresses.absolute(site_url, addresses.CORRECTIONS, it.id)
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "title", _dated(it.date, _("Correction")))
        _add(entry, "id", address)
        _add(entry, "updated", _moment(it.date))
        ET.SubElement(
            entry, f"{{{_ATOM}}}category", term="corrections", label=foreign.bare(_("Corrections"))
        )
        ET.SubElement(entry, f"{{{_ATOM}}}link", href=address)
        said = [_("We wrote:"), it.was, _("Right is:"), it.now, it.relied]
        _add(entry, "summary", " ".join(said))
    for change in changes:
        names = ", ".join(book.data.companies[name].name for name in change.affects)
        page, anchor = addresses.change(change.id)
        address = addresses.absolute(site_url, page, anchor)
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "title", _dated(change.date, names))
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


def _dated(day: str, what: str) -> str:
    colon = _(":")
    return f"{in_words(day)}{colon} {what}"


def _moment(value: str) -> str:
    return f"{earliest(value).isoformat()}T00:00:00Z"
