"""The table of direct links: whole without a script, narrowed with one, short on paper."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from guide.data.book import Book
from guide.show.direct import direct
from guide.show.plan import plannable
from tests.conftest import Site
from tests.reader.printed import sheets
from tests.small import book as small_book
from tests.small import changed

PAGE = "opt-out/direct-links/"
SHEETS = 4
OLD = '            form: "meta-object"\n            steps:\n              - id: "log-in"\n'
NEW = '            steps:\n              - id: "log-in"\n'


def rows(page: Page) -> list[str]:
    found: list[str] = page.locator("#direct-links tbody tr:visible th a").evaluate_all(
        "links => links.map((it) => it.href)"
    )
    return found


def test_every_form_is_in_it_and_each_address_once_for_a_product(book: Book) -> None:
    found = direct(book)
    keys = [(it.first.product_id, it.url) for it in found]
    assert len(keys) == len(set(keys))
    forms = {book.data.forms[it.route.form].url for it in plannable(book) if it.route.form}
    assert forms <= {it.url for it in found}


def test_neither_a_start_page_nor_an_explanation_is_a_direct_link() -> None:
    def links(address: str) -> list[str]:
        text = changed(OLD, f'{NEW}                opens: "{address}"\n')
        return [it.url for it in direct(small_book(text))]

    assert links("https://www.facebook.com/settings/ai") == ["https://www.facebook.com/settings/ai"]
    assert links("https://www.facebook.com/") == []
    assert links("https://www.facebook.com/help/1") == []


def test_it_narrows_to_a_place_and_to_what_is_used(site: Site) -> None:
    page = site.open(PAGE)
    whole = rows(page)
    page.locator("#direct-place").select_option("united-states")
    narrowed = rows(page)
    assert "https://www.facebook.com/help/contact/6359191084165019" in set(whole) - set(narrowed)
    page.locator("#direct summary").click()
    page.get_by_label("LinkedIn").check()
    assert rows(page)
    assert all("linkedin.com" in it for it in rows(page))
    expect(page.get_by_role("status").last).to_contain_text(f"of {len(whole)} links shown")


def test_without_scripts_it_is_whole(chromium: Browser, server: str, book: Book) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{PAGE}")
    assert page.locator("#direct-links tbody tr").count() == len(direct(book))
    expect(page.locator("#direct")).to_be_hidden()
    context.close()


def test_on_paper_all_of_it_takes_few_sheets_with_addresses_written_out(web: Site) -> None:
    page = web.open(PAGE)
    assert len(sheets(page.pdf(format="A4"))) <= SHEETS
    page.emulate_media(media="print")
    expect(page.get_by_text("claude.ai/settings/data-privacy-controls")).to_be_visible()
