"""The comparison on a phone: everything at first, two companies on request."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.conftest import Site


def test_two_companies_side_by_side(site: Site) -> None:
    page = site.open("compare/")
    table = page.locator("table.compare").first
    everyone = table.locator("tbody tr:visible").count()
    page.get_by_label("Meta", exact=True).check()
    page.get_by_label("OpenAI", exact=True).check()
    shown = table.locator("tbody tr:visible th")
    assert shown.all_inner_texts() == ["Meta", "OpenAI"]
    expect(page.get_by_role("status").filter(has_text="Showing Meta, OpenAI.")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    assert table.locator("tbody tr:visible").count() == everyone


def test_side_by_side_means_beside_each_other(web: Site) -> None:
    web.page.set_viewport_size({"width": 1280, "height": 900})
    page = web.open("compare/")
    page.get_by_label("Meta", exact=True).check()
    page.get_by_label("Google", exact=True).check()
    rows = page.locator("table.compare").first.locator("tbody tr:visible")
    first, second = (rows.nth(i).bounding_box() for i in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert first["x"] < second["x"]


def test_without_javascript_all_of_them_are_there(chromium: Browser, server: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}compare/")
    assert not page.locator("#compare-choice").is_visible()
    rows = page.locator("table.compare").first.locator("tbody tr")
    assert rows.count() >= 3
    assert all(row.is_visible() for row in rows.all())
    context.close()
