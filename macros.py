"""Registers the macros with the site engine. What they do is in ``guide``."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from guide.reload import forget_edited

forget_edited()  # before the imports below: the live preview must never show old code

from guide import settings
from guide.paths import WORK
from guide.show import place_names, plan_script, unread
from guide.show.book import open_book
from guide.show.context import Here
from guide.show.dates import in_words
from guide.show.macros import MACROS


def define_env(env: Any) -> None:
    """Called by mkdocs-macros at every build; a mistake in the data stops it here."""
    book = open_book()
    if _is_finished_later(env):
        _let_search_rest(env.conf["plugins"])

    def on_page(macro: Callable[..., str]) -> Callable[..., str]:
        @wraps(macro)
        def call(*args: Any, **options: Any) -> str:
            here = Here(book, env.page.url, getattr(env.page, "path", None))
            return unread.marked(macro(here, *args, **options))

        return call

    for name, macro in MACROS.items():
        env.macro(on_page(macro), name)
    guide_date = in_words(str(settings.current().guide_date))
    env.variables["guide_date"] = env.conf["extra"]["guide_date"] = guide_date
    env.variables["compiled"] = in_words(book.data.compiled)


def on_post_build(env: Any) -> None:
    """Called by mkdocs-macros after a build: the live preview finds places and makes plans too.

    What is built to be finished (``guide/publish/build.py``) gets both there.
    """
    for made in () if _is_finished_later(env) else (place_names, plan_script):
        file = Path(env.conf["site_dir"]) / made.FILE
        file.write_text(made.script(open_book()), encoding="utf-8")


def _let_search_rest(plugins: Any) -> None:
    """What search reads is written when the site is finished, in a quarter of the time.

    The plugin stays on: the theme asks it whether to show the box. Zensical has no events, and
    its own search.
    """
    for event in ("page_context", "post_build") if hasattr(plugins, "events") else ():
        plugins.events[event].remove(getattr(plugins["material/search"], f"on_{event}"))


def _is_finished_later(env: Any) -> bool:
    return WORK in Path(env.conf.get("site_dir") or "").parents
