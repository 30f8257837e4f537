"""Zensical builds what MkDocs builds, and ENGINES.md tells every difference."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest

from guide.paths import ROOT
from guide.publish import build, csp, engines
from guide.publish.search_index import INDEXES
from tests.conftest import SITE, TESTED, html_files
from tests.page_facts import facts
from tests.publish.compared import DIFFERENCES, page
from tests.publish.test_csp import stated
from tests.small_project import small_project

# One worker builds the other sites, once.
pytestmark = pytest.mark.xdist_group("engines")


class Pair(NamedTuple):
    """One guide as each engine builds it, finished."""

    ours: Path
    theirs: Path


@pytest.fixture(scope="module", params=["small", pytest.param("whole", marks=pytest.mark.audit)])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    if request.param == "whole":
        build.site(TESTED / "zensical", engines.zensical)
        return Pair(SITE, TESTED / "zensical")
    project = small_project(tmp_path_factory.mktemp("engines"))
    environment = {**os.environ, "GUIDE_DATE": "2026-11-23", "NO_MKDOCS_2_WARNING": "1"}
    for command in ("build", "build-zensical"):
        run = [sys.executable, "-m", "guide", command]
        subprocess.run(run, cwd=project, env=environment, check=True, capture_output=True)
    return Pair(project / "site", project / ".build" / "zensical" / "site")


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


def test_the_same_addresses(pair: Pair) -> None:
    ours, theirs = ({file.relative_to(it) for file in html_files(it)} for it in pair)
    assert ours == theirs


def test_the_same_pages(pair: Pair) -> None:
    assert list(unlike(pair, set(DIFFERENCES))) == []


@pytest.mark.audit
@pytest.mark.parametrize("name", DIFFERENCES)
@pytest.mark.parametrize("pair", ["whole"], indirect=True)
def test_what_is_looked_past_is_a_difference_still(pair: Pair, name: str) -> None:
    assert next(unlike(pair, set(DIFFERENCES) - {name}), None), "it can be compared again"


def test_the_way_out_gives_the_reason_for_each_difference() -> None:
    told = (ROOT / "ENGINES.md").read_text(encoding="utf-8")
    assert [name for name in DIFFERENCES if f"| {name} |" not in told] == []


def test_the_same_files_and_open_data(pair: Pair) -> None:
    ours, theirs = map(own_files, pair)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert "data/platforms.json" in ours


def test_the_same_places_are_searched_and_mapped(pair: Pair) -> None:
    def places(site: Path) -> set[str]:
        name, entries = next(index for index in INDEXES if (site / index[0]).exists())
        index = json.loads((site / name).read_text(encoding="utf-8"))
        return {entry["location"] for entry in index[entries]}

    def mapped(site: Path) -> set[str]:
        return set(re.findall(r"<loc>(.*)</loc>", (site / "sitemap.xml").read_text("utf-8")))

    assert places(pair.ours) == places(pair.theirs)
    assert mapped(pair.ours) == mapped(pair.theirs) != set()


def test_the_same_policy_for_what_each_holds(pair: Pair) -> None:
    for file in html_files(pair.theirs):
        ours, theirs = stated(pair.ours / file.relative_to(pair.theirs)), stated(file)
        html = file.read_text(encoding="utf-8")
        assert theirs.pop("script-src") == ["'self'", *csp.script_hashes(html)]
        assert theirs.pop("style-src") == ["'self'", *csp.style_hashes(html)]
        del ours["script-src"], ours["style-src"]
        assert ours == theirs, file
        assert facts(file).metas[1] == "Content-Security-Policy", file
