"""What a page is given for the margins of paper."""

from __future__ import annotations

import pytest

from guide import addresses
from guide.data.book import Book
from guide.publish import print_marks
from guide.publish.site import Site, ThemeChangedError
from tests.publish.sites import URL, site
from tests.small import book as small_book

PAGE = '<html lang="en"><head></head><body><article></article></body></html>'


def marked(page: str = PAGE, site_url: str = URL) -> Site:
    it = site({f"{path}/index.html": page for path in small_book().pages}, site_url=site_url)
    print_marks.apply(it)
    return it


def test_a_page_has_its_address_and_its_code() -> None:
    it = marked()
    html = it.pages["rights/eu/index.html"]
    assert html.startswith('<html data-confirmed="Research closed: 23 November 2026"')
    assert f'data-address="{URL}rights/eu/"' in html
    assert html.index("content:url(qr.svg)") < html.index("</head>")
    assert html.index('<img src="qr.svg"') < html.index("<article")
    assert it.files["rights/eu/qr.svg"].startswith(b"<svg ")


def test_a_page_of_a_letter_has_no_code(book: Book) -> None:
    it = site({addresses.file(path): PAGE for path in book.pages}, book=book, site_url=URL)
    print_marks.apply(it)
    for path in ("letters/eu/object", "letters/eu/object/de"):
        assert "qr.svg" not in it.pages[f"{path}/index.html"]
        assert f"{path}/qr.svg" not in it.files
    assert "letters/eu/qr.svg" in it.files


def test_without_an_address_there_is_no_code() -> None:
    it = marked(site_url="")
    html = it.pages["rights/eu/index.html"]
    assert html.startswith('<html data-confirmed="Research closed: 23 November 2026" lang="en">')
    assert "<style" not in html
    assert it.files == {}


@pytest.mark.parametrize("missing", ["<html ", "</head>", "<article"])
def test_a_page_without_a_place_for_them_is_refused(missing: str) -> None:
    with pytest.raises(ThemeChangedError, match=f"has no {missing}"):
        marked(PAGE.replace(missing, "<x "))
