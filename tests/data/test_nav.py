"""The table of contents, read from the engines' own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.data.checks import letter_pages
from guide.data.nav import Part, check, complete, pages, read_nav, unlisted
from guide.errors import BuildFailedError
from guide.show.book import open_book

CONFIG = """
site_name: The Guide
site_url: !ENV [SITE_URL, ""]
extra: {tagline: How to say no}
nav:
  - Start: index.md
  - Opt out:
      - opt-out/index.md
      - Facebook:
          - In a browser: opt-out/facebook/web.md
"""


def test_sections_hold_their_own_page_and_their_parts(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    browser = Part("In a browser", "opt-out/facebook/web")
    assert read_nav(tmp_path) == (
        Part("Start", ""),
        Part("Opt out", "opt-out", (Part("Facebook", None, (browser,)),)),
    )


def test_it_names_every_page_once() -> None:
    book = open_book()
    listed = list(pages(read_nav()))
    apart = list(unlisted(book.pages))
    assert set(letter_pages.wanted(book.data)) <= set(apart)
    assert sorted([*listed, *apart]) == sorted(book.pages)


def test_what_is_in_no_menu_stands_under_the_nearest_page_above_it() -> None:
    titles = dict.fromkeys(pages(read_nav()), "listed") | {
        "letters/eu/b": "B", "letters/eu/b/de": "B, German", "letters/eu/a": "A", "other/x": "X",
    }  # fmt: skip
    whole = complete(read_nav(), titles)
    order = list(pages(whole))
    assert sorted(order) == sorted(titles)
    after = order.index("letters/eu") + 1
    assert order[after : after + 3] == ["letters/eu/b", "letters/eu/b/de", "letters/eu/a"]
    assert order.index("other/x") == 1, "the first page stands above all"


def test_a_page_in_no_menu_is_told_unless_its_folder_is_left_out(tmp_path: Path) -> None:
    known = ["", "opt-out", "opt-out/facebook/web", "aside/one"]
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    with pytest.raises(BuildFailedError, match="`aside/one` is not in the `nav`"):
        check(known, tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{CONFIG}not_in_nav: /aside/\n")
    check(known, tmp_path)
    with pytest.raises(BuildFailedError, match="`asides` is not in the `nav`"):
        check([*known, "asides"], tmp_path)
