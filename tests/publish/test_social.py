"""What a messenger shows of a link to the guide."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from guide import settings
from guide.data.book import Book
from guide.errors import DataError
from guide.i18n import language
from guide.publish import social, social_card
from guide.publish.site import ThemeChangedError
from tests.conftest import OFFLINE, SITE, html_files
from tests.publish.sites import settings as told
from tests.publish.sites import site
from tests.small import book as small_book

HOME = "https://guide.example/guide/"
SMALL = "<html><head></head><body></body></html>"
NAME = "The Guide"
TOLD = told()


def said(file: Path) -> dict[str, str]:
    """What a page tells a messenger."""
    head = file.read_text(encoding="utf-8").split("</head>")[0]
    metas = BeautifulSoup(head, "lxml").select('meta[property^="og:"], meta[name^="twitter:"]')
    return {str(meta.get("property") or meta.get("name")): str(meta["content"]) for meta in metas}


def test_every_page_says_what_a_messenger_shows(book: Book) -> None:
    for path, page in book.pages.items():
        words = said(SITE / path / "index.html")
        assert words["og:title"] == page.title
        assert 50 <= len(words["og:description"]) <= 180, path
        assert words["og:url"] == f"{HOME}{path}/".replace("guide//", "guide/")
        assert words["twitter:card"] == "summary_large_image"
        assert words["og:image:alt"].startswith(page.title)


def test_every_page_has_a_picture_of_its_own(book: Book) -> None:
    found = set()
    for path in book.pages:
        words = said(SITE / path / "index.html")
        file = SITE / words["og:image"].removeprefix(HOME)
        with Image.open(file) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630))
        assert (words["og:image:width"], words["og:image:height"]) == ("1200", "630")
        assert 8_000 < file.stat().st_size < 25_000, path
        found.add(hashlib.sha256(file.read_bytes()).digest())
    assert len(found) == len(book.pages)


def test_no_title_runs_into_the_ornament(book: Book) -> None:
    for path in book.pages:
        image = Image.open(social.card(book, path, settings.current())).convert("L")
        darkest, lightest = image.crop((982, 140, 993, 510)).getextrema()
        assert darkest == lightest, path


def test_the_same_words_give_the_same_bytes_anywhere() -> None:
    title, line = "Québec, Türkiye: “no”", "Last confirmed: May 2025"
    code = "import sys; from guide.publish.social_card import draw; sys.stdout.buffer.write(draw(*sys.argv[1:]))"
    other = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-X", "utf8", "-c", code, NAME, title, line]
    assert subprocess.run(command, env=other, capture_output=True, check=True).stdout == (
        social_card.draw(NAME, title, line)
    )


def test_a_picture_is_drawn_once(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = social.card(book, "rights/eu", TOLD, tmp_path)
    monkeypatch.setattr(social_card, "draw", lambda *_: pytest.fail("drawn again"))
    assert social.card(book, "rights/eu", TOLD, tmp_path) == first
    assert list(tmp_path.iterdir()) == [first]


def test_other_words_give_another_picture(book: Book, tmp_path: Path) -> None:
    page = replace(book.pages["rights/eu"], title="Your rights, said anew")
    changed = replace(book, pages={**book.pages, "rights/eu": page})
    new = social.card(changed, "rights/eu", TOLD, tmp_path)
    old = social.card(book, "rights/eu", TOLD, tmp_path)
    assert new.read_bytes() != old.read_bytes()


def test_a_title_the_font_cannot_draw_stops_the_build(book: Book, tmp_path: Path) -> None:
    page = replace(book.pages["rights/japan"], title="日本 and Ελλάδα")
    changed = replace(book, pages={**book.pages, "rights/japan": page})
    with pytest.raises(DataError) as caught:
        social.card(changed, "rights/japan", TOLD, tmp_path)
    wrong = "the font of the social cards has no `日本`"
    assert f"docs/rights/japan.md:1: title: {wrong}" in str(caught.value)


def test_a_long_title_is_set_smaller_not_cut() -> None:
    def ink(title: str) -> tuple[int, int, int, int] | None:
        image = (
            Image.open(io.BytesIO(social_card.draw(NAME, title, "")))
            .convert("L")
            .crop((0, 140, 990, 515))
        )
        return image.point(lambda value: 255 if value > 200 else 0).getbbox()

    box = ink(
        "A very long title indeed, with far more words in it than any page of this guide has yet"
    )
    assert box is not None
    assert 0 < box[1] < box[3] < 375, box


def every_language() -> dict[str, str]:
    """Each language's name of the guide, and all its letters."""
    name, found = settings.current().name, {}
    for code in language.every():
        said = language.named(code).catalogues
        texts = "".join(text for it in said.values() for text in it.said.values())
        latin = {it for it in texts if unicodedata.name(it, "").startswith("LATIN")}
        found[said["frame"].said["", name]] = "".join(sorted(latin))
    return found


def test_every_language_can_be_drawn() -> None:
    for name, letters in every_language().items():
        assert len(letters) > 52
        assert social_card.missing(letters) == "", name


def test_no_name_of_the_guide_runs_into_the_ornament() -> None:
    name = max(every_language(), key=len)
    image = Image.open(io.BytesIO(social_card.draw(name, "", ""))).convert("L")
    darkest, lightest = image.crop((892, 60, 914, 108)).getextrema()
    assert darkest == lightest, name


def test_without_an_address_nothing_is_said(tmp_path: Path) -> None:
    it = site({f"{path}/index.html": SMALL for path in small_book().pages}, site_url="")
    social.apply(it, tmp_path)
    assert set(it.pages.values()) == {SMALL}
    assert it.files == {}


def test_a_page_that_describes_nothing_is_refused(tmp_path: Path) -> None:
    it = site({f"{path}/index.html": SMALL for path in small_book().pages})
    with pytest.raises(ThemeChangedError, match="description"):
        social.apply(it, tmp_path)


def test_cards_that_no_page_shows_any_more_are_forgotten(book: Book, tmp_path: Path) -> None:
    kept = social.card(book, "rights/eu", TOLD, tmp_path)
    gone, lately = tmp_path / "gone.png", tmp_path / "lately.png"
    for file in (gone, lately):
        file.write_bytes(b"")
    for file in (gone, kept):
        os.utime(file, (1, 1))
    social.ahead(replace(book, pages={"rights/eu": book.pages["rights/eu"]}), TOLD, tmp_path)
    assert set(tmp_path.iterdir()) == {kept, lately}


def test_copies_to_take_along_leave_them_out() -> None:
    assert not (OFFLINE / "assets" / "previews").exists()
    assert [file for file in html_files(OFFLINE) if said(file)] == []
