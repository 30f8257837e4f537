"""The kinds of value the data is made of, each refusing what must not get in.

Text is text: markup, template syntax, control and bidirectional characters are
refused, so a page can escape it once and nothing in it can act as code.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Literal
from urllib.parse import urlsplit

from babel import Locale
from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from guide.data import french

_MARKUP = re.compile(
    r"<[A-Za-z/!?]|&[#A-Za-z][A-Za-z0-9]*;|\{\{|\{%|\{#|\]\(|`|\*\*|javascript:|<", re.IGNORECASE
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z")
# Printable ASCII without signs that browsers and Python read differently.
_ADDRESS = re.compile(r"""(?:(?![\\<>"'`{}|^])[!-~])*""")
_ISSUE = re.compile(r"/[\w.-]+/[\w.-]+/issues/[1-9][0-9]{0,8}", re.ASCII)
_SHARED = re.compile(r"(?:ac|co|com|edu|gob|gov|gouv|go|mil|ne|net|or|org)\.[a-z]{2}")
"""What registries sell names under: ``co.uk``, ``com.br``."""
SUFFIXES = frozenset({
    "amazonaws.com", "appspot.com", "azurewebsites.net", "bitbucket.io", "blogspot.com",
    "cloudfront.net", "codeberg.page", "firebaseapp.com", "fly.dev", "github.io",
    "githubusercontent.com", "gitlab.io", "glitch.me", "herokuapp.com", "myshopify.com",
    "netlify.app", "notion.site", "onrender.com", "pages.dev", "readthedocs.io", "repl.co",
    "sites.google.com", "surge.sh", "vercel.app", "web.app", "webflow.io", "weebly.com",
    "wixsite.com", "workers.dev",
})  # fmt: skip
"""Hosts under which anybody can have a name: no company's own domains."""
# Printable by their category, yet nothing is drawn for them.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def refuse(wrong: str, right: str) -> PydanticCustomError:
    """An error carrying both halves of a problem's line."""
    return PydanticCustomError("guide", "{wrong}", {"wrong": wrong, "right": right})


def _text(value: str) -> str:
    _plain_text(french.plain(value))
    return value


def _plain_text(value: str) -> None:
    if not value.strip():
        raise refuse("the text is empty", "write it, or remove the key")
    if value != " ".join(value.split()):
        raise refuse("the text has stray spaces or line breaks", "use one line, single spaces")
    if not value.isprintable() or _UNSEEN.search(value):
        hidden = next(sign for sign in value if not sign.isprintable() or _UNSEEN.match(sign))
        name = unicodedata.name(hidden, f"U+{ord(hidden):04X}")
        raise refuse(f"the text holds an invisible character ({name})", "remove it")
    if unicodedata.normalize("NFC", value) != value:
        raise refuse("the text is not in composed form (NFC)", "type the accented letters anew")
    if found := _MARKUP.search(value):
        raise refuse(f"the text holds markup (`{found.group()}`)", "write plain words")


def earliest(value: str) -> date:
    """The first day a partial date can mean: ``2025-05`` is 1 May 2025."""
    year, month, day = (*(int(part) for part in value.split("-")), 1, 1)[:3]
    return date(year, month, day)


def latest(value: str) -> date:
    """The last day a partial date can mean: ``2025-05`` is 31 May 2025."""
    day = earliest(value)
    match value.count("-"):
        case 0:
            return date(day.year, 12, 31)
        case 1:
            return day.replace(day=monthrange(day.year, day.month)[1])
    return day


def today() -> date:
    """Today anywhere on Earth: the day that has begun first (UTC+14)."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def _calendar_date(value: str) -> str:
    right = 'use "YYYY", "YYYY-MM" or "YYYY-MM-DD"'
    if not _DATE.match(value):
        raise refuse(f"`{value}` is not a date", right)
    try:
        return value if earliest(value).year >= 1900 else _impossible(value, right)
    except ValueError:
        return _impossible(value, right)


def _impossible(value: str, right: str) -> str:
    raise refuse(f"there is no day {value}", right)


def _past_date(value: str) -> str:
    if earliest(_calendar_date(value)) > today():
        raise refuse(f"{value} is in the future", "use the day it happened, not later than today")
    return value


def _day(value: str) -> str:
    if _past_date(value).count("-") != 2:
        raise refuse(f"{value} is not a whole day", 'use "YYYY-MM-DD"')
    return value


def host(url: str) -> str:
    """The host an address leads to, as shown to readers: ``facebook.com``."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _https(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise refuse("the address holds characters an address cannot have", "percent-encode them")
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise refuse("the address cannot be read", "copy it again from the browser") from None
    if parts.scheme != "https":
        raise refuse("the address is not https", "use the https address")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise refuse("the address hides a user name before its host", "remove all before the @")
    if port is not None or not _HOST.match(parts.netloc) or "xn--" in parts.netloc:
        raise refuse(f"`{parts.netloc}` is not a plain host name", "use the site's own name")
    return value


def _report(value: str) -> str:
    if not _ISSUE.fullmatch(urlsplit(_https(value)).path) or set(value) & set("?#"):
        right = "use the address of the issue, such as https://github.com/OWNER/REPOSITORY/issues/1"
        raise refuse("the address is not that of an issue", right)
    return value


def is_on(url: str, domains: Iterable[str]) -> bool:
    """Whether the address leads to one of the domains or a subdomain of one."""
    name = urlsplit(url).hostname or ""
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)


def _domain(value: str) -> str:
    if not _HOST.match(value) or "xn--" in value:
        raise refuse(f"`{value}` is not a domain", 'write it as "facebook.com"')
    if value in SUFFIXES or _SHARED.fullmatch(value):
        raise refuse(f"under `{value}` anybody can have a name", "write the company's own domain")
    return value


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise refuse(f"there is no name for the language `{value}`", 'use a code such as "pt-BR"')
    return value


def _territory(value: str) -> str:
    if value not in _TERRITORIES:
        raise refuse(f"there is no name for the country `{value}`", 'use a code such as "AT"')
    return value


Text = Annotated[str, AfterValidator(_text)]
"""A text that stays as it is in every language: a name, a title, a quoted place, a label."""
PROSE = "prose"
"""The mark of a text that readers see in their own language."""
Prose = Annotated[Text, PROSE]
"""Words of our own: a sentence, or a part of one."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)]
Date = Annotated[str, AfterValidator(_calendar_date)]
PastDate = Annotated[str, AfterValidator(_past_date)]
PastDay = Annotated[str, AfterValidator(_day)]
ReportUrl = Annotated[str, AfterValidator(_report)]
Url = Annotated[str, AfterValidator(_https)]
Domain = Annotated[str, AfterValidator(_domain)]
Mail = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}$")]
Tier = Literal["free", "paid", "work", "school"]
"""Whose plan or account: a company may treat them apart."""
Address = Annotated[str, StringConstraints(pattern=r"^(|([a-z0-9-]+/)*[a-z0-9-]+)$")]
"""A page's address, also of the first page, which is empty."""
Page = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*[a-z0-9-]+$")]
_TERRITORIES = Locale("en").territories
LANGUAGES = {code.replace("_", "-"): name for code, name in Locale("en").languages.items()}
"""``pt-BR`` → ``Brazilian Portuguese``, for every language there is a name for."""
Language = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2}(-([A-Z]{2}|419))?$"), AfterValidator(_language)
]
Territory = Annotated[
    str, StringConstraints(pattern=r"^([A-Z]{2}|419)$"), AfterValidator(_territory)
]
"""A country, ``EU``, or ``419`` for Latin America, as the Unicode CLDR knows them."""
