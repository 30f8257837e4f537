"""Each company alone, for who follows or reuses just it: its data, and a feed of its changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from guide import addresses
from guide.data.book import Book
from guide.publish import feed, open_data
from guide.publish.site import Site
from guide.show import queries

Named: TypeAlias = set[tuple[str, str]]
"""Entries by the key of ``platforms.json`` they stand under, and their ids."""

_REFERS = {
    "claims": "claims",
    "form": "forms",
    "other_form": "forms",
    "replaced_by": "forms",
    "source": "sources",
    "sources": "sources",
    "then": "shared_steps",
}
"""A key of an entry → the key of ``platforms.json`` under which what it names stands."""


def apply(site: Site) -> None:
    """Write a file of data for each company and, where the site's address is known, a feed."""
    book = open_data.in_english(site.book)
    whole = open_data.plain(book)
    for key in book.data.companies:
        made = json.dumps(part(book, whole, key), ensure_ascii=False, indent=1)
        site.files[addresses.data_of(key)] = f"{made}\n".encode()
        if site.settings.site_url:
            made_feed = feed.atom(site.book, site.settings.site_url, site.settings.name, key)
            site.files[addresses.feed_of(key)] = made_feed


def part(book: Book, whole: dict[str, Any], company: str) -> dict[str, Any]:
    """A company's part of what ``platforms.json`` holds: the same keys, in the same order.

    It has the company, its answers, the changes and corrections about it, and whatever claim,
    form, list of steps or source these name. Places and their laws stay in the whole.
    """
    compared = whole["comparison"]
    answers = compared["answers"][company]
    verdicts = {it: [company] for it, ids in compared["verdicts"].items() if company in ids}
    pages = queries.pages_of(book, company)
    held: dict[str, Any] = {
        "companies": {company: whole["companies"][company]},
        "comparison": {**compared, "verdicts": verdicts, "answers": {company: answers}},
        "labels": open_data.labels({company: book.data.companies[company]}),
        "changes": [it for it in whole["changes"] if company in it["affects"]],
        "corrections": [it for it in whole.get("corrections", []) if pages & set(it["pages"])],
        "retired": [it for it in whole.get("retired", []) if it["page"] in pages],
    }
    found = _reached(whole, {**held, "comparison": answers}, _own(book, company))
    for section in sorted(set(_REFERS.values())):
        own = whole.get(section, {}).items()
        held[section] = {key: entry for key, entry in own if (section, key) in found}
    held["compiled"] = whole["compiled"]
    return {key: held[key] for key in whole if held.get(key)}


def _own(book: Book, company: str) -> Named:
    """What stands in the company's block, whether anything names it or not."""
    subjects = [it for it in book.data.subjects.values() if it.at[:2] == ("companies", company)]
    claims = {("claims", name) for it in subjects for name in it.claims}
    forms = {("forms", key) for key, it in book.data.forms.items() if it.company == company}
    return claims | forms


def _reached(whole: dict[str, Any], held: Any, own: Named) -> Named:
    """These entries and all they lead to, by what they name."""
    found: Named = set()
    new = own | _named(held)
    while new := {(section, key) for section, key in new if key in whole.get(section, {})} - found:
        found |= new
        new = _named([whole[section][key] for section, key in new])
    return found


def _named(value: Any) -> Named:
    """What a value may name: a key such as ``then`` also holds sentences, which are no ids."""
    if isinstance(value, list):
        return set().union(*map(_named, value))
    if not isinstance(value, dict):
        return set()
    own = {(_REFERS[key], name) for key in value.keys() & _REFERS for name in _ids(value[key])}
    return own.union(*map(_named, value.values()))


def _ids(value: Any) -> Iterator[str]:
    """One id, several, or passages of documents (``{id: …, at: …}``)."""
    for it in value if isinstance(value, list) else [value]:
        yield str(it.get("id", "")) if isinstance(it, dict) else str(it)
