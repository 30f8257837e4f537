"""Whatever data ``check`` accepts can be published: every page, every step, every copy."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from guide.data import nav
from guide.data.book import read_book
from guide.errors import DataError
from guide.publish.site import Copies, take
from guide.publish.steps import STEPS
from guide.show.macros import MACROS
from tests.data.accepted import Case, cases
from tests.publish.made_sites import NAV, made
from tests.publish.sites import URL, settings
from tests.small_pages import DATA, PAGES, TEXTS, doc_pages

SHARE = 0.6
"""Of the data made up here so much must be accepted, else little is tried."""


@pytest.fixture(autouse=True)
def contents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nav, "read_nav", lambda *_: NAV)


def published(case: Case, site_url: str = URL) -> bool:
    """Publish it whole; False where ``check`` refuses it."""
    raw, texts = case
    try:
        book = read_book(raw, doc_pages(), texts)
    except DataError:
        return False
    site = made(book, settings(site_url=site_url))
    site.copies = Copies(offered=True)
    take(site, STEPS)
    assert {"_headers", "data/platforms.json", "offline/ai-opt-out-guide.zip"} <= set(site.files)
    for page, text in site.pages.items():
        text.encode()
        bare = page == "gone/index.html" or page.startswith("embed/")
        assert text.count("md-content__inner") == (not bare), page
    return True


def test_every_macro_is_on_one_of_the_pages() -> None:
    words = " ".join(PAGES.values())
    assert [name for name in MACROS if f" {name}(" not in words] == []


def test_the_small_guide_itself_is_published() -> None:
    assert published((DATA.encode(), TEXTS))
    assert published((DATA.encode(), TEXTS), site_url="")


def test_a_sign_in_a_title_ends_no_tag() -> None:
    """Finished pages hold it as it is, between quotes."""
    title = 'title: "Object in a browser"'
    assert title in DATA
    assert published((DATA.replace(title, 'title: "Settings > Object"').encode(), TEXTS))


def share(many: int, *, same: bool) -> float:
    """Publish so many cases; how many of them were accepted."""
    count = Counter[bool]()

    @tried(
        max_examples=many, derandomize=same, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(cases(), st.sampled_from([URL, ""]))
    def each(case: Case, site_url: str) -> None:
        count[published(case, site_url)] += 1

    each()
    assert count.total() >= many
    return count[True] / count.total()


def test_generated_data_goes_through_or_is_refused() -> None:
    assert share(30, same=True) >= SHARE


@pytest.mark.audit
def test_much_more_of_it() -> None:
    assert share(2_000, same=False) >= SHARE
