"""Put right what the theme leaves against the rules of HTML, and against ours."""

from __future__ import annotations

import re

from guide.publish.site import Site

# What must be valid HTML: a checkbox has no ``autocomplete``, ``tabindex`` is a number.
_BOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_NO_INDEX = re.compile(r'(<label class="md-nav__link[^>]*?) tabindex=""')
# Firefox fetches the page after this one ahead, or tries to, as the policy forbids it.
_NEIGHBOUR = re.compile(r'<link rel="(?:prev|next)"[^>]*>')
# The theme's own link out, to the repository, tells it where the reader came from.
_REPOSITORY = re.compile(r'(<a (?:[^<>]*? )?class="md-source")')
_CONTENTS = '<label class="md-nav__title" for="__toc">'

# Which versions made a page helps nobody but those who look for old ones.
_GENERATOR = re.compile(r'<meta name="generator"[^>]*>')

_UNUSED = re.compile(r"\.map$|^assets/javascripts/lunr/|^assets/images/favicon\.png$")
"""What only developers of the theme read, search in languages the guide is not in, its icon."""


def apply(site: Site) -> None:
    """Mend every page of the theme, and leave out files nobody reads."""
    for page in site.themed:
        _boxes(site, page)
        _contents(site, page)
        site.cut(page, _GENERATOR, "name of its generator")
    # Not every page has a section in its menu, or a neighbour; a site of several pages has.
    labelled = any('<label class="md-nav__link' in site.pages[page] for page in site.themed)
    _everywhere(site, _NO_INDEX, r"\1", "empty tabindex in a menu" if labelled else "")
    several = len(site.book.pages) > 1
    _everywhere(site, _NEIGHBOUR, "", "link in its head to the next one" if several else "")
    _everywhere(site, _REPOSITORY, r'\1 rel="noreferrer"', "")
    site.remove(lambda path: bool(_UNUSED.search(path)))


def _boxes(site: Site, page: str) -> None:
    """A checkbox has no ``autocomplete``."""
    text, found = _BOX.subn(r"\1", site.pages[page])
    if not found:
        raise site.changed(page, "autocomplete on the boxes that open menu and search")
    site.pages[page] = text


def _contents(site: Site, page: str) -> None:
    """A page without contents has no box that the title above them would switch."""
    text = site.pages[page]
    if 'id="__toc"' not in text and page != "404.html":
        if _CONTENTS not in text:
            raise site.changed(page, _CONTENTS)
        site.pages[page] = text.replace(_CONTENTS, _CONTENTS.replace(' for="__toc"', ""))


def _everywhere(site: Site, pattern: re.Pattern[str], right: str, expected: str) -> None:
    """Replace a pattern on all pages; what is ``expected`` must stand on one of them."""
    count = 0
    for page in site.themed:
        site.pages[page], found = pattern.subn(right, site.pages[page])
        count += found
    if expected and not count:
        raise site.changed("any page", expected)
