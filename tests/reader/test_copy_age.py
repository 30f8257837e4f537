"""A copy that is over a year old says so, by the reader's clock, and where a newer one is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from guide import settings
from guide.show.dates import a_year_after
from tests.conftest import Site

YEAR = a_year_after(settings.current().guide_date)


def test_a_copy_over_a_year_old_says_so_and_where_a_newer_one_is(disk: Site) -> None:
    disk.page.clock.set_fixed_time(f"{YEAR}T23:59:00")
    page = disk.open("rights/eu/")
    expect(page.locator(".copy-note")).to_be_attached()
    page.wait_for_load_state("load")
    assert page.locator(".copy-age").count() == 0, "a year old to the day"
    page.clock.set_fixed_time(f"{YEAR + timedelta(days=1)}T00:01:00")
    for path in ("rights/eu/", "", "opt-out/facebook/web/"):
        line = disk.open(path).locator(".copy-age")
        expect(line).to_contain_text("This copy of the guide is over a year old.")
        expect(line).to_be_in_viewport()
        newest = line.get_by_role("link", name="Get the newest copy on the web")
        expect(newest).to_have_attribute("href", "https://guide.example/guide/about/offline/")
    page.clock.set_fixed_time(f"{YEAR.year + 2}-{YEAR:%m}-28T12:00:00")
    page.reload()
    expect(page.locator(".copy-age")).to_contain_text(f"is over {2 + (YEAR.day < 28)} years old.")


def test_the_web_is_no_copy(web: Site) -> None:
    web.page.clock.set_fixed_time(f"{YEAR.year + 3}-01-01T12:00:00")
    page = web.open("rights/eu/")
    page.wait_for_load_state("load")
    assert page.locator(".copy-age, .copy-note").count() == 0


@pytest.mark.parametrize(
    ("day", "then"), [("2026-11-30", "2027-11-30"), ("2028-02-29", "2029-02-28")]
)
def test_a_year_after_a_day_is_the_same_day(day: str, then: str) -> None:
    assert a_year_after(date.fromisoformat(day)) == date.fromisoformat(then)
