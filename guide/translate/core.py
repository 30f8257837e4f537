"""The pages that a person in Europe needs from first to last: a language begins with them.

And what is handed out on paper: a sheet in two languages helps nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from jinja2 import Environment, Undefined

from guide import addresses
from guide.data.book import Book
from guide.i18n.catalogue import DOMAINS, Domain, Key
from guide.i18n.language import Language, building, named
from guide.i18n.pages import FOR_WRITERS
from guide.paths import ROOT
from guide.show import plan_script
from guide.show.book import open_book
from guide.show.context import Here
from guide.show.macros import MACROS
from guide.translate.collect import Message, messages, of_page

ENOUGH = 0.95
"""As much of its core makes a language worth publishing."""
PAGES = frozenset({
    "", "plan", "opt-out", "opt-out/facebook/web", "opt-out/facebook/android",
    "opt-out/facebook/ios", "opt-out/facebook/other-ways", "opt-out/instagram/web",
    "opt-out/instagram/android", "opt-out/instagram/ios", "opt-out/third-party-data",
    "opt-out/whatsapp", "opt-out/messenger", "opt-out/threads", "opt-out/meta-ai", "rights",
    "rights/eu", "rights/switzerland", "rights/if-refused", "rights/for-someone-else", "letters",
    "limit/ai-chats", "limit/leave", "limit/download", "compare", "learn/myths",
    "about/offline", "about/privacy", "about/contribute", "limit/meta-ai-off",
    "opt-out/direct-links", "help", "help/leaflet", "help/poster", "help/workshop",
})  # fmt: skip
LETTERS = ("letters/eu", "letters/switzerland")
"""And all letters of these places."""

_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NUMBERED = re.compile("\ue002(\\d+)\ue003")


class _Numbered(Language):
    """English in which every fact has a number before it, to be seen on the pages that show it."""

    facts: list[str] = []  # noqa: RUF012 - one list for the one there is

    def said(self, domain: Domain, text: str, context: str = "") -> str | None:  # noqa: ARG002
        if domain != "data":
            return text
        self.facts.append(text)
        return f"\ue002{len(self.facts) - 1}\ue003{text}"

    def plural(self, one: str, many: str, number: int) -> str:
        return one if number == 1 else many


def belongs(page: str) -> bool:
    """Whether a page is one of them."""
    return page in PAGES or any(page == it or page.startswith(f"{it}/") for it in LETTERS)


@cache
def needed(held: Callable[[str], bool] = belongs) -> dict[Domain, dict[Key, Message]]:
    """The messages of the pages held: their own, the frame's, and the facts that they show."""
    facts = _shown(held)
    english = open_book()
    own: dict[Key, Message] = {}
    for page in english.pages.values():
        if held(page.path) and page.name != f"docs/{FOR_WRITERS}":
            own |= {it.key: it for it in of_page(ROOT / page.name)}
    every = {domain: messages(domain) for domain in DOMAINS}
    return {
        "frame": every["frame"],
        "pages": {key: it for key, it in every["pages"].items() if key in own},
        "data": {key: it for key, it in every["data"].items() if it.text in facts},
    }


def _shown(held: Callable[[str], bool]) -> set[str]:
    english = named(addresses.ENGLISH)
    language = _Numbered("en-numbered", english.locale)
    with building(language):
        book = open_book(docs=ROOT / "docs")
        filled = "".join(_filled(book, page.path) for page in book.pages.values()
                         if held(page.path))  # fmt: skip
        filled += plan_script.script(book)  # what a plan shows
    return {language.facts[int(it)] for it in _NUMBERED.findall(filled)}


def _filled(book: Book, page: str) -> str:
    """The page with what its macros put there."""
    here = Here(book, addresses.inside(page))
    macros = {name: partial(macro, here) for name, macro in MACROS.items()}
    env = Environment(undefined=Undefined)  # noqa: S701 - as the engine's own
    text = _HEAD.sub("", book.pages[page].text)
    return env.from_string(text).render(macros, config={})
