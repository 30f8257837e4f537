"""Ways to tell what one saw: the repository's form, a mail, or a text to copy. No script is needed.

Each has the route, its page and the guide's version filled in; nothing is sent before whoever
reads presses a button on another site or in their own mail program.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from guide.data import seen
from guide.data.book import Book, PlacedRoute
from guide.data.model.seen import Device
from guide.settings import Settings

WORKED, DIFFERS = "It worked", "It looks different"
FORMS = {WORKED: "it-worked.yml", DIFFERS: "step-changed.yml"}
"""Of ``.github/ISSUE_TEMPLATE``; their fields `route`, `page` and `guide` are filled in."""


DEVICE: dict[Device, str] = {"web": "browser", "android": "Android", "ios": "iPhone"}


class Way(NamedTuple):
    """A link: what it says, and where it leads."""

    says: str
    href: str


class Told(NamedTuple):
    """Every way there is from one route: to the forms, by mail, and the text itself."""

    forms: list[Way]
    mails: list[Way]
    text: str


def told(placed: PlacedRoute, settings: Settings) -> Told:
    """Forms need a repository, mails an address for reports; the text is always there."""
    route, title = placed.route, f"{{}}: {placed.route.id}"
    filled = {"route": route.id, "page": route.page, "guide": settings.version}
    new, mail = f"{settings.repository}/issues/new", f"mailto:{settings.report_contact}"
    forms = [
        Way(says, f"{new}?{_query(template=name, title=title.format(says), **filled)}")
        for says, name in FORMS.items()
    ]
    mails = [
        Way(
            says, f"{mail}?{_query(subject=title.format(says), body=_text(placed, settings, says))}"
        )
        for says in FORMS
    ]
    return Told(
        forms if settings.repository else [],
        mails if settings.report_contact else [],
        _text(placed, settings, f"{WORKED} / {DIFFERS} / It is gone"),
    )


def _text(placed: PlacedRoute, settings: Settings, result: str) -> str:
    route = placed.route
    devices = " / ".join(DEVICE[it] for it in seen.DEVICES[route.surface])
    lines = (
        f"Steps: {placed.product.name}: {route.title} ({route.id})",
        f"Page: {route.page}",
        f"Guide: {settings.version}",
        f"Result: {result}",
        "Day:",
        "Country:",
        f"Device: {devices}",
        "Version of the app:",
        "What I saw:",
        "No names, mail addresses, passwords or codes, and no pictures with faces, please.",
    )
    return "\n".join(lines)


def place_names(book: Book) -> list[str]:
    """Where somebody can say they are, by name; the forms list the same."""
    return sorted((it.name for it in seen.spots(book.data).values()), key=str.casefold)


def _query(**values: str) -> str:
    """As forms and mail programs read it: a space is %20, and a line ends as in a mail."""
    lines = {key: value.replace("\n", "\r\n") for key, value in values.items()}
    return urlencode(lines, safe="/:,()", quote_via=quote)
