"""The zip: the same bytes from anywhere, everything in one folder, small enough to pass on."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from guide import settings
from guide.publish.copies import zip_file
from guide.publish.copies.naming import named
from tests.conftest import DIST, OFFLINE, SITE, html_files
from tests.publish.sites import settings as told

LIMIT = 3_000_000
"""Bytes, of each language's zip; an audit weighs them all (``tests/i18n/test_published.py``)."""
LONGER = 1.12
"""As much heavier than English alone the zip of a language may be: Polish needs the most."""
FILES = {"rights/eu.html": b"eu", "index.html": b"home", "Readme.txt": b"read me"}
NAME = named(settings.current(), ".zip")


def up(file: Path) -> str:
    """The way from a page to the root of the copy."""
    return "../" * (len(file.relative_to(OFFLINE).parts) - 1)


def test_order_times_and_permissions_leave_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    first = zip_file.packed(FILES, "guide-1", told())
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert zip_file.packed(dict(reversed(FILES.items())), "guide-1", told()) == first
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert {entry.date_time for entry in entries} == {(2023, 11, 14, 22, 13, 20)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o644}
    assert [entry.filename for entry in entries] == [
        "guide-1/Readme.txt", "guide-1/index.html", "guide-1/rights/eu.html",
    ]  # fmt: skip


def test_without_a_commit_it_is_of_the_guide_date_and_never_older_than_zip() -> None:
    for given, year in (({"build_time": None}, 2026), ({"build_time": 0}, 1980)):
        made = zip_file.packed(FILES, "x", told(**given))
        assert zipfile.ZipFile(io.BytesIO(made)).infolist()[0].date_time[0] == year


def test_the_guides_zip_holds_the_whole_guide_in_one_folder_and_nothing_of_a_server() -> None:
    with zipfile.ZipFile(DIST / NAME) as guide:
        names = guide.namelist()
    assert {name.split("/")[0] for name in names} == {named(settings.current())}
    inside = {name.partition("/")[2] for name in names}
    pages = {file.relative_to(SITE).as_posix() for file in html_files()} - {"404.html"}
    assert pages <= inside
    assert {"README.txt", "search/search_index.js"} <= inside
    assert [name for name in inside if name.endswith((".map", "search_index.json"))] == []
    assert [name for name in inside if "/lunr/" in name or name.startswith("sitemap")] == []


def test_the_zip_is_light_enough() -> None:
    """English alone; how much heavier the same is in other languages, ``LONGER`` says."""
    assert (DIST / NAME).stat().st_size * LONGER <= LIMIT


def test_style_sheets_and_scripts_stand_once_in_the_copy() -> None:
    for file in html_files(OFFLINE):
        html = file.read_text(encoding="utf-8")
        assert "<style>" not in html, file
        assert "<noscript><link" not in html, file
        assert "script-src 'self';" in html, "its policy names no script by hash"


def test_what_needs_scripts_and_the_menus_stand_once_in_the_copy() -> None:
    written = ("md-search__input", "palette", "md-tabs", "md-sidebar", "md-top", "data-scripts")
    for file in html_files(OFFLINE):
        html = file.read_text(encoding="utf-8")
        first = file == OFFLINE / "index.html"
        assert {part: part in html for part in written} == dict.fromkeys(written, first), file
        assert "letter-form" not in html, file
        assert first or f"<noscript><nav class=bare><a href={up(file)}index.html>" in html, file


def test_pages_that_nobody_hands_out_have_no_code_in_the_copy() -> None:
    for page, code in {
        "opt-out/slack": True,
        "rights/eu": True,
        "letters/eu": False,
        "letters/eu/object/de": False,
        "about/sources/slack": False,
        "compare/slack": False,
    }.items():
        html = (OFFLINE / page / "index.html").read_text(encoding="utf-8")
        assert (OFFLINE / page / "qr.svg").exists() == ("qr.svg" in html) == code, page
        assert f"https://guide.example/guide/{page}/" in html, "its address stands there in words"


def test_ways_have_no_code_of_their_own_in_the_copy_and_nothing_says_so() -> None:
    assert list(OFFLINE.rglob("*-*.qr.svg")) == []
    text = (OFFLINE / "opt-out" / "linkedin" / "index.html").read_text(encoding="utf-8")
    assert "QR code for these steps" not in text
    assert "A link, and who sees it" in text


def test_every_page_of_the_copy_says_that_it_is_one() -> None:
    for file in html_files(OFFLINE):
        text = file.read_text(encoding="utf-8")
        assert text.count("copy-note") == 1, file
        assert "https://guide.example/guide/about/offline/" in text, file
    assert "copy-note" not in (SITE / "index.html").read_text(encoding="utf-8")
