"""Zensical builds what MkDocs builds, and ENGINES.md tells every difference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest

from guide.paths import ROOT
from guide.publish import build, csp, engines
from guide.publish.search_index import INDEXES
from tests.conftest import SITE, html_files
from tests.once import once
from tests.page_facts import facts
from tests.publish.compared import DIFFERENCES, page
from tests.publish.test_csp import stated
from tests.small_project import built
from tests.workshop import Workshop


class Pair(NamedTuple):
    """One guide as each engine builds it, finished."""

    ours: Path
    theirs: Path


@pytest.fixture(scope="module")
def pair() -> Pair:
    """Of the guide itself."""
    return Pair(SITE, once("zensical", lambda it: build.site(it, engines.zensical)))


# Of the inline scripts, which are each engine's own.
HASHES = re.compile(rb"(?: 'sha256-[\w+/=]+')+")


def own_files(site: Path) -> dict[str, bytes]:
    """What is ours in a built site, apart from its pages and from hashes in the policy."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    theirs = (".min.js", "LICENSE", "licences.txt")
    made_of_theirs = ("assets/stylesheets/", "assets/javascripts/start.")
    indexes = (*(name for name, _ in INDEXES), "sitemap.xml", "sitemap.xml.gz")
    return {
        name: HASHES.sub(b"", file.read_bytes())
        for name, file in files.items()
        if file.suffix != ".html"
        and not name.endswith(theirs)
        and not name.startswith(made_of_theirs)
        and name not in indexes
    }


def unlike(pair: Pair, past: set[str]) -> Iterator[str]:
    """Each page's first line that differs."""
    for file in html_files(pair.ours):
        name = file.relative_to(pair.ours).as_posix()
        address = f"https://guide.example/guide/{name.removesuffix('index.html')}"
        for ours, theirs in zip_longest(
            page(file, address, past), page(pair.theirs / name, address, past)
        ):
            if ours != theirs:
                yield f"{name}: {ours} is {theirs}"
                break


@pytest.mark.audit
def test_the_same_addresses(pair: Pair) -> None:
    ours, theirs = ({file.relative_to(it) for file in html_files(it)} for it in pair)
    assert ours == theirs


@pytest.mark.audit
def test_the_same_pages(pair: Pair) -> None:
    assert list(unlike(pair, set(DIFFERENCES))) == []


@pytest.mark.audit
@pytest.mark.parametrize("name", DIFFERENCES)
def test_what_is_looked_past_is_a_difference_still(pair: Pair, name: str) -> None:
    assert next(unlike(pair, set(DIFFERENCES) - {name}), None), "it can be compared again"


def test_the_way_out_gives_the_reason_for_each_difference() -> None:
    told = (ROOT / "ENGINES.md").read_text(encoding="utf-8")
    assert [name for name in DIFFERENCES if f"| {name} |" not in told] == []


@pytest.mark.audit
def test_the_same_files_and_open_data(pair: Pair) -> None:
    ours, theirs = map(own_files, pair)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert "data/platforms.json" in ours


@pytest.mark.audit
def test_the_same_places_are_searched_and_mapped(pair: Pair) -> None:
    def places(site: Path) -> set[str]:
        name, entries = next(index for index in INDEXES if (site / index[0]).exists())
        index = json.loads((site / name).read_text(encoding="utf-8"))
        return {entry["location"] for entry in index[entries]}

    def mapped(site: Path) -> set[str]:
        return set(re.findall(r"<loc>(.*)</loc>", (site / "sitemap.xml").read_text("utf-8")))

    assert places(pair.ours) == places(pair.theirs)
    assert mapped(pair.ours) == mapped(pair.theirs) != set()


@pytest.mark.audit
def test_the_same_policy_for_what_each_holds(pair: Pair) -> None:
    for file in html_files(pair.theirs):
        ours, theirs = stated(pair.ours / file.relative_to(pair.theirs)), stated(file)
        html = file.read_text(encoding="utf-8")
        assert theirs.pop("script-src") == ["'self'", *csp.script_hashes(html)]
        assert theirs.pop("style-src") == ["'self'", *csp.style_hashes(html)]
        del ours["script-src"], ours["style-src"]
        assert ours == theirs, file
        assert facts(file).metas[1] == "Content-Security-Policy", file


def test_all_of_it_is_the_same_for_the_small_guide(workshop: Workshop) -> None:
    code, said = workshop.run("build-zensical")
    assert code == 0, said
    theirs = workshop.project / ".build" / "zensical" / "site"
    small = Pair(built().project / "site", theirs)
    test_the_same_addresses(small)
    test_the_same_pages(small)
    test_the_same_files_and_open_data(small)
    test_the_same_places_are_searched_and_mapped(small)
    test_the_same_policy_for_what_each_holds(small)
