"""Links that arrive damaged, and the page for lost readers wherever the site stands."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PREFIX, SITE, Handler, Site

WHOLE = "plan=eu.facebook-ios.instagram-web"
STEP = "facebook-ios-object--open-menu"
DAMAGED = [
    "plan%3Deu.facebook-ios.instagram-web",
    "plan%253Deu.facebook-ios.instagram-web",
    "plan%25253Deu%252Efacebook-ios.instagram-web",
    "plan=3Deu.facebook-ios.instagram-web",
    f"{WHOLE}.", f"{WHOLE})", f"{WHOLE}).", f"{WHOLE},", f"{WHOLE}>", f"{WHOLE}”", f"{WHOLE}…",
    f"{WHOLE}%20", f"{WHOLE}%0A", f"{WHOLE}%E2%80%8B", f"{WHOLE}%", f"{WHOLE}%2", f"“{WHOLE}”",
    WHOLE.upper(), f"{WHOLE}&utm_source=mail", f"{WHOLE}?fbclid=abc", "Plan=EU.Facebook-iOS.instagram-web",
    WHOLE.replace("-", "–"), f"#{WHOLE}",
]  # fmt: skip
CUT = {
    "plan=eu.facebook-ios.insta": "EU and EEA: Facebook (iPhone).",
    "plan=eu.facebook-ios.": "EU and EEA: Facebook (iPhone).",
    "plan=eu.facebook-ios.gone-product.b": "EU and EEA: Facebook (iPhone).",
    "plan=EU.facebook-ios.instagram%2": "EU and EEA: Facebook (iPhone).",
}
EACH = """async (all) => {
    const found = [];
    for (const told of all) {
        location.hash = "";
        await new Promise((done) => setTimeout(done, 20));
        location.hash = told;
        await new Promise((done) => setTimeout(done, 60));
        found.push([location.hash, document.querySelector(".plan__for").textContent]);
    }
    return found;
}"""


def test_a_damaged_link_still_holds_its_plan(site: Site) -> None:
    page = site.open("plan/#plan=uk.facebook-web")
    expect(page.locator("#plan-title")).to_be_visible()  # what plans are made of is there
    for told, (hash_, shown) in zip(DAMAGED, page.evaluate(EACH, DAMAGED), strict=True):
        assert hash_ == f"#{WHOLE}", told
        assert shown == "EU and EEA: Facebook (iPhone), Instagram (Browser).", told


@pytest.mark.parametrize("told", [DAMAGED[1], f"{WHOLE}).", WHOLE.upper()])
def test_also_when_the_page_is_opened_by_it(site: Site, told: str) -> None:
    page = site.open(f"plan/#{told}")
    expect(page.locator(".plan__for")).to_have_text(
        "EU and EEA: Facebook (iPhone), Instagram (Browser)."
    )
    expect(page.locator(".said")).to_have_text("")
    assert page.locator(".pass").get_attribute("data-pass") == WHOLE


def test_a_link_that_was_cut_shows_the_rest_and_says_so(web: Site) -> None:
    page = web.open("plan/")
    for told, shown in CUT.items():
        page.evaluate(EACH, [told])
        expect(page.locator(".plan__for")).to_have_text(shown)
    page = web.open("plan/#plan=eu.facebook-ios.insta")
    expect(page.locator(".said")).to_have_text(
        "A part of this link is not known here. The plan shows the rest."
    )
    page.goto("about:blank")
    page = web.open("plan/#plan=brazil.face")
    expect(page.locator(".said")).to_have_text("This link holds no plan that this guide knows.")
    expect(page.locator("#finder-place")).to_have_value("brazil")
    expect(page.locator(".plan")).to_be_hidden()


TO_A_STEP = (
    f"{STEP}.", f"{STEP})", STEP.upper(), STEP.replace("--", "—"), STEP.replace("-", "%2D"),
    f"{STEP}%20", f"{STEP}?fbclid=x",
)  # fmt: skip


def test_a_damaged_link_to_a_step_finds_it(web: Site) -> None:
    page = web.page
    for told in TO_A_STEP:
        page.goto("about:blank")  # else only the fragment would change
        web.open(f"opt-out/facebook/ios/#{told}")
        expect(page.locator("li.step:target")).to_have_id(STEP)
        expect(page.locator("li.step:target")).to_be_in_viewport()


# The page for lost readers


def lost(site: Site, path: str) -> Page:
    site.expected |= {
        "Failed to load resource: the server responded with a status of 404 (Not Found)"
    }
    return site.open(path)


LONGER = {
    f"plan/%23{WHOLE}": f"plan/#{WHOLE}", f"plan/%2523{WHOLE}": f"plan/#{WHOLE}",
    f"opt-out/facebook/ios/%23{STEP}": f"opt-out/facebook/ios/#{STEP}",
    "opt-out/facebook/ios/)": "opt-out/facebook/ios/", "rights/eu/%E2%80%9D.": "rights/eu/",
    "Rights/EU/": "rights/eu/", "rights/eu/%22%3E": "rights/eu/",
}  # fmt: skip


def test_an_address_with_something_at_its_end_is_found(web: Site) -> None:
    for told, found in LONGER.items():
        page = lost(web, told)
        page.wait_for_url(web.address(found))
        expect(page.locator("h1")).not_to_contain_text("no page at this address")
        page.goto("about:blank")


def test_where_there_is_no_page_it_says_so_and_leads_on(web: Site) -> None:
    for told in ("no/such/page/", "rights/atlantis", "%2F%2Fevil.example/%23x"):
        page = lost(web, told)
        expect(page.locator("h1")).to_contain_text("no page at this address")
        page.wait_for_timeout(500)
        assert page.url == web.address(told)
        for link in page.locator("article li a").all():
            assert web.page.request.get(link.evaluate("it => it.href")).ok


class _Moved(Handler):
    """The same files under another path than the one they were made for."""

    def translate_path(self, path: str) -> str:
        if path.startswith(f"{PREFIX}/"):
            return super().translate_path("/outside")
        inside = path.startswith("/else/where/")
        return super().translate_path(
            f"{PREFIX}/{path.removeprefix('/else/where/')}" if inside else "/outside"
        )


@pytest.fixture
def elsewhere() -> Iterator[str]:
    http = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Moved, directory=os.fspath(SITE)))
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}/else/where/"
    http.shutdown()
    http.server_close()


def test_it_leads_on_wherever_the_site_stands(web: Site, elsewhere: str) -> None:
    page = web.page
    web.expected |= {
        "Failed to load resource: the server responded with a status of 404 (Not Found)"
    }
    web.root = elsewhere.removesuffix("else/where/")
    page.goto(f"{elsewhere}opt-out/no/such/page/")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_visible()
    links = page.locator("article li a").evaluate_all("all => all.map(it => it.href)")
    assert len(links) >= 3
    assert all(link.startswith(elsewhere) for link in links)
    assert all(page.request.get(link).ok for link in links)
    page.keyboard.press("/")
    page.keyboard.insert_text("whatsapp")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.goto(f"{elsewhere}plan/%23{WHOLE}")
    page.wait_for_url(f"{elsewhere}plan/#{WHOLE}")
