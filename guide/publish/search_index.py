"""The index that search reads, where each engine keeps it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.i18n.foreign import bare
from guide.i18n.words import _
from guide.publish.site import Site

# Where MkDocs and Zensical keep the index, and the list in it.
INDEXES = (("search/search_index.json", "docs"), ("search.json", "items"))

# What stands on every step and after every fact is no answer to anybody's search.
_SPAN = "(?:<[^>]*>)?"


def _everywhere() -> re.Pattern[str]:
    done = re.escape(bare(_("Step %(number)s done"))).replace(r"%\(number\)s", r"\d+")
    link = re.escape(bare(_("Link to this step")))
    return re.compile(
        rf" ?<sup>.*?</sup>|<p> ?{_SPAN}{done}{_SPAN}</p> ?|<p>{_SPAN}{link}{_SPAN}</p> ?"
    )


@dataclass(frozen=True, slots=True)
class Index:
    """Its path in the site, and the name of the list it holds."""

    path: str
    entries: str


def of(site: Site) -> Index:
    """The index of a site."""
    for path, entries in INDEXES:
        if path in site.files:
            return Index(path, entries)
    raise site.changed("the site", f"search index ({' or '.join(path for path, _ in INDEXES)})")


def trim(site: Site) -> None:
    """Drop entries that would answer every search."""
    path = of(site).path
    site.files[path] = _everywhere().sub("", site.files[path].decode()).encode()
