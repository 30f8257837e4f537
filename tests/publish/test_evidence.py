"""Evidence: a page for each subject, none too large, and no published address lost."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guide import addresses
from guide.data.book import Book
from guide.paths import ROOT
from guide.publish import cited_on
from guide.publish.site import ThemeChangedError
from tests.conftest import OFFLINE, SITE, html_files
from tests.page_facts import facts, has_class, parsed
from tests.publish.sites import site
from tests.small import PAGES

IDS = ROOT / "tests" / "published-evidence.txt"
INDEX = "about/sources/"
KIB = 1024
LIMITS = {"web": SITE, "disk": OFFLINE}


def published() -> set[str]:
    lines = IDS.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


def evidence_pages(root: Path = SITE) -> dict[str, Path]:
    """Each subject's page."""
    return {file.parent.name: file for file in sorted((root / INDEX).glob("*/index.html"))}


def weight(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), 9)) / KIB


def test_no_page_is_larger_than_what_a_phone_gets_at_once() -> None:
    for file in html_files():
        most = 60 if file == SITE / INDEX / "index.html" else 40
        assert weight(file) <= most, f"{file.relative_to(SITE)}: {weight(file):.1f} KiB"


@pytest.mark.parametrize("root", LIMITS.values(), ids=LIMITS)
def test_every_address_ever_published_leads_to_an_entry(book: Book, root: Path) -> None:
    lines = parsed(root / INDEX / "index.html").xpath("//*[@id]")
    found = {line.get("id"): line for line in lines}
    assert len(found) == len(lines)

    @cache
    def led_to(file: str) -> Path:
        target = (root / INDEX / file).resolve()
        return target / "index.html" if target.is_dir() else target

    gone = {it.id for it in book.data.retired}
    assert published() - set(book.entries) - gone == set(), "an address never dies silently"
    assert set(book.entries) - published() == set(), f"add these to {IDS.name}"
    for anchor, page in book.entries.items():
        line = found[anchor]
        assert line.tag == "a"
        assert line.text_content().strip()
        file, _, fragment = line.get("href").partition("#")
        entry = root / page / "index.html"
        assert (led_to(file), fragment) == (entry.resolve(), anchor)
        assert anchor in facts(entry).ids


def test_an_entry_tells_all_that_the_one_page_told(book: Book) -> None:
    for subject, file in evidence_pages().items():
        tree = parsed(file)
        for name in book.data.subjects[subject].claims:
            claim = book.data.claims[name]
            (entry,) = tree.xpath(f"//*[@id='{name}']")
            said = " ".join(entry.text_content().split())
            assert " ".join(claim.text.split()) in said
            assert [ref.at for ref in claim.sources if " ".join(ref.at.split()) not in said] == []
            linked = [s for ref in claim.sources if (s := book.data.sources[ref.id]).linked]
            assert {str(s.url) for s in linked} <= set(entry.xpath(".//a/@href"))
            assert ("Not re-read" in said) == (not claim.reread)
            assert ("Sources disagree" in said) == (claim.disagree is not None)
            assert "Holds: " in said


def cited(entry: Any) -> set[str]:
    """The pages an entry names as citing it."""
    hrefs = entry.xpath(f".//*[{has_class('entry__cited')}]//a/@href")
    return {re.sub(r"^(\.\./)*", "", href).strip("/.") for href in hrefs}


def test_an_entry_names_every_page_that_cites_it_and_no_other(book: Book) -> None:
    leading: dict[str, set[str]] = {anchor: set() for anchor in book.entries}
    for path in book.pages:
        if path.startswith(addresses.SOURCES):
            continue
        for href in facts(SITE / path / "index.html").article_links:
            found = re.search(rf"(?:^|/){INDEX}[\w-]+/#([\w-]+)$", href)
            if found:
                leading[found[1]].add(path)
    seen = set()
    for file in evidence_pages().values():
        for entry in parsed(file).xpath(f"//*[{has_class('entry')}]"):
            seen.add(entry.get("id"))
            assert cited(entry) == leading[entry.get("id")], entry.get("id")
    assert seen == {a for a in book.entries if not a.startswith("source-")}


def test_pages_of_evidence_stand_in_no_menu() -> None:
    for file in html_files():
        links = parsed(file).xpath("//nav//a/@href")
        assert [href for href in links if re.search(rf"{INDEX}[\w-]+/", href)] == [], file


def test_a_citation_is_short_to_see_and_to_hear(book: Book) -> None:
    for path in book.pages:
        for link in parsed(SITE / path / "index.html").xpath(f"//*[{has_class('cite')}]/a"):
            seen, heard = link.text_content().strip("​ "), link.get("aria-label")
            assert re.fullmatch(r"source \d+(: .+)?", heard), heard
            assert seen in heard, "what is seen is said"
            doubted = "cite--doubt" in link.getparent().get("class")
            assert doubted == (":" in heard)
            assert doubted or re.fullmatch(r"\d{1,2}", seen)


def test_search_finds_pages_of_evidence_by_their_subject_after_all_others() -> None:
    docs = json.loads((SITE / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    found = {it["location"]: it for it in docs if it["location"].startswith(INDEX)}
    assert set(found) == {INDEX, *(f"{INDEX}{name}/" for name in evidence_pages())}
    assert [it for it in found.values() if not it.get("late")] == []
    assert max(len(it["text"]) for it in found.values()) < 800, "the claims are on other pages"


ENTRY = '<div class="entry" id="{}"><p>x</p><p class="entry__cited"></p></div>'


def test_who_cites_is_read_from_the_built_pages() -> None:
    names = {"opt-out/facebook/web": '<a href="../../../about/sources/shared/#meta-public-posts">1</a>',
             "rights/eu": '<a href="../../about/sources/#meta-public-posts">the index</a>',
             "about/sources": "", "about/sources/meta": ENTRY.format("change-training-starts"),
             "about/sources/shared": ENTRY.format("meta-public-posts")}  # fmt: skip
    made = site({addresses.file(path): names.get(path, "") for path in PAGES})
    cited_on.apply(made)
    page = made.pages["about/sources/shared/index.html"]
    assert (
        '<p class="entry__cited">Cited on <a href="../../../opt-out/facebook/web/">'
        "Title of opt-out/facebook/web</a>.</p>"
    ) in page
    assert made.pages["about/sources/meta/index.html"] == names["about/sources/meta"].replace(
        '<p class="entry__cited"></p>', ""
    )


def test_a_page_of_evidence_without_its_entries_stops_the_build() -> None:
    with pytest.raises(ThemeChangedError, match=r"sources/shared/index\.html has no entry"):
        cited_on.apply(site({addresses.file(path): "" for path in PAGES}))
