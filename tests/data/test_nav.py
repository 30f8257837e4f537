"""The table of contents, read from the engines' own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.data.nav import Part, check, pages, read_nav
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


def test_it_names_every_page_once_but_those_of_folders_in_no_menu() -> None:
    kept = [path for path in open_book().pages if not path.startswith("about/sources/")]
    assert sorted(pages(read_nav())) == sorted(kept)


def test_a_page_in_no_menu_is_told_unless_its_folder_is_left_out(tmp_path: Path) -> None:
    known = ["", "opt-out", "opt-out/facebook/web", "aside/one"]
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    with pytest.raises(BuildFailedError, match="`aside/one` is not in the `nav`"):
        check(known, tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"{CONFIG}not_in_nav: /aside/\n")
    check(known, tmp_path)
    with pytest.raises(BuildFailedError, match="`asides` is not in the `nav`"):
        check([*known, "asides"], tmp_path)
