"""A site as the engine leaves it, made from a book in a few milliseconds.

The macros are filled in and their Markdown read as the engine does it. Around them stands as
little as the steps of publishing look for: the theme's own sheets and scripts are stubs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Undefined
from jinja2.environment import Template
from markdown import Markdown  # type: ignore[import-untyped]

from guide import addresses, settings
from guide.data.book import Book
from guide.data.nav import Part
from guide.paths import installed
from guide.publish import notices
from guide.publish.site import Site
from guide.settings import Settings
from guide.show import unread
from guide.show.context import Here
from guide.show.macros import MACROS
from tests.small_pages import PAGES, markdown

_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SCRIPTS = ("every.js", "settings.js", "switches.js", "lazy-theme.js", "gradual-layout.js", "open-part.js", "look.js",
            "moved.js", "deadline.js", "lazy-deadline.js", "shared.js")  # fmt: skip
_SHEETS = "body[data-md-color-scheme]{--x:red}.md-nav{color:red}h1,p,.kept{margin:0}@media print{p{margin:0}}"

SHELL = """<!doctype html><html lang="en" class="no-js"><head><meta charset="utf-8">
<meta name="referrer" content="no-referrer"><meta name="description" content="What it is about."><meta name="generator" content="x">
<link rel="next" href="{root}x/"><link rel="icon" href="{root}assets/images/favicon.svg">
<link rel="stylesheet" href="{root}assets/stylesheets/main.css">
<script>__md_scope=new URL("{root}",location),__md_get=1</script><title>{title}</title></head><body>
<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off"><header class="md-header"></header>
<label class="md-nav__link" for="__nav_1" tabindex=""></label><label class="md-nav__title" for="__toc">x</label>
<main><article class="md-content__inner md-typeset">{article}</article></main><footer>
<p class="judged">Dates in this guide are judged as of <span>a day</span>.</p></footer>
<script id="__config" type="application/json">{config}</script>
<script src="{root}assets/javascripts/look.js"></script><script src="{root}assets/javascripts/{bundle}"></script>
<script src="{root}assets/javascripts/switches.js" defer></script>
<script src="{root}assets/javascripts/shared.js" defer></script>
<script src="{root}assets/javascripts/deadline.js" defer></script></body></html>"""

NAV = tuple(
    Part(file, file.removesuffix("index.md").removesuffix(".md").rstrip("/")) for file in PAGES
)
"""The table of contents of these pages."""


@cache
def _bundle() -> str:
    theme = notices.THEMES[0]
    scripts = installed(theme.package, f"{theme.folder}/assets/javascripts")
    return next(file.name for file in scripts.glob("bundle.*.js"))


@cache
def _templates() -> dict[str, Template]:
    env = Environment(undefined=StrictUndefined)  # noqa: S701 - as the engine's own
    return {file: env.from_string(_HEAD.sub("", markdown(file))) for file in PAGES}


@cache
def _reader() -> Markdown:
    told: list[Any] = settings.engine_config()["markdown_extensions"]
    names = [it if isinstance(it, str) else next(iter(it)) for it in told]
    options = {name: body for it in told if isinstance(it, dict) for name, body in it.items()}
    return Markdown(extensions=names, extension_configs=options)


def _macros(here: Here) -> dict[str, Callable[..., str]]:
    """As macros.py gives them to an engine."""

    def on_page(macro: Callable[..., str]) -> Callable[..., str]:
        return lambda *args, **options: unread.marked(macro(here, *args, **options))

    return {name: on_page(macro) for name, macro in MACROS.items()}


def article(book: Book, file: str, given: Settings) -> str:
    """A page's words as HTML."""
    page = file.removesuffix("index.md").removesuffix(".md").rstrip("/")
    here = Here(book, addresses.inside(page), None, given)
    return as_html(_templates()[file].render(_macros(here)))


def filled(book: Book, page: str, text: str, given: Settings) -> str:
    """A page of the guide itself as HTML: its Markdown, with what its macros put there."""
    here = Here(book, addresses.inside(page), None, given)
    env = Environment(undefined=Undefined)  # noqa: S701 - as the engine's own
    return as_html(env.from_string(_HEAD.sub("", text)).render(_macros(here)))


@lru_cache(maxsize=512)
def as_html(text: str) -> str:
    """A page's Markdown, as an engine reads it."""
    html: str = _reader().reset().convert(text)
    return html


def made(book: Book, given: Settings) -> Site:
    """The site of a book with the pages of the small guide."""
    pages = {}
    for file, part in zip(PAGES, NAV, strict=True):
        assert part.page is not None
        words = article(book, file, given)
        root = addresses.relative(part.page, "")
        root = "" if root == "./" else root
        config = json.dumps(
            {"base": root, "search": f"{root}assets/javascripts/workers/search.0a.min.js"}
        )
        pages[addresses.file(part.page)] = SHELL.format(
            root=root, title=file, article=words, config=config, bundle=_bundle()
        )
    files = {f"assets/javascripts/{name}": b"void 0;" for name in _SCRIPTS}
    files |= {
        f"assets/javascripts/{_bundle()}": b"void 0;",
        "assets/javascripts/workers/search.0a.min.js": b"",
        "assets/javascripts/x.js.map": b"",
        "assets/images/favicon.svg": b"<svg></svg>",
        "assets/stylesheets/main.css": _SHEETS.encode(),
    }
    return Site(book, given, pages, files, tuple(pages))
