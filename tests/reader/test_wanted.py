"""The round of checks picks what fits the plan kept in this browser, and nothing else."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from guide import settings
from guide.data.book import Book
from guide.show.wanted import wanted
from tests.conftest import Site

PAGE = "about/freshness/"
KEEP = "plan => localStorage.setItem('guide.plan', plan)"


def opened(site: Site, **plan: object) -> Page:
    page = site.open(PAGE)
    if plan:
        page.evaluate(KEEP, json.dumps(plan))
        page.reload()
    return page


@pytest.mark.disk
def test_five_that_fit_the_kept_plan_are_asked_for(site: Site, book: Book) -> None:
    page = opened(site, place="eu", uses=["facebook-ios", "instagram-android"])
    ask = page.locator(".wanted__ask")
    place = book.data.jurisdictions["eu"].in_sentence
    expect(ask).to_contain_text(f"These five need somebody in {place} with ")
    expect(ask).to_contain_text("Facebook on an iPhone")
    expect(ask).to_contain_text("Instagram on Android")
    fitting = [
        it.placed.route
        for it in wanted(book, settings.current().guide_date)
        if {"facebook-ios", "instagram-android"} & set(it.uses)
        and {"eu", "everywhere"} & set(it.where)
        and it.placed.route.kind != "delete"
    ]
    links = page.locator(".wanted__picked a")
    assert links.all_inner_texts() == [it.title for it in fitting[:5]]
    expect(page.locator(".wanted__plan")).to_be_hidden()
    links.first.click()
    assert site.path(page.url) == f"{fitting[0].page}/"
    expect(page.locator(f"#{fitting[0].id}")).to_be_visible()


def test_without_a_plan_or_with_one_that_fits_nothing_it_says_so(site: Site) -> None:
    page = opened(site)
    expect(page.locator(".wanted__plan")).to_be_visible()
    expect(page.locator(".wanted__yours")).to_be_hidden()
    opened(site, place="atlantis", uses=["facebook-ios"])
    expect(page.locator(".wanted__yours")).to_be_hidden()
    opened(site, place="eu", uses=["nothing-here"])
    expect(page.locator(".wanted__ask")).to_contain_text("Nothing of what your plan holds waits")
    expect(page.locator(".wanted__picked li")).to_have_count(0)
