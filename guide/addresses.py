"""The guide's own addresses: every one a reader is given is made here."""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import urlsplit

Place: TypeAlias = tuple[str, str]
"""A page by its address without slashes at the ends (home: ``""``), and a name on it, or none."""

CHANGES = "about/changes"
COMPARE = "compare"
CORRECTIONS = "about/corrections"
DATA = "about/data"
ENGLISH = "en"
"""The guide's own language: a letter in it stands at the letter's own address."""
LABELS = "opt-out/menu-names"
LETTERS = "letters"
ADDRESSEES = f"{LETTERS}/addresses"
SOURCES = "about/sources"
TAKE_ALONG = "about/offline"


def of_language(code: str) -> str:
    """Where a language stands in the whole: ``pt-br/``; English at the root."""
    return "" if code == ENGLISH else f"{code.lower()}/"


def step(route: str, name: str) -> str:
    """What a route's step is called on its page."""
    return f"{route}--{name}"


def label(owner: str, name: str) -> Place:
    """What a menu label of a company's apps, or of one, is called in other languages."""
    return LABELS, f"{owner}--{name}"


def evidence(subject: str) -> str:
    """The page with the evidence of a subject. On it, entries are called as in the index."""
    return f"{SOURCES}/{subject}"


def question(name: str) -> str:
    """The page with every company's answer to a question of the comparison."""
    return f"{COMPARE}/{name}"


def company(name: str) -> str:
    """The page with a company's answers to all questions; no question has a company's id."""
    return f"{COMPARE}/{name}"


def claim(name: str) -> Place:
    """The address to cite a claim by, for ever: its line in the index, which leads on."""
    return SOURCES, name


def change(name: str) -> Place:
    """The same of a dated event."""
    return SOURCES, f"change-{name}"


def source(name: str) -> Place:
    """The same of a source."""
    return SOURCES, f"source-{name}"


def data_of(company: str) -> str:
    """The file with a company's part of the open data."""
    return f"data/companies/{company}.json"


def feed_of(company: str) -> str:
    """The file to follow the changes at one company by."""
    return f"data/changes/{company}.xml"


def embed(company: str, language: str = ENGLISH) -> str:
    """The page about a company that other sites may show in a frame: ``embed/de/meta``."""
    return f"embed/{of_language(language)}{company}"


def letters(place: str) -> str:
    """The page that lists a place's letters."""
    return f"{LETTERS}/{place}"


def letter(place: str, kind: str, language: str = ENGLISH) -> str:
    """A letter's page: ``letters/eu/object``; in another language ``letters/eu/object/de``."""
    page = f"{letters(place)}/{kind}"
    return page if language == ENGLISH else f"{page}/{language.lower()}"


def inside(page: str, name: str = "") -> str:
    """From the site's root: ``rights/eu/#reply``; home is the empty text."""
    return f"{page}/" * bool(page) + f"#{name}" * bool(name)


def absolute(site_url: str, page: str, name: str = "") -> str:
    """The address to give to others; empty where the site's own is not known."""
    return f"{site_url}{inside(page, name)}" if site_url else ""


def relative(folder: str, page: str, name: str = "") -> str:
    """The way from a folder of the site; works at any depth, under any path, and offline."""
    trail = folder.strip("./")
    return f"{'../' * (trail.count('/') + 1) if trail else ''}{inside(page, name)}" or "./"


def to_root(file: str) -> str:
    """The way from a page's file to the site's root: ``rights/eu/index.html`` → ``../../``."""
    return relative(file.rpartition("/")[0], "")


def file(page: str) -> str:
    """The file a page is written to: ``rights/eu/index.html``."""
    return f"{inside(page)}index.html"


def on_disk(href: str) -> str:
    """A link for ``file://``: ``../rights/#x`` → ``../rights/index.html#x``; others stay.

    A browser shows a folder's listing, not its ``index.html``.
    """
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not (parts.path or parts.query):
        return href
    last = parts.path.rsplit("/", 1)[-1]
    if last not in {"", ".", ".."}:
        return href
    folder = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return parts._replace(path=f"{folder}index.html").geturl()
