"""What is done to a built site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.finish import data, offline
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


def test_a_site_is_converted_whole(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text(
        json.dumps({"docs": [{"location": ""}, {"location": "rights/#eu"}]})
    )
    (tmp_path / "404.html").write_text("x")
    (tmp_path / "index.html").write_text('<a class="x" href="rights/">R</a><a href="#y">y</a>')
    offline.convert(tmp_path)
    assert not (tmp_path / "404.html").exists()
    html = (tmp_path / "index.html").read_text()
    assert html == '<a class="x" href="rights/index.html">R</a><a href="#y">y</a>'
    script = (tmp_path / "search" / "search_index.js").read_text()
    index = json.loads(script.removeprefix("var __index = "))
    assert [entry["location"] for entry in index["docs"]] == ["index.html", "rights/index.html#eu"]


def test_open_data_holds_what_the_file_holds(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    data.publish(book(), tmp_path)
    published = json.loads((tmp_path / "data" / "platforms.json").read_text(encoding="utf-8"))
    assert published["claims"]["eu-may-object"]["reread"] is False
    assert list(published["sources"]) == ["meta-page", "local-blog"]
    assert "reread" not in published["claims"]["meta-public-posts"]
