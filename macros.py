"""Registers the macros with the site engine. What they do is in ``guide``."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from guide.reload import forget_edited

forget_edited()  # before the imports below: the live preview must never show old code

from guide import settings
from guide.paths import WORK
from guide.show import place_names, plan_script
from guide.show.book import open_book
from guide.show.context import Here
from guide.show.dates import in_words
from guide.show.macros import MACROS


def define_env(env: Any) -> None:
    """Called by mkdocs-macros at every build; a mistake in the data stops it here."""
    book = open_book()

    def on_page(macro: Callable[..., str]) -> Callable[..., str]:
        @wraps(macro)
        def call(*args: Any, **options: Any) -> str:
            here = Here(book, env.page.url, getattr(env.page, "path", None))
            return macro(here, *args, **options)

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
    site = Path(env.conf["site_dir"])
    for made in (place_names, plan_script) if WORK not in site.parents else ():
        file = site / made.FILE
        file.write_text(made.script(open_book()), encoding="utf-8")
