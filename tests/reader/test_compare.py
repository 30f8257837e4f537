"""The comparison on a phone: three companies at first, any others by choice or on their pages."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from guide.data.book import Book
from tests.conftest import Site


def heads(page: Page) -> list[str]:
    return [it.strip() for it in page.locator("#side-by-side thead th").all_text_contents()]


def pick(page: Page, *names: str) -> None:
    page.get_by_text("Put others side by side").click()
    for name in names:
        page.get_by_role("checkbox", name=name, exact=True).check()
        expect(page.locator("#side-by-side thead")).to_contain_text(name)


def test_others_side_by_side(site: Site, book: Book) -> None:
    page = site.open("compare/")
    start = page.locator("#side-by-side").inner_text()
    assert heads(page) == ["Question", "Meta", "OpenAI", "Google"]
    pick(page, "Meta", "Anthropic", "Reddit")
    assert heads(page) == ["Question", "Meta", "Anthropic", "Reddit"]
    expect(page.get_by_role("status").filter(has_text="Showing Meta, Anthropic, Reddit.")).to_have_count(1)  # fmt: skip
    for it in book.data.comparison.criteria:
        cells = page.locator(f"#{it.id} td")
        expect(cells).to_have_count(3)
        for cell, key in zip(cells.all(), ("meta", "anthropic", "reddit"), strict=True):
            answer = book.data.comparison.answers[key][it.id]
            expect(cell).to_contain_text(answer.note)
    for name in ("Meta", "Anthropic", "Reddit"):
        page.get_by_role("checkbox", name=name, exact=True).uncheck()
    assert page.locator("#side-by-side").inner_text() == start


def test_three_are_the_most(web: Site) -> None:
    page = web.open("compare/")
    pick(page, "Meta", "X and xAI", "Slack")
    expect(page.get_by_role("checkbox", name="Google", exact=True)).to_be_disabled()
    page.get_by_role("checkbox", name="Slack", exact=True).uncheck()
    expect(page.get_by_role("checkbox", name="Google", exact=True)).to_be_enabled()


def test_side_by_side_means_beside_each_other(web: Site) -> None:
    web.page.set_viewport_size({"width": 1280, "height": 900})
    page = web.open("compare/")
    pick(page, "Meta", "Mistral")
    first, second = (page.locator("#default-on td").nth(i).bounding_box() for i in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert first["x"] < second["x"]


def test_a_company_in_the_picture_leads_to_its_answers(site: Site) -> None:
    page = site.open("compare/")
    page.locator("table.refusals").get_by_role("link", name="Mistral").click()
    expect(page.locator("#side-by-side")).to_have_count(0)
    assert site.path(page.url) == "compare/mistral/"
    page.locator("table.compare tbody th a").first.click()
    expect(page.locator("tr#mistral")).to_be_in_viewport()
    assert site.path(page.url) == "compare/default-on/"
    page.get_by_role("link", name="The whole comparison").click()
    expect(page.locator("tr#default-on")).to_be_in_viewport()


def test_the_address_of_a_company_on_the_comparison_leads_to_its_page(site: Site) -> None:
    page = site.open("compare/#slack")
    expect(page.locator("h1")).to_contain_text("Slack")
    assert site.path(page.url) == "compare/slack/"
    page = site.open("compare/#meta")
    expect(page.locator("th#meta")).to_be_visible()


def test_the_answers_of_others_are_asked_for_when_one_is_chosen(web: Site) -> None:
    asked: list[str] = []
    web.page.on("request", lambda it: asked.append(it.url))
    page = web.open("compare/")
    page.get_by_text("Put others side by side").click()
    page.get_by_role("checkbox", name="OpenAI", exact=True).check()
    expect(page.locator("#side-by-side thead th")).to_have_count(2)
    assert not [it for it in asked if "/compared." in it]
    page.route("**/compared.*", lambda route: route.abort())
    page.get_by_role("checkbox", name="Slack", exact=True).check()
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    assert heads(page) == ["Question", "OpenAI"]
    web.expected |= set(web.errors)
    page.unroute("**/compared.*")
    page.get_by_role("checkbox", name="Zoom", exact=True).check()
    expect(page.locator("#side-by-side thead th")).to_have_count(4)
    expect(page.get_by_role("alert")).to_have_text("")


def test_the_whole_picture_fits_a_phone_and_a_desk(web: Site) -> None:
    for width in (320, 390, 1280):
        web.page.set_viewport_size({"width": width, "height": 844})
        page = web.open("compare/")
        edges = page.locator("table.refusals").evaluate(
            "it => [it.getBoundingClientRect().right, it.offsetHeight / innerHeight]"
        )
        assert edges[0] <= width
        assert edges[1] < 2.2, "about two screens of a phone for forty companies"
        rows = page.locator("table.refusals tbody tr:has(td)")
        lefts = rows.evaluate_all("all => all.map(it => it.cells[1].getBoundingClientRect().left)")
        assert len(set(lefts)) == 1, "the columns stand below each other"


def test_without_javascript_all_of_them_are_there(chromium: Browser, server: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}compare/")
    assert not page.locator("#compare-choice").is_visible()
    assert page.locator("#side-by-side tbody tr").count() >= 3
    page.goto(f"{server}compare/#slack")
    expect(page.locator("tr#slack")).to_be_in_viewport()
    page.locator("tr#slack a").click()
    assert page.locator("table.compare tbody tr").count() > 10
    page.go_back()
    page.locator("#side-by-side tbody th a").first.click()
    rows = page.locator("table.compare tbody tr")
    assert rows.count() > 20
    assert all(row.is_visible() for row in rows.all())
    context.close()
