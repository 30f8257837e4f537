"""The theme's scripts on first need: ``later.js`` fetches them when the reader does something.

Our own come in two files: one of what every page has, so that a browser keeps it, and one
of what else the page has. What only the theme's scripts read goes where they come from, and
what has its work far down is fetched by ``near.js``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]

from guide.publish.speed.fingerprint import name_for

FOLDER = "assets/javascripts/"
INLINE = Path(__file__).with_name("inline")
EVERYWHERE = ("switches.js", "later.js", "lean.js")
DEADLINE = "deadline.js"

_HOLDING_UP = re.compile(r'\s*<script src="([^"]+)"></script>')
_OWN = re.compile(rf'\s*<script src="[^"]*{FOLDER}([\w-]+\.js)" defer></script>')
_SETTINGS = re.compile(r'\s*<script id="__config" type="application/json">(.*?)</script>')
_MEMORY = re.compile(r'\s*<script>(__md_scope=new URL\()"[^"]*",location(\).*?)</script>')
_HEADER = "</header>"
_END = "</body>"


def inline(name: str) -> str:
    """A script of the folder ``inline`` as an element."""
    return f"<script>{jsmin((INLINE / name).read_text(encoding='utf-8'))}</script>"


def apply(site: Path) -> None:
    """Join each page's scripts, and leave those that hold it up to be fetched later."""
    files = Files(site / FOLDER)
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if _HOLDING_UP.search(html):
            page.write_text(_served(html, files), encoding="utf-8")
    files.remove_joined()


class Files:
    """Our scripts, made smaller, and those joined from them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = (one for one in folder.glob("*.js") if not one.name.endswith(".min.js"))
        self._codes = {one.name: jsmin(one.read_text(encoding="utf-8")) + "\n" for one in found}
        self._joined: set[str] = set()
        for name, code in self._codes.items():
            (folder / name).write_text(code, encoding="utf-8")

    def join(self, stem: str, names: Iterable[str], before: str = "") -> str:
        """Write these as one script; returns its name."""
        own = list(names)
        code = before + "".join(self._codes[name] for name in own)
        self._joined |= set(own)
        name = name_for(stem, code.encode(), ".js")
        (self._folder / name).write_text(code, encoding="utf-8")
        return name

    def remove_joined(self) -> None:
        """Leave only what pages still name."""
        for name in self._joined:
            (self._folder / name).unlink()


def _served(html: str, files: Files) -> str:
    sources = _HOLDING_UP.findall(html)
    root = sources[0].partition(FOLDER)[0] + FOLDER
    *before, theme = (source.removeprefix(root) for source in sources)
    start = files.join("start", ["settings.js", *before], _settings(html))
    own = _own(_OWN.findall(html), root, files)
    every = (
        f'<script src="{root}{files.join("every", EVERYWHERE)}"'
        f' data-scripts="{root}{start} {root}{theme}" defer></script>'
    )
    for done in (_HOLDING_UP, _OWN, _SETTINGS, _MEMORY):
        html = done.sub("", html)
    html = html.replace(_HEADER, _HEADER + inline("colours.js"), 1)
    return html.replace(_END, own + every + _END, 1)


def _own(found: list[str], root: str, files: Files) -> str:
    """What else the page has. Reply times stand far down, but where a letter counts them."""
    names = [name for name in found if name not in EVERYWHERE]
    near = ""
    if DEADLINE in names and "letters.js" not in names:
        names[names.index(DEADLINE)] = "near.js"
        near = f' data-near="{root}{files.join("deadline", [DEADLINE])}"'
    return f'<script src="{root}{files.join("page", names)}"{near} defer></script>' if names else ""


def _settings(html: str) -> str:
    """What the page tells and lends the theme's script, without the way up to the site's root."""
    (text,) = _SETTINGS.findall(html)
    told = json.loads(text)
    del told["base"]
    told["search"] = told["search"][told["search"].index(FOLDER) :]
    ((before, after),) = _MEMORY.findall(html)
    memory = f'{before}"../../",document.currentScript.src{after};'
    return f"{memory}\nconst settings = {json.dumps(told, separators=(',', ':'))};\n"
