"""A page grows old in the reader's hands: what has fallen due since is said, by their clock."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from guide import settings
from guide.paths import DOCS
from guide.show import queries, sightings, wording
from guide.show.dates import freshness
from guide.show.render import render
from tests.conftest import SITE, Site, html_files
from tests.small import book

# The small guide's route was confirmed in May 2025, and is to be checked every 180 days.
DUE = date(2025, 10, 28)
CANONICAL = '<link rel="canonical" href="https://guide.example/made-up/">'
WORDS = {
    "web": "Load it again",
    "disk": "See this page as it is now on the web",
    "alone": "Ask whoever gave you this copy",
}


def made_on(day: date, head: str = "") -> str:
    """A page with what a page of that day holds about a route, and the scripts of the site."""
    small = book()
    (placed,) = (it for it in small.routes.values() if it.route.confirmed.date)
    state = freshness(placed.route.confirmed, placed.route.review_after_days, day)
    line = render("confirmed", route=placed.route, fresh=state, words=wording, book=small,
                  select=queries, sightings=sightings, form=None)  # fmt: skip
    folder = DOCS / "assets" / "javascripts"
    scripts = [folder / f"{name}.js" for name in ("shared", "fresh")]
    code = "".join(f"<script>{script.read_text(encoding='utf-8')}</script>" for script in scripts)
    judged = '<p class="judged">Judged as of <span>1 June 2025</span>.</p>'
    return f"<!doctype html><meta charset=utf-8>{head}<main>{line}</main>{judged}{code}"


def opened(page: Page, where: str, html: str, root: str, tmp_path: Path) -> None:
    if where == "web":
        page.route("**/made-up/", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(f"{root}made-up/")
    else:
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        page.goto((tmp_path / "index.html").as_uri())


@pytest.mark.parametrize("made", [date(2025, 6, 1), date(2025, 10, 20)], ids=["fresh", "due soon"])
def test_the_next_check_stands_apart_from_what_is_before_it(made: date) -> None:
    line = BeautifulSoup(made_on(made), "html.parser").select_one(".confirmed")
    assert line
    assert re.search(r"\. (Next check|A new check is due) by 28 October 2025", line.get_text())


@pytest.mark.parametrize("where", WORDS)
@pytest.mark.parametrize("made", [date(2025, 6, 1), date(2025, 10, 20)], ids=["fresh", "due soon"])
def test_an_old_page_says_that_a_check_is_overdue(
    web: Site, tmp_path: Path, where: str, made: date
) -> None:
    page = web.page
    html = made_on(made, CANONICAL if where == "disk" else "")
    soon = page.get_by_text("A new check is due by")
    late = page.get_by_text("A new check is overdue.")

    page.clock.set_fixed_time(f"{DUE}T12:00:00")
    opened(page, where, html, web.root, tmp_path)
    expect(page.locator(".confirmed")).to_be_visible()
    assert soon.is_visible() == (made.month == 10)
    assert not late.is_visible()
    assert page.locator(".aged").count() == 0

    page.clock.set_fixed_time("2028-01-01T12:00:00")
    page.reload()
    expect(late).to_be_visible()
    assert not soon.is_visible()
    expect(page.locator(".confirmed")).to_have_class("confirmed confirmed--overdue")
    expect(page.locator(".aged")).to_contain_text("This page is of 1 June 2025.")
    expect(page.locator(".aged")).to_contain_text(WORDS[where])
    link = page.locator(".aged a")
    found = link.evaluate_all("links => links.map(link => link.href)")
    assert found == (["https://guide.example/made-up/"] if where == "disk" else [])
    web.foreign.clear()  # the file, which is not of the site


def test_a_check_is_overdue_from_the_day_after(web: Site, tmp_path: Path) -> None:
    page = web.page
    page.clock.set_fixed_time(f"{DUE + timedelta(days=1)}T00:30:00")
    opened(page, "web", made_on(date(2025, 6, 1)), web.root, tmp_path)
    expect(page.get_by_text("A new check is overdue.")).to_be_visible()


def test_what_was_overdue_from_birth_is_said_without_a_script() -> None:
    line = made_on(date(2026, 1, 1))
    assert "A new check is overdue." in line
    assert "hidden" not in line.split("</main>")[0]


@pytest.mark.disk
def test_real_pages_grow_old_on_the_web_and_in_the_zip(site: Site) -> None:
    """Every page with a check still to come; none, once all was overdue when it was built."""
    aging = [file for file in html_files() if 'data-due="' in file.read_text(encoding="utf-8")]
    for file in aging:
        path = file.relative_to(SITE).as_posix().removesuffix("index.html")
        site.page.clock.set_fixed_time(f"{settings.current().guide_date}T00:00:00")
        page = site.open(path)
        expect(page.locator("[data-due]").first).to_be_attached()
        assert page.locator(".aged").count() == 0, path
        page.clock.set_fixed_time("2040-01-01T00:00:00")
        page.reload()
        expect(page.locator(".aged")).to_be_visible()
        checks = page.locator("[data-due]")
        assert checks.locator("[data-then]:visible").count() == checks.count(), path
