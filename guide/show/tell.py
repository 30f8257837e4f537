"""Ways to tell what one saw: the repository's form, a mail, or a text to copy. No script is needed.

Each has the route, its page and the guide's version filled in; nothing is sent before whoever
reads presses a button on another site or in their own mail program. What is filled in is English in
every language: a program reads it (``guide/recheck/reports``).
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from guide.data import seen
from guide.data.book import Book
from guide.data.model.routes import Route
from guide.data.model.seen import Device, Result
from guide.i18n.words import N_, _
from guide.settings import Settings

WORKED, DIFFERS = N_("It worked"), N_("It looks different")
FORMS = {WORKED: "it-worked.yml", DIFFERS: "step-changed.yml"}
"""Of ``.github/ISSUE_TEMPLATE``; their fields `route`, `page` and `guide` are filled in."""


RESULTS: dict[str, Result] = {
    "Another screen than the steps say": "differs",
    "What the steps lead to is gone": "gone",
}
"""What the second form has to choose from. Of the first, the result is that it worked."""
DEVICES: dict[str, Device] = {"Browser": "web", "Android": "android", "iPhone": "ios"}
"""What both forms have to choose from."""


class Way(NamedTuple):
    """A link: what it says, and where it leads."""

    says: str
    href: str


class Told(NamedTuple):
    """Every way there is from one route: to the forms, by mail, and the text itself."""

    forms: list[Way]
    mails: list[Way]
    text: str


def told(route: Route, settings: Settings) -> Told:
    """Forms need a repository, mails an address for reports; the text is always there."""
    return Told(
        _forms(route, settings) if settings.repository else [],
        _mails(route, settings) if settings.report_contact else [],
        _text(route, settings),
    )


def _forms(route: Route, settings: Settings) -> list[Way]:
    """What all routes of a page have in common stands first: it is written small then."""
    new = f"{settings.repository}/issues/new"
    common = {"guide": settings.version, "page": route.page, "route": route.id}
    return [
        Way(_(says), f"{new}?{_query(template=name, **common, title=f'{says}: {route.id}')}")
        for says, name in FORMS.items()
    ]


def _mails(route: Route, settings: Settings) -> list[Way]:
    """One for each result; beside the forms one for all."""
    if settings.repository:
        return [_mail(_("By mail"), route.id, _text(route, settings), settings)]
    return [
        _mail(_(says), f"{says}: {route.id}", _text(route, settings, says), settings)
        for says in FORMS
    ]


def _mail(says: str, subject: str, body: str, settings: Settings) -> Way:
    return Way(says, f"mailto:{settings.report_contact}?{_query(subject=subject, body=body)}")


def _text(route: Route, settings: Settings, result: str = "") -> str:
    lines = (
        f"Steps: {route.id}",
        f"Page: {route.page}",
        f"Guide: {settings.version}",
        f"Result: {result or f'{WORKED} / {DIFFERS} / It is gone'}",
        "Day:",
        "Country:",
        f"Device: {' / '.join(DEVICES)}",
        "Version of the app:",
        "What I saw:",
        "Please leave out names, mail addresses, codes, and pictures with faces.",
    )
    return "\n".join(lines)


def place_names(book: Book) -> list[str]:
    """Where somebody can say they are, by name; the forms list the same."""
    return sorted((it.name for it in seen.spots(book.data).values()), key=str.casefold)


def _query(**values: str) -> str:
    """As forms and mail programs read it: a space is %20, and a line ends as in a mail."""
    lines = {key: value.replace("\n", "\r\n") for key, value in values.items()}
    return urlencode(lines, safe="/:,", quote_via=quote)
