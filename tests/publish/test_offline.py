"""What is done to a built site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.dates import guide_date, in_words
from guide.publish import open_data
from guide.publish.copies import offline
from guide.version import version
from tests.small import book


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("../rights/", "../rights/index.html"),
        ("../rights/#eu", "../rights/index.html#eu"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./?x=1#y", "./index.html?x=1#y"),
        ("#steps", "#steps"),
        ("", ""),
        ("../data/platforms.yml", "../data/platforms.yml"),
        ("https://www.facebook.com/privacy/", "https://www.facebook.com/privacy/"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
    ],
)
def test_links_to_folders_name_the_file(href: str, file: str) -> None:
    assert offline.file_address(href) == file


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text(
        json.dumps({"docs": [{"location": ""}, {"location": "rights/#eu"}]})
    )
    (tmp_path / "about" / "offline").mkdir(parents=True)
    (tmp_path / "about" / "offline" / "index.html").write_text('<div class="downloads"></div>')
    (tmp_path / "404.html").write_text("x")
    (tmp_path / "code.js.map").write_text("x")
    (tmp_path / "assets" / "lunr").mkdir(parents=True)
    (tmp_path / "index.html").write_text(
        '<a class="x" href="rights/">R</a><a href="#y">y</a><p class="judged">As of a day.</p>'
    )
    return tmp_path


def test_a_site_is_converted_whole(small_site: Path) -> None:
    offline.convert(small_site)
    html = (small_site / "index.html").read_text()
    assert html.startswith('<a class="x" href="rights/index.html">R</a><a href="#y">y</a>')
    script = (small_site / "search" / "search_index.js").read_text()
    index = json.loads(script.removeprefix("var __index = "))
    assert [entry["location"] for entry in index["docs"]] == ["index.html", "rights/index.html#eu"]


def test_what_is_never_read_from_disk_is_left_out(small_site: Path) -> None:
    offline.convert(small_site)
    left = {file.relative_to(small_site).as_posix() for file in small_site.rglob("*.*")}
    assert left == {
        "index.html",
        "about/offline/index.html",
        "search/search_index.js",
        "README.txt",
    }
    assert not (small_site / "assets" / "lunr").exists()


@pytest.mark.parametrize(
    ("web", "said"),
    [
        ("https://guide.example/x/", "https://guide.example/x/about/offline/"),
        ("", "ask whoever gave it to you"),
    ],
)
def test_a_copy_says_that_it_is_one_and_where_the_newest_is(
    small_site: Path, web: str, said: str
) -> None:
    offline.convert(small_site, web)
    html = (small_site / "index.html").read_text()
    assert "This is a copy made on that day." in html.partition("As of a day.")[2]
    readme = (small_site / "README.txt").read_text()
    assert f"A copy of {in_words(str(guide_date()))}, version {version()}." in readme
    assert said in html
    assert said in readme


def test_open_data_holds_what_the_file_holds(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    open_data.publish(book(), tmp_path)
    published = json.loads((tmp_path / "data" / "platforms.json").read_text(encoding="utf-8"))
    assert published["claims"]["eu-may-object"]["reread"] is False
    assert list(published["sources"]) == ["meta-page", "local-blog"]
    assert "reread" not in published["claims"]["meta-public-posts"]
