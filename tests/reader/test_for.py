"""From a website to the page about it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from guide.show.book import open_book
from guide.show.hosts import hosts
from tests.conftest import Site
from tests.small import book, changed


@pytest.mark.parametrize(
    ("host", "path"),
    [("www.linkedin.com", "opt-out/linkedin/"), ("Reddit.com", "opt-out/reddit/")],
)
def test_it_leads_to_the_page_for_that_website(site: Site, host: str, path: str) -> None:
    page = site.open(f"for/#{host}")
    page.wait_for_url(f"**/{path}*")


def test_for_a_website_that_is_not_here_it_says_so_and_leads_on(site: Site) -> None:
    page = site.open("for/#notlinkedin.com")
    told = page.locator(".for-unknown")
    expect(told).to_contain_text("“notlinkedin.com”")
    told.get_by_role("link").click()
    page.wait_for_url("**/opt-out/not-here/*")


def test_every_company_is_reached_from_its_own_domains() -> None:
    found = open_book()
    known = {it.host for it in hosts(found)}
    assert {d for it in found.data.companies.values() for d in it.domains} <= known
    assert {it.page for it in hosts(found)} <= set(found.pages)


def test_a_product_has_its_own_website_and_the_company_the_rest() -> None:
    text = changed('name: "Facebook"\n', 'name: "Facebook"\n        hosts: ["www.example.com"]\n')
    small = book(text)
    found = {it.host: (it.name, it.page) for it in hosts(small)}
    own = dict.fromkeys(small.data.companies["meta"].domains, ("Meta", "opt-out/facebook/web"))
    assert found == {"www.example.com": ("Facebook", "opt-out/facebook/web"), **own}
