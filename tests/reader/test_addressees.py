"""Letters to other companies: chosen, or named by the reader; and their addresses without a script."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from guide.show import addressees
from guide.show.addressees import Addressee
from guide.show.book import open_book
from tests.conftest import SITE, Site

DATA = open_book().data


def chosen(place: str) -> tuple[str, Addressee]:
    """A company that takes the letters of a place by mail, and by post at its full address."""
    return next(
        (key, it)
        for key, own in addressees.by_company(DATA).items()
        for it in own
        if place in it.places and it.controller.mail and len(it.controller.address) > 2
    )


def saved(page: Page, name: str) -> str:
    with page.expect_download() as found:
        page.get_by_role("button", name=name).click()
    return Path(found.value.path()).read_text(encoding="utf-8")


def summary(page: Page) -> str:
    [event] = Calendar.from_ical(saved(page, "Remind me")).walk("VEVENT")
    return str(event["SUMMARY"])


@pytest.mark.disk
def test_another_company_is_named_in_every_place_of_a_letter(site: Site) -> None:
    key, to = chosen("eu")
    own, name = to.controller, DATA.companies[key].name
    page = site.open("letters/eu/object/")
    page.get_by_label("To", exact=True).select_option(key)
    letter = page.locator(".letter")
    expect(letter.locator('[data-part="recipient"]')).to_contain_text(own.name)
    said = saved(page, "Text file")
    lines = "\n".join(it for it in (own.name, own.attention, *own.address) if it)
    assert f"\n\n{lines}\n\n" in said
    assert "in all your products (all your apps, websites and services)" in said
    assert "what I tell your AI for" in said
    assert "Meta" not in said
    link = str(page.get_by_role("link", name="E-mail", exact=True).get_attribute("href"))
    assert urlsplit(link).path == own.mail
    assert "Meta" not in str(parse_qs(urlsplit(link).query))
    assert f"Article 21 GDPR): {name}" in summary(page)
    expect(page.get_by_text("The hints above are about Meta.")).to_be_visible()
    send = page.locator("#letter-send-to")
    expect(send).to_contain_text(str(own.mail))
    expect(send).to_contain_text("on the day you send")
    expect(page.get_by_role("link", name="Meta’s privacy contact page")).to_be_hidden()
    page.get_by_label("To", exact=True).select_option("Meta")
    assert "Facebook" in saved(page, "Text file")
    expect(page.get_by_role("link", name="Meta’s privacy contact page")).to_be_visible()


def test_in_another_language_and_to_an_authority_it_is_named_too(web: Site) -> None:
    key, to = chosen("eu")
    page = web.open("letters/eu/complaint/")
    page.get_by_label("About which company").select_option(key)
    line = ", ".join([to.controller.name, *to.controller.address])
    expect(page.locator(".letter")).to_contain_text(f"about {line}.")
    expect(page.locator('[data-part="recipient"] .blank')).to_have_count(1)  # the authority
    page.get_by_role("link", name="German").click()
    page.wait_for_url(f"**/letters/eu/complaint/de/#to={key}")
    expect(page.locator(".letter")).to_contain_text(to.controller.name)
    expect(page.locator(".letter")).not_to_contain_text("Meta")


@pytest.mark.disk
def test_a_company_the_reader_names_stands_in_the_letter_and_nowhere_else(site: Site) -> None:
    page = site.open("letters/california/complaint/")
    expect(page.get_by_label("Name of the company")).to_be_hidden()
    page.get_by_label("About which company").select_option("Another company")
    page.get_by_label("Name of the company").fill("Acme Example")
    page.get_by_label("Address of the company").fill("1 Road\nTown")
    said = saved(page, "Text file")
    assert "Complaint about Acme Example: my CCPA request" in said
    assert "complain about Acme Example, 1 Road\nTown. The complaint" in said
    assert summary(page) == "Reply due: Complaint about Another company: my CCPA request"
    kept = (
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    )
    assert "Acme" not in page.evaluate(kept)
    page.get_by_role("button", name="Clear the fields").click()
    expect(page.locator(".letter")).to_contain_text("about [name of the company], [address")
    page.get_by_label("Name of the company").fill("Acme Example")
    page.reload()
    expect(page.locator(".letter")).not_to_contain_text("Acme")
    expect(page.get_by_label("About which company")).to_have_value("")


def test_a_companys_page_leads_to_letters_that_go_there(web: Site) -> None:
    key, to = chosen("uk")
    page = web.open(f"letters/#to={key}")
    page.get_by_role("link", name="United Kingdom", exact=True).first.click()
    page.wait_for_url(f"**/letters/uk/#to={key}")
    page.locator(".letter-list a").first.click()
    expect(page.get_by_label("To", exact=True)).to_have_value(key)
    recipient = page.locator('[data-part="recipient"]')
    expect(recipient).to_contain_text(to.controller.name)
    page.evaluate("location.hash = 'to=nobody-knows'")
    expect(page.get_by_label("Name of the company")).to_be_visible()
    page.evaluate("location.hash = 'to=<b>'")
    expect(recipient).to_contain_text("Meta")


@pytest.mark.disk
def test_the_letter_that_asks_goes_to_the_company_one_came_from_or_names(site: Site) -> None:
    key, to = chosen("eu")
    page = site.open(f"letters/eu/ask/#to={key}")
    letter = page.locator(".letter")
    expect(letter.locator('[data-part="recipient"]')).to_contain_text(to.controller.name)
    expect(page.get_by_label("Name of the company")).to_be_hidden()
    assert "Meta" not in saved(page, "Text file")
    page.evaluate("location.hash = 'to=nobody-knows'")
    expect(page.get_by_label("To", exact=True)).to_have_value("")
    expect(letter).to_contain_text("[name of the company]")
    page.get_by_label("Name of the company").fill("Acme Example")
    assert "\n\nAcme Example\n[address of the company]\n\n" in saved(page, "Text file")
    assert summary(page) == "Reply due: Do you train AI on my data? (Article 15 GDPR)"
    expect(page.locator("#letter-send")).to_contain_text("contact section of its privacy policy")


def test_every_company_with_an_address_links_it_and_its_letters(web: Site) -> None:
    key, _ = chosen("eu")
    product = next(iter(DATA.companies[key].products))
    page_of = next(
        it.path for it in open_book().pages.values() if it.product == product and it.calls
    )
    page = web.open(f"{page_of}/")
    name = DATA.companies[key].name
    link = page.get_by_role("link", name=f"Letters to {name}")
    assert str(link.get_attribute("href")).endswith(f"letters/#to={key}")


def test_without_a_script_every_address_stands_in_a_list(chromium: Browser, server: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}letters/eu/object/")
    page.get_by_role("link", name="put its lines in place of Meta’s").click()
    for key, own in addressees.by_company(DATA).items():
        said = " ".join(str(page.locator(f"#{key}").text_content()).split())
        for it in own:
            to = it.controller
            lines = [to.name, *([to.attention] if to.attention else []), *to.address]
            assert ", ".join(lines) in said, it.id
            assert to.mail is None or to.mail in said, it.id
            assert DATA.sources[to.sources[0].id].title in said, it.id
            assert it.day[:4] in said, it.id
    context.close()


def test_the_list_of_addresses_is_short_and_links_to_own_domains_only() -> None:
    raw = (SITE / "letters/addresses/index.html").read_bytes()
    assert len(gzip.compress(raw, 9)) < 16 * 1024
    page = BeautifulSoup(raw, "lxml")
    forms = [str(it["href"]) for it in page.select("details a") if it.text == "form"]
    assert set(forms) == {it.contact for it in DATA.controllers.values() if it.where and it.contact}
