"""The same page in the other languages that are built: links in every header.

Pages hold plain links and no ``<link hreflang>``: for each of those the theme's script fetches
another language's sitemap. Where English is built alone, nothing here leaves a trace.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from guide import addresses
from guide.i18n.language import current, own_name
from guide.publish import language_sitemap, language_steps
from guide.publish.site import Site
from guide.show.render import render

_SCRIPT = "assets/javascripts/switches.js"
_LOST = "404.html"
_SEARCH = re.compile(r'<label [^>]*for="__search"')
"""What the list stands before in the header."""
_LISTS = re.compile(r'<(details|p) class="languages">.*?</\1>', re.DOTALL)
_LINK = re.compile(r'href="[^"]*" hreflang="([\w-]+)"')
_STEPS = re.compile(rf'href="{language_steps.FOLDER}/"')


def apply(site: Site) -> None:
    """Put the list into every page of the theme, and a line with it on the home page."""
    if not (others := _others(site)):
        return
    of_steps = {addresses.file(it) for it in language_steps.pages(site)}
    for page in site.themed:
        links = [(_leads(site, page, it), it, own_name(it)) for it in others]
        before = site.find(page, _SEARCH, "button for the search")[0]
        steps = f"{language_steps.FOLDER}/" if page in of_steps else ""
        switch = render("language-switch", code=current().code.upper(), links=links, steps=steps)
        site.replace_once(page, before, f"{switch}{before}")
        if page == addresses.file(""):
            site.replace_once(page, "</h1>", f"</h1>{render('language-line', links=links)}")
    site.files[_SCRIPT] += Path(__file__).with_name("language-switch.js").read_bytes()
    language_steps.write(site, others)
    language_sitemap.write(site, others)


def in_copy(site: Site) -> None:
    """A copy holds one language: the others are on the web, if it is known where."""
    choosers = {
        addresses.file(f"{it}/{language_steps.FOLDER}") for it in language_steps.pages(site)
    }
    site.remove(choosers.__contains__)
    for page in site.themed if _others(site) else ():
        lists = partial(_on_the_web, path=_inside(page), root=site.settings.root_url)
        site.pages[page] = _LISTS.sub(lists, site.pages[page])


def choosers(site: Site) -> dict[str, str]:
    """Page of a copy → where on the web readers without scripts find it in other languages."""
    root = site.settings.root_url if _others(site) else ""
    own = f"{root}{addresses.of_language(current().code)}"
    steps = {addresses.file(it) for it in language_steps.pages(site)}
    beside = {page: f"{language_steps.FOLDER}/" if page in steps else "" for page in site.themed}
    return {page: f"{own}{_inside(page)}{it}" if root else "" for page, it in beside.items()}


def _on_the_web(found: re.Match[str], path: str, root: str) -> str:
    if not root:
        return ""
    led = f'href="{root}%s{path}" rel="noreferrer" hreflang="%s"'
    there = _LINK.sub(lambda it: led % (addresses.of_language(it[1]), it[1]), found[0])
    steps = f"{root}{addresses.of_language(current().code)}{path}{language_steps.FOLDER}/"
    return _STEPS.sub(f'href="{steps}" rel="noreferrer"', there)


def _others(site: Site) -> list[str]:
    """The languages built beside this one."""
    return [it for it in site.settings.languages or () if it != current().code]


def _inside(page: str) -> str:
    """A page's file → its address in the site: ``rights/eu/``. The one for lost readers: home."""
    folder = str(PurePosixPath(page).parent)
    return "" if folder == "." else f"{folder}/"


def _leads(site: Site, page: str, code: str) -> str:
    """The way to the same page in a language."""
    path = f"{addresses.of_language(code)}{_inside(page)}"
    if page == _LOST:  # it is shown at any address
        return f"{urlsplit(site.settings.root_url).path or '/'}{path}"
    return addresses.relative(
        f"{addresses.of_language(current().code)}{_inside(page)}", path.rstrip("/")
    )
