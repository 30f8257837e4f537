"""What many pages of a copy for disk share stands once: a script in its place writes it.

A zip packs each page by itself, so what all repeat is paid four hundred times. Taken out is what
does nothing without scripts, the menus, and the links at the foot. Without scripts a bar above
each page leads to the first one, to all sections and to other languages (``bare.css``). The first
page keeps all: it is the contents for those without scripts.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from guide import addresses
from guide.publish import language_switch
from guide.publish.site import Site
from guide.show.render import render

FOLDER = "assets/javascripts/"
_FIRST = addresses.file("")


# What the group ``stays`` finds in a part stays on the page, before it.
HEAD, TABS, MENU = "head", "tabs", "menu"
PARTS = {
    name: re.compile(pattern, re.DOTALL)
    for name, pattern in {
        HEAD: r'<input class="md-toggle".*?(?P<stays><div data-md-component="skip">.*?</div>).*?'
        r"</header>(?:<script [^>]*></script>)?",
        TABS: r'<nav class="md-tabs".*?</nav>',
        MENU: r'<div class="md-sidebar md-sidebar--primary".*?</nav>(?:\s*</div>){3}'
        r'(?:\s*<div class="md-sidebar md-sidebar--secondary".*?</nav>(?:\s*</div>){3})?',
        "form": r'<form class="letter-form".*?</form>',
        "send": r'(?<=id="letter-actions")(?P<stays>[^>]*>).*?(?=</div>)',
        "top": r'<button [^>]*class="md-top.*?</button>',
        "links": r'<p class="md-copyright__links">.*?</p>',
        "end": r'(?:<script [^>]*></script>)?<div class="md-dialog".*?'
        r'<script [^>]*data-scripts="[^>]*></script>',
    }.items()
}

_SECTION = re.compile(r'<a href="([^"]*)" class="md-tabs__link">\s*([^<]*?)\s*</a>')
_ADDRESS = re.compile(r'\b((?:href|src|data-scripts|data-sheet)=")([^"]*)')
_ELSEWHERE = re.compile(r"#|[a-z]+:|//")
_PLAIN = re.compile(r"<li><noscript>.*?</noscript></li>")
_BLANK = re.compile(r"\s*\n\s*")
_TITLE = re.compile(r"<title>(.*) - [^<]*</title>")
_TOPIC = re.compile(
    r'(data-md-component="header-topic">\s*<span class="md-ellipsis">\s*)([^<]*[^<\s])'
)
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">')


def apply(site: Site) -> None:
    """Take each part out of all pages but the first."""
    bars = {page: _bar(site, page, it) for page, it in language_switch.choosers(site).items()}
    for name in PARTS:
        _take_out(site, name, bars if name == HEAD else {})
    if f"{FOLDER}{HEAD}.js" in site.files:
        sheet = site.find(_FIRST, _SHEET, "style sheet")[1]
        site.files[sheet.removeprefix("./")] += Path(__file__).with_name("bare.css").read_bytes()


def _bar(site: Site, page: str, chooser: str) -> str:
    """What stands above the page for readers without scripts."""
    tabs = PARTS[TABS].search(site.pages[page])
    sections = [(href, unescape(it)) for href, it in _SECTION.findall(tabs[0] if tabs else "")]
    home = f"{addresses.to_root(page)}{_FIRST}"
    name = site.settings.name
    return render("copy-bare", home=home, name=name, sections=sections, languages=chooser)


def _take_out(site: Site, name: str, bars: Mapping[str, str]) -> None:
    """Take a part out; the menus of a folder's pages are a file of their own."""
    files: dict[str, dict[str, int]] = {}
    for page in site.themed:
        if page == _FIRST or not (found := PARTS[name].search(site.pages[page])):
            continue
        folder = f"-{page.partition('/')[0]}" if name == MENU else ""
        path = f"{FOLDER}{name}{folder}.js"
        kept = files.setdefault(path, {})
        number = kept.setdefault(_general(site, page, found), len(kept))
        which = f' data-part="{number}"' if number else ""
        written = f'<script src="{addresses.to_root(page)}{path}"{which}></script>'
        before, after = found.string[: found.start()], found.string[found.end() :]
        site.pages[page] = f"{before}{_stays(found)}{bars.get(page, '')}{written}{after}"
    code = Path(__file__).with_name("parts.js").read_text("utf-8")
    for path, kept in files.items():
        site.files[path] = code.replace("PARTS", json.dumps([*kept], ensure_ascii=False)).encode()


def _general(site: Site, page: str, found: re.Match[str]) -> str:
    """A part as it is on every page, with marks for what differs (``parts.js`` fills them in)."""
    text = _PLAIN.sub("", found[0].replace(_stays(found), "", 1))
    inside, web = page.removesuffix("index.html"), re.escape(site.settings.root_url)
    lists = rf'(href="{web}[^"]*?){re.escape(inside)}(" rel="noreferrer" hreflang=)'
    text = re.sub(lists, r"\1{page}\2", text)
    if title := _TITLE.search(site.pages[page]):
        same = _TOPIC.search(text)
        if same and same[2] == title[1].strip():
            text = _TOPIC.sub(r"\1{title}", text)
    text = _ADDRESS.sub(lambda it: f"{it[1]}{_from_root(page, it[2])}", text)
    return _BLANK.sub("\n", text).strip()


def _stays(found: re.Match[str]) -> str:
    return found.groupdict().get("stays") or ""


def _from_root(page: str, given: str) -> str:
    """Relative addresses (of scripts, several) as seen from the root: ``{root}rights/``."""
    return " ".join(
        it
        if not it or _ELSEWHERE.match(it)
        else f"{{root}}{posixpath.normpath(posixpath.join(posixpath.dirname(page), it))}"
        for it in given.split(" ")
    )
