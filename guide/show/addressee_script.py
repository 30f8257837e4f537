"""Where a letter to another company goes, as a script of its own: fetched when one is chosen.

A page on disk may load a script, but not ask for a file. How to send it stands in HTML, as in
``overrides/macros/addressee-how.html``; ``letters.js`` puts it where it belongs.
"""

from __future__ import annotations

from typing import Any

from guide import addresses
from guide.data.book import Book
from guide.show import addressees, macros, plan
from guide.show.addressees import Addressee
from guide.show.context import Here

FILE = addressees.FILE


def script(book: Book) -> str:
    """The addresses by company, and the words that stand for a company's own by language."""
    here = Here(book, f"{addresses.ADDRESSEES}/")
    words = {
        language: {
            "products": it.products,
            "assistant": it.assistant,
            "blanks": {name: f"[{hint}]" for name, hint in it.blanks.items()},
        }
        for language, it in book.data.letter_words.items()
    }
    companies = {
        key: [_plain(here, it) for it in own]
        for key, own in addressees.by_company(book.data).items()
    }
    given = {"companies": companies, "words": words, "how": macros.addressee_how(here)}
    return f"window.Guide.addressees({plan.in_script(given)});\n"


def _plain(here: Here, it: Addressee) -> dict[str, Any]:
    own = it.controller
    return {
        "places": it.places,
        "company": here.book.data.companies[own.company or ""].name,
        "name": own.name,
        "attention": own.attention or "",
        "address": own.address,
        "mail": own.mail or "",
        "how": macros.addressee_how(here, it),
    }
