"""The table of contents, read from the engines' own file."""

from __future__ import annotations

from pathlib import Path

from guide.data.nav import Part, pages, read_nav
from guide.show.book import open_book

CONFIG = """
site_url: !ENV [SITE_URL, ""]
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
    kept = [path for path in open_book().pages if not path.startswith("about/sources/")]
    assert sorted(pages(read_nav())) == sorted(kept)
