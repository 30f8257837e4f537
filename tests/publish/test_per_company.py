"""One company alone: what its file and its feed hold, and that readers find the way to them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import datetime
from typing import Any

import pytest

from guide import addresses
from guide.data.book import Book
from guide.publish import feed, per_company
from guide.publish.site import Site
from tests.conftest import SITE
from tests.page_facts import facts
from tests.publish.sites import URL, site
from tests.publish.test_open_data import ATOM
from tests.small import book as small_book


@pytest.fixture(scope="module")
def made(book: Book) -> Site:
    it = site(book=book)
    per_company.apply(it)
    return it


def data(made: Site, company: str) -> Any:
    return json.loads(made.files[addresses.data_of(company)])


def entries(made: Site, company: str) -> list[ET.Element]:
    root = ET.fromstring(made.files[addresses.feed_of(company)])  # noqa: S314 - our own bytes
    return root.findall("a:entry", ATOM)


def test_each_company_has_its_routes_its_answers_and_its_changes(made: Site, book: Book) -> None:
    published = json.loads((SITE / "data" / "platforms.json").read_bytes())
    for company in book.data.companies:
        own = data(made, company)
        assert own["companies"] == {company: published["companies"][company]}
        answers = published["comparison"]["answers"][company]
        assert own["comparison"]["answers"] == {company: answers}
        assert {name for ids in own["comparison"]["verdicts"].values() for name in ids} == {company}
        changes = [it for it in published["changes"] if company in it["affects"]]
        assert own.get("changes", []) == changes
        assert list(own) == [key for key in published if key in own], "in the order of the whole"
        for section in own.keys() - {"companies", "comparison"}:
            whole, part = published[section], own[section]
            if isinstance(part, dict):
                assert part.items() <= whole.items(), (company, section)
            else:
                assert part == whole or all(it in whole for it in part), (company, section)


def referred(own: Any) -> set[tuple[str, str]]:
    """What routes, answers, changes, claims and forms of a file name, read plainly."""
    (company,) = own["companies"].values()
    (answers,) = own["comparison"]["answers"].values()
    found: set[tuple[str, str]] = set()
    rests = [*own.get("claims", {}).values(), *own.get("forms", {}).values()]
    for product in company["products"].values():
        for route in product.get("routes", []):
            rests.append(route)
            found |= {("forms", route[key]) for key in ("form", "other_form") if key in route}
            found |= {("shared_steps", route["then"])} if "then" in route else set()
            found |= {
                ("claims", name)
                for lines in route["coverage"].values()
                for line in lines
                for name in line["claims"]
            }
            found.add(("sources", route["confirmed"]["source"]))
    for answer in answers.values():
        found |= {("claims", name) for name in answer["claims"]}
        found |= {("sources", name) for name in answer.get("searched", {}).get("sources", [])}
    rests += own.get("changes", [])
    return found | {("sources", ref["id"]) for it in rests for ref in it["sources"]}


def test_whatever_a_file_names_is_in_it_and_nothing_of_others(made: Site, book: Book) -> None:
    for company in book.data.companies:
        own = data(made, company)
        assert [it for it in referred(own) if it[1] not in own[it[0]]] == [], company
        forms = own.get("forms", {}).values()
        assert {it["company"] for it in forms} <= {company}
    assert "openai-new-chats-only" not in data(made, "meta")["claims"]


def test_each_feed_is_whole_and_has_the_entries_of_the_feed_of_all(made: Site, book: Book) -> None:
    every = ET.fromstring(feed.atom(book, URL, "The Guide"))  # noqa: S314
    known = {ET.tostring(it) for it in every.findall("a:entry", ATOM)}
    ids = []
    for company, it in book.data.companies.items():
        root = ET.fromstring(made.files[addresses.feed_of(company)])  # noqa: S314
        own = root.findall("a:entry", ATOM)
        assert root.findtext("a:title", namespaces=ATOM) == f"The Guide: {it.name}, what changed"
        links = {link.get("rel"): str(link.get("href")) for link in root.findall("a:link", ATOM)}
        address = f"{URL}{addresses.feed_of(company)}"
        assert links == {"self": address, None: f"{URL}about/changes/#{company}"}
        ids.append(root.findtext("a:id", namespaces=ATOM))
        moment = datetime.fromisoformat(str(root.findtext("a:updated", namespaces=ATOM)))
        days = [str(entry.findtext("a:updated", namespaces=ATOM)) for entry in own]
        assert moment >= max(map(datetime.fromisoformat, days), default=moment)
        assert {ET.tostring(entry) for entry in own} <= known
        changes = [e for e in own if (c := e.find("a:category", ATOM)) is None
                   or c.get("term") != "corrections"]  # fmt: skip
        assert len(changes) == sum(company in change.affects for change in book.data.changes)
        for tag in root.iter():
            assert tag.get("href", "https://").startswith("https://")
    assert len(set(ids)) == len(ids)


def test_without_an_address_there_is_data_and_no_feed() -> None:
    it = site(book=small_book(), site_url="")
    per_company.apply(it)
    assert list(it.files) == ["data/companies/meta.json"]


def test_the_way_there_is_on_the_pages_of_a_company_and_of_the_data(book: Book) -> None:
    for company, it in book.data.companies.items():
        files = [addresses.data_of(company), addresses.feed_of(company)]
        for page in (addresses.DATA, addresses.evidence(company)):
            linked = facts(SITE / page / "index.html").article_links
            root = addresses.relative(page, "")
            assert {f"{root}{file}" for file in files} <= set(linked), page
        pages = [own for own in book.pages.values() if own.product in it.products]
        shown = [p for p in pages if any(call.macro == "latest_change" for call in p.calls)]
        for own in shown:
            linked = facts(SITE / own.path / "index.html").article_links
            root = addresses.relative(own.path, "")
            assert {f"{root}{file}" for file in files} <= set(linked), own.path
    for file in (addresses.data_of("meta"), addresses.feed_of("meta")):
        assert (SITE / file).is_file()
