"""On each entry of evidence, the pages that cite it, read from the built pages: none is missed."""

from __future__ import annotations

import re

from guide import addresses
from guide.publish.site import Site
from guide.show.render import render

_LINK = re.compile(rf'href="(?:[./]*/)?{addresses.SOURCES}/[\w-]+/#([\w-]+)"')
_ENTRY = re.compile(
    r'(<div class="entry" id="([\w-]+)">.*?)<p class="entry__cited"></p>', re.DOTALL
)


def apply(site: Site) -> None:
    """Name in every entry the pages with a link to it."""
    evidence = [path for path in site.book.pages if path.startswith(addresses.SOURCES)]
    cited: dict[str, list[str]] = {}
    for path in site.book.pages:
        if path not in evidence:
            for anchor in sorted(set(_LINK.findall(site.pages[addresses.file(path)]))):
                cited.setdefault(anchor, []).append(path)
    for path in evidence:
        _fill(site, path, cited)


def _fill(site: Site, path: str, cited: dict[str, list[str]]) -> None:
    """Put the lines on a page of evidence. One of a subject without any facts has no entry."""

    def line(entry: re.Match[str]) -> str:
        return entry[1] + _line(site, path, cited.get(entry[2], []))

    file = addresses.file(path)
    site.pages[file], found = _ENTRY.subn(line, site.pages[file])
    subject = site.book.data.subjects.get(path.rpartition("/")[2])
    if subject and (subject.claims or subject.changes) and not found:
        raise site.changed(file, "entry with a place for the pages that cite it")


def _line(site: Site, here: str, pages: list[str]) -> str:
    """The pages by their titles, each with the way to it."""
    titles = {path: site.book.pages[path].title for path in pages}
    links = [
        (addresses.relative(f"{here}/", path), title)
        for path, title in sorted(titles.items(), key=lambda it: it[1].casefold())
    ]
    return render("cited-on", links=links)
