"""Lazy scripts: the theme's are fetched when the reader first does something (``lazy-theme.js``).

Our own come in two files: ``every``, which all pages share, so that a browser keeps it, and
``page``, with whatever else the page needs. Scripts that only serve the theme's join what is
fetched with it (``start``), and one whose work is far down is fetched by ``lazy-deadline.js``.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]

from guide.publish.content_name import name_for
from guide.publish.site import Site

FOLDER = "assets/javascripts/"
INLINE = Path(__file__).with_name("inline")
EVERYWHERE = ("switches.js", "lazy-theme.js", "gradual-layout.js", "open-part.js")
"""Not every page has closed parts, but who comes from one that has needs no other file."""
DEADLINE = "deadline.js"

_HOLDING_UP = re.compile(r'<script src="([^"]+)"></script>')
_OWN = re.compile(rf'<script src="[^"]*{FOLDER}([\w-]+\.js)" defer></script>')
_CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>')
_MEMORY = re.compile(r'<script>(__md_scope=new URL\()"[^"]*",location(\).*?)</script>')
_LOST = 'id="lost"'
"""On the page for lost readers (404.html), which does not know where it is shown."""
_HEADER = "</header>"
_END = "</body>"


@cache
def inline(name: str) -> str:
    """A script of the folder ``inline`` as an element."""
    return f"<script>{jsmin((INLINE / name).read_text(encoding='utf-8'))}</script>"


def apply(site: Site) -> None:
    """Join each page's own scripts into a file; let the theme's load at the first touch or key."""
    joined = Joined(site)
    for page in site.themed:
        _serve(site, page, joined)
    joined.remove_parts()


class Joined:
    """Our scripts, made smaller, and the files that several of them are joined into."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._codes: dict[str, str] = {}
        self._made: dict[tuple[str, ...], str] = {}
        self._parts: set[str] = set()
        for path in site.files:
            name = path.removeprefix(FOLDER)
            if path.startswith(FOLDER) and "/" not in name and name.endswith(".js"):
                self._codes[name] = site.files[path].decode()
        for name, code in self._codes.items():
            if not name.endswith(".min.js"):
                self._codes[name] = f"{jsmin(code)}\n"
                site.files[FOLDER + name] = self._codes[name].encode()

    def join(self, stem: str, *names: str, before: str = "") -> str:
        """Write these as one script; returns its name."""
        key = (stem, before, *names)
        if key not in self._made:
            code = (before + "".join(self._codes[name] for name in names)).encode()
            self._parts |= set(names)
            self._made[key] = name_for(stem, code, ".js")
            self._site.files[FOLDER + self._made[key]] = code
        return self._made[key]

    def remove_parts(self) -> None:
        """Remove the files that were joined, but for those that a page asks for by themselves."""
        pages = self._site.pages.values()
        for name in self._parts:
            if not any(f'="{FOLDER}{name}"' in page for page in pages):
                del self._site.files[FOLDER + name]


def _serve(site: Site, page: str, joined: Joined) -> None:
    sources = [it[1] for it in site.cut(page, _HOLDING_UP, "script of the theme")]
    own = [it[1] for it in site.cut(page, _OWN, "script of our own")]
    root = sources[0].partition(FOLDER)[0] + FOLDER
    *before, theme = (source.removeprefix(root) for source in sources)
    start = joined.join("start", "settings.js", *before, before=_settings(site, page))
    every = (
        f'<script src="{root}{joined.join("every", *EVERYWHERE)}"'
        f' data-scripts="{root}{start} {root}{theme}" defer></script>'
    )
    site.replace_once(page, _HEADER, _HEADER + site.own(inline("colours.js")))
    lost = site.own(inline("lost.js")) if _LOST in site.pages[page] else ""
    site.replace_once(page, _END, every + _own(own, root, joined) + lost + _END)


def _own(found: list[str], root: str, joined: Joined) -> str:
    """The page's own scripts, joined; on a page without letters, reply times load when near."""
    names = [name for name in found if name not in EVERYWHERE]
    near = ""
    if DEADLINE in names and "letters.js" not in names:
        names[names.index(DEADLINE)] = "lazy-deadline.js"
        near = f' data-near="{root}{joined.join("deadline", DEADLINE)}"'
    if not names:
        return ""
    return f'<script src="{root}{joined.join("page", *names)}"{near} defer></script>'


def _settings(site: Site, page: str) -> str:
    """The theme's settings (``__config``) and helpers, the same text for all pages."""
    (config,) = site.cut(page, _CONFIG, "settings of the theme (__config)")
    told = json.loads(config[1])
    del told["base"]
    told["search"] = told["search"][told["search"].index(FOLDER) :]
    (memory,) = site.cut(page, _MEMORY, "helpers of the theme (__md_scope)")
    lent = f'{memory[1]}"../../",document.currentScript.src{memory[2]};'
    return f"{lent}\nconst settings = {json.dumps(told, separators=(',', ':'))};\n"
