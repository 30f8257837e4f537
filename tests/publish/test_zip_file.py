"""The zip: the same bytes from anywhere, everything in one folder, small enough to pass on."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from guide.publish.copies import zip_file
from guide.version import named
from tests.conftest import DIST, OFFLINE, SITE, html_files

MIB = 1024 * 1024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "folder"
    (made / "rights").mkdir(parents=True)
    for name in ("index.html", "rights/eu.html", "Readme.txt"):
        (made / name).write_text(name)
    return made


def packed(folder: Path, out: Path) -> bytes:
    zip_file.pack(folder, out, "guide-1")
    return out.read_bytes()


def test_times_and_permissions_of_the_machine_leave_no_trace(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = packed(folder, tmp_path / "a.zip")
    for file in folder.rglob("*.*"):
        os.utime(file, (1, 1))
        file.chmod(0o700)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert packed(folder, tmp_path / "b.zip") == first
    entries = zipfile.ZipFile(tmp_path / "b.zip").infolist()
    assert {entry.date_time for entry in entries} == {(2023, 11, 14, 22, 13, 20)}
    assert [entry.filename for entry in entries] == [
        "guide-1/Readme.txt", "guide-1/index.html", "guide-1/rights/eu.html",
    ]  # fmt: skip


def test_the_guides_zip_holds_the_whole_guide_in_one_folder_and_nothing_of_a_server() -> None:
    with zipfile.ZipFile(DIST / named(".zip")) as guide:
        names = guide.namelist()
    assert {name.split("/")[0] for name in names} == {named()}
    inside = {name.partition("/")[2] for name in names}
    pages = {file.relative_to(SITE).as_posix() for file in html_files()} - {"404.html"}
    assert pages <= inside
    assert {"README.txt", "data/platforms.yml", "search/search_index.js"} <= inside
    assert [name for name in inside if name.endswith((".map", "search_index.json"))] == []
    assert [name for name in inside if "/lunr/" in name or name.startswith("sitemap")] == []


def test_the_zip_is_at_most_3_mib() -> None:
    assert (DIST / named(".zip")).stat().st_size <= 3 * MIB


def test_every_page_of_the_copy_says_that_it_is_one() -> None:
    for file in html_files(OFFLINE):
        text = file.read_text(encoding="utf-8")
        assert text.count('class="copy-note"') == 1, file
        assert "https://guide.example/guide/about/offline/" in text, file
    assert "copy-note" not in (SITE / "index.html").read_text(encoding="utf-8")
