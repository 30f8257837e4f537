"""What many pages of a copy for disk share stands once: a script in its place writes it.

A zip packs each page by itself, so what all repeat is paid four hundred times. Taken out is what
does nothing without scripts, the menu, and the links at the foot. Without scripts the sections
stand in a row at any width, above them the ways to the first page and to other languages
(``bare.css``). The first page keeps all: it is the contents for those without scripts.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guide import addresses
from guide.publish import language_switch
from guide.publish.site import Site
from guide.show.render import render

FOLDER = "assets/javascripts/"
_FIRST = addresses.file("")


@dataclass(frozen=True)
class Part:
    """A part of the page. What the group ``stays`` finds in it stays on the page, before it."""

    name: str
    pattern: re.Pattern[str]
    by_folder: bool = False
    """Each page has one of its own, like those of its folder: a file for each folder."""


HEAD = "head"
PARTS = tuple(
    Part(name, re.compile(pattern, re.DOTALL), by_folder=name == "menu")
    for name, pattern in {
        HEAD: r'<input class="md-toggle".*?(?P<stays><div data-md-component="skip">.*?</div>).*?'
        r"</header>",
        "menu": r'<div class="md-sidebar md-sidebar--primary".*?</nav>(?:\s*</div>){3}',
        "form": r'<form class="letter-form".*?</form>',
        "send": r'(?<=id="letter-actions")(?P<stays>[^>]*>).*?(?=</div>)',
        "top": r'<button [^>]*class="md-top.*?</button>',
        "links": r'<p class="md-copyright__links">.*?</p>',
        "end": r'(?:<script [^>]*></script>)?<div class="md-dialog"'
        r'.*?<script [^>]*data-scripts="[^>]*></script>',
    }.items()
)

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
    bare = {
        page: render("copy-bare", root=_root(page), name=site.settings.name, languages=chooser)
        for page, chooser in language_switch.choosers(site).items()
    }
    for part in PARTS:
        _take_out(site, part, bare if part.name == HEAD else {})
    if site.files.keys() & {f"{FOLDER}{HEAD}.js"}:
        sheet = site.find(_FIRST, _SHEET, "style sheet")[1]
        site.files[sheet.removeprefix("./")] += Path(__file__).with_name("bare.css").read_bytes()


def _take_out(site: Site, part: Part, bare: Mapping[str, str]) -> None:
    found = {
        page: it
        for page in site.themed
        if page != _FIRST and (it := part.pattern.search(site.pages[page]))
    }
    general = {page: _general(site, page, it) for page, it in found.items()}
    shared = Counter(general.values())
    files: dict[str, dict[str, int]] = {}
    for page, it in found.items():
        if shared[general[page]] == 1 and not part.by_folder:
            continue
        name = f"{part.name}-{page.partition('/')[0]}" if part.by_folder else part.name
        path = f"{FOLDER}{name}.js"
        kept = files.setdefault(path, {})
        number = kept.setdefault(general[page], len(kept))
        which = f' data-part="{number}"' if number else ""
        written = f'<script src="{_root(page)}{path}"{which}></script>'
        before, after = it.string[: it.start()], it.string[it.end() :]
        site.pages[page] = f"{before}{_stays(it)}{bare.get(page, '')}{written}{after}"
    code = Path(__file__).with_name("parts.js").read_text("utf-8")
    for path, kept in files.items():
        site.files[path] = code.replace("PARTS", json.dumps([*kept], ensure_ascii=False)).encode()


def _general(site: Site, page: str, found: re.Match[str]) -> str:
    """A part as it is on every page, with marks for what differs (``parts.js``)."""
    text = _PLAIN.sub("", found[0].replace(_stays(found), "", 1) if _stays(found) else found[0])
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


def _root(page: str) -> str:
    return addresses.relative(page.rpartition("/")[0], "")
