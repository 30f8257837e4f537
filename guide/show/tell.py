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


def forms(placed: PlacedRoute, settings: Settings) -> list[Way]:
    """To the repository's forms; none without a repository."""
    route = placed.route
    filled = {"route": route.id, "page": route.page, "guide": settings.version}
    if not settings.repository:
        return []
    new = f"{settings.repository}/issues/new"
    return [
        Way(says, f"{new}?{_query(template=name, title=_title(says, placed), **filled)}")
        for says, name in FORMS.items()
    ]


def mails(placed: PlacedRoute, settings: Settings) -> list[Way]:
    """A mail with the text; none without an address for reports."""
    if not settings.report_contact:
        return []
    to = f"mailto:{settings.report_contact}"
    return [
        Way(says, f"{to}?{_query(subject=_title(says, placed), body=text(placed, settings, says))}")
        for says in FORMS
    ]


def text(placed: PlacedRoute, settings: Settings, result: str = "") -> str:
    """What to fill in and send; without a result, that is to be filled in, too."""
    route = placed.route
    devices = [DEVICE[it] for it in seen.DEVICES[route.surface]]
    lines = (
        f"Steps: {placed.product.name}: {route.title} ({route.id})",
        f"Page: {route.page}",
        f"Guide: {settings.version}",
        f"Result: {result}" if result else f"Result ({WORKED} / {DIFFERS} / It is gone):",
        "Day:",
        "Country:",
        f"Device: {devices[0]}" if len(devices) == 1 else f"Device ({' / '.join(devices)}):",
        "Version of the app:",
        "What I saw:",
        "No names, mail addresses, passwords or codes, and no pictures with faces, please.",
    )
    return "\n".join(lines)


def place_names(book: Book) -> list[str]:
    """Where somebody can say they are, by name; the forms list the same."""
    return sorted((it.name for it in seen.spots(book.data).values()), key=str.casefold)


def _title(says: str, placed: PlacedRoute) -> str:
    return f"{says}: {placed.route.id}"


def _query(**values: str) -> str:
    """As forms and mail programs read it: a space is %20, and a line ends as in a mail."""
    lines = {key: value.replace("\n", "\r\n") for key, value in values.items()}
    return urlencode(lines, safe="/:,()", quote_via=quote)
