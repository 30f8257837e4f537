"""The performance layer is one folder; without it the site works, heavier."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from guide.paths import ROOT
from tests.conftest import SITE
from tests.once import once
from tests.small_project import built, run, small_project


class Pair(NamedTuple):
    """One guide, finished with the folder and by a copy of the project that lacks it."""

    with_it: Path
    heavier: Path


def whole_project(folder: Path, *without: str) -> Path:
    leave = shutil.ignore_patterns("__pycache__", *without)
    for part in ("docs", "overrides", "guide"):
        shutil.copytree(ROOT / part, folder / part, ignore=leave)
    for part in ("mkdocs.yml", "macros.py"):
        shutil.copy(ROOT / part, folder)
    return folder


@pytest.fixture(scope="module")
def pair() -> Pair:
    """Of the guide itself."""
    without = once("without speed", lambda it: run(whole_project(it, "speed")))
    return Pair(SITE, without / "site")


def pages(site: Path) -> dict[str, Path]:
    return {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}


def test_the_second_page_brings_no_file_but_itself() -> None:
    """Who comes from a page of steps to one that explains has its scripts and its styles."""
    files = [
        set(re.findall(r'(?:src|data-s\w+|href)=["\']?[./]*(assets/[^\s"\'>]+\.(?:js|css))', text))
        for text in ((SITE / page / "index.html").read_text(encoding="utf-8")
                     for page in ("opt-out/facebook/web", "rights/uk"))
    ]  # fmt: skip
    first, second = files
    assert second
    assert second - first == set()


@pytest.mark.audit
def test_without_the_folder_the_site_works(pair: Pair) -> None:
    ours, theirs = map(pages, pair)
    heavier = pair.heavier
    assert ours.keys() == theirs.keys()
    for file in theirs.values():
        html = file.read_text(encoding="utf-8")
        for address in re.findall(
            r'<(?:script|link)\b[^>]*?(?:src|href)="([^":#]+\.(?:js|css))"', html
        ):
            target = (
                heavier / address.removeprefix("/guide/")
                if address[0] == "/"
                else file.parent / address
            )
            assert target.exists(), (file, address)
        assert 'http-equiv="Content-Security-Policy"' in html
    headers = (heavier / "_headers").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in headers
    assert "immutable" not in headers


@pytest.mark.audit
def test_it_is_worth_its_folder(pair: Pair) -> None:
    """What a browser must fetch before it shows anything."""

    def blocking(site: Path) -> int:
        page = site / "opt-out" / "facebook" / "web" / "index.html"
        head = page.read_text(encoding="utf-8").split("</head>")[0]
        shown = re.sub(r"<noscript>.*?</noscript>", "", head)
        links = re.findall(r'<(?:script src|link rel="?stylesheet"? href)="?([^"> ]+)', shown)
        return sum((page.parent / link).stat().st_size for link in links)

    assert blocking(pair.with_it) == 0
    assert blocking(pair.heavier) > 150_000


def test_the_small_guide_works_without_it_too(tmp_path: Path) -> None:
    without = small_project(tmp_path / "without", "speed")
    run(without)
    small = Pair(built().project / "site", without / "site")
    test_without_the_folder_the_site_works(small)
    test_it_is_worth_its_folder(small)
