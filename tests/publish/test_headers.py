"""``_headers``: the policy once more, and what a page cannot say of itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from guide.publish import csp, preview
from tests.conftest import OFFLINE, SITE
from tests.hosting import headers as sent
from tests.page_facts import facts
from tests.publish.sites import site

CLOUDFLARE_LINE = 2000  # characters; a longer line is ignored there


def rules(text: str) -> dict[str, set[str]]:
    return {name: set(values) for name, *values in (rule.split() for rule in text.split(";"))}


def test_it_allows_the_scripts_of_all_pages_and_no_more() -> None:
    own = [rules(facts(file).policy) for file in sorted(SITE.rglob("*.html"))]
    policy, framed = sent(SITE, "/")[csp.POLICY].split(", ")
    assert framed == "frame-ancestors 'none'"
    everywhere = rules(policy)
    for name in ("script-src", "style-src"):
        assert everywhere.pop(name) == set[str]().union(*(it.pop(name) for it in own))
    assert all(it == everywhere for it in own)


def test_the_hashes_are_those_of_all_pages() -> None:
    pages = {
        f"{name}.html": f"<style>{name} {{}}</style><script>say('{name}')</script>"
        for name in ("one", "two")
    }
    it = site(pages)
    csp.write_headers(it)
    rule, *_ = re.findall("Content-Security-Policy: (.*)", it.files[csp.HEADERS].decode())
    assert all(digest in rule for digest in csp.script_hashes("<script>say('two')</script>"))
    assert all(digest in rule for digest in csp.style_hashes("<style>two {}</style>"))
    assert rule.count("'sha256-") == 4


def test_only_files_named_by_what_they_hold_may_be_kept_for_good() -> None:
    it = site({"a.html": ""})
    csp.write_headers(it)
    assert "immutable" not in it.files[csp.HEADERS].decode()


@pytest.mark.parametrize("joined", [True, False], ids=["rules added up", "the last rule alone"])
def test_whatever_a_host_does_with_two_rules_no_page_may_stand_in_a_frame(joined: bool) -> None:
    text = (SITE / csp.HEADERS).read_text(encoding="utf-8")
    for file in sorted(SITE.rglob("*.html")):
        page = file.relative_to(SITE).as_posix()
        sent = [value for name, value in preview.headers(text, f"/{page}") if name == csp.POLICY]
        kept = ", ".join(sent) if joined else sent[-1]
        assert ("frame-ancestors" in kept) is not page.startswith(("embed/", "404")), page
        assert "script-src 'self'" in facts(file).policy, "whatever is lost, the page has its own"


def test_no_line_is_too_long_for_a_host() -> None:
    lines = (SITE / csp.HEADERS).read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= CLOUDFLARE_LINE


def test_a_folder_on_disk_has_no_use_for_it() -> None:
    assert not (OFFLINE / csp.HEADERS).exists()


FRAME = """address => new Promise((loaded) => {
    const frame = document.createElement("iframe");
    frame.onload = loaded;
    frame.src = address;
    document.body.append(frame);
})"""


def test_no_other_site_may_show_a_page_in_a_frame(
    chromium: Browser, server: str, hosted: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{server}data/schema.json")  # a file of another site, with no policy of its own
    for address in (server, hosted):
        page.evaluate(FRAME, address)
    assert [frame.url for frame in page.frames[1:]] == [server, "chrome-error://chromewebdata/"]
    page.close()


def test_a_page_that_opened_the_guide_cannot_reach_it(chromium: Browser, hosted: str) -> None:
    page = chromium.new_page()
    page.route(
        "http://127.0.0.1:1/",
        lambda route: route.fulfill(content_type="text/html", body="<title>Other</title>"),
    )
    page.goto("http://127.0.0.1:1/")
    with page.expect_popup() as popup:
        page.evaluate("address => { open(address); }", hosted)
    assert popup.value.evaluate("opener") is None
    popup.value.close()
    page.close()


def allowed(page: Page, feature: str) -> bool:
    return bool(page.evaluate("name => document.featurePolicy.allowsFeature(name)", feature))


def test_devices_are_refused_and_copying_is_not(chromium: Browser, hosted: str) -> None:
    page = chromium.new_page()
    page.goto(hosted)
    for feature in ("camera", "geolocation", "microphone", "payment", "usb"):
        assert not allowed(page, feature), feature
    assert allowed(page, "clipboard-write")
    page.close()


def test_open_data_may_be_read_by_other_sites() -> None:
    assert sent(SITE, "/data/platforms.json")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in sent(SITE, "/plan/")
