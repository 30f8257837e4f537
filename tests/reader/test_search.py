"""Search finds what people type, on the web and from disk with the network off."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from guide.paths import ROOT
from tests.conftest import SITE, Site

# What is typed, and pages of which one must be among the first three results.
QUERIES = {
    "opt out": ("opt-out/",),
    "opt-out": ("opt-out/",),
    "optout": ("opt-out/",),
    "OptOut Instagram": ("opt-out/instagram/",),
    "whatsapp ai": ("opt-out/whatsapp/",),
    "delete account": ("limit/leave/",),
    "delete facebook": ("limit/leave/",),
    "deactivate instagram": ("limit/leave/",),
    "third party": ("opt-out/third-party-data/",),
    "third-party data": ("opt-out/third-party-data/",),
    "widerspruch": ("opt-out/", "rights/eu/"),
    "chatgpt": ("opt-out/chatgpt/",),
    "openai": ("opt-out/chatgpt/", "compare/"),
    "gemini": ("opt-out/gemini/",),
    "google search": ("opt-out/google-search/",),
    "camera roll": ("limit/camera-roll/",),
    "private account": ("limit/private-account/",),
    "old posts": ("limit/old-posts/",),
    "germany": ("rights/eu/", ""),
    "texas": ("rights/united-states/", ""),
    "california": ("rights/united-states/",),
    "brazil": ("rights/brazil/",),
    "norway": ("rights/eu/", ""),
    "new jersey": ("rights/united-states/",),
    "garante per la protezione dei dati personali": ("rights/eu/",),
    "information regulator": ("rights/south-africa/",),
    "uk": ("rights/uk/",),
    "goodbye meta ai": ("learn/myths/",),
    "child photos": ("rights/for-someone-else/", "learn/data-collection/"),
    "died": ("rights/for-someone-else/",),
    "refused": ("rights/if-refused/",),
    "iphone instagram": ("opt-out/instagram/ios/",),
    "facebook android": ("opt-out/facebook/android/",),
    "off-facebook activity": ("limit/activity/",),
    "download my data": ("limit/download/",),
    "private messages": ("learn/", ""),
}


# The field and the rows, as Material and as Zensical name them.
FIELD = ".md-search__input, dialog [role=combobox]"
ROWS = ".md-search-result__item > a, dialog [role=option]"


@pytest.fixture
def server(whole_server: str) -> str:
    return whole_server


def ask(site: Site, words: str) -> list[str]:
    """The addresses of all rows. After words nobody wrote there is one answer to wait for."""
    field, rows = site.page.locator(FIELD), site.page.locator(ROWS)
    field.fill("qxzv")
    field.press("End")  # Material asks when a key is let go
    expect(rows).to_have_count(0)
    field.fill(words)
    field.press("End")
    expect(rows.first).to_be_visible(timeout=15_000)
    addresses: list[str] = rows.evaluate_all("rows => rows.map(row => row.href)")
    return addresses


def results(site: Site, words: str) -> list[str]:
    """The first three pages. Zensical has a row for each section, Material one for each page."""
    return list(dict.fromkeys(site.path(address) for address in ask(site, words)))[:3]


@pytest.mark.audit  # test_questions asks many more, of the same worker without the box
def test_what_people_type_is_in_the_first_three(site: Site) -> None:
    page = site.open("compare/")
    page.locator("label[for=__search]").first.click()
    missed = {}
    for words, wanted in QUERIES.items():
        found = results(site, words)
        if not any(path == w or (w and path.startswith(w)) for path in found for w in wanted):
            missed[words] = found
    assert missed == {}


@pytest.mark.disk
def test_a_result_opens(site: Site) -> None:
    page = site.open()
    page.locator("label[for=__search]").first.click()
    found = results(site, "widerspruch")
    page.locator(ROWS).first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert site.path(page.url) == found[0]


def test_no_script_looks_behind() -> None:
    """Safari knows look-behind since 16.4; before, a script that has one does not run at all."""
    told = [ROOT / "mkdocs.yml", ROOT / "zensical.yml", *SITE.rglob("*.js"), *SITE.rglob("*.html")]
    read = {file: file.read_text(encoding="utf-8") for file in told}
    assert [file.name for file, text in read.items() if "(?<=" in text or "(?<!" in text] == []
