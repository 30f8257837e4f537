"""No page may load from, or send to, anywhere else: stated on each, and enforced."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from guide.publish import csp
from guide.publish.site import ThemeChangedError
from tests.conftest import OFFLINE, SITE, html_files
from tests.page_facts import facts
from tests.publish.sites import site


def stated(file: Path) -> dict[str, list[str]]:
    rules = (rule.split() for rule in facts(file).policy.split(";"))
    return {name: values for name, *values in rules}


@pytest.mark.parametrize("root", [SITE, OFFLINE], ids=["web", "disk"])
def test_every_page_states_the_policy_first(root: Path) -> None:
    for file in html_files(root):
        rules = stated(file)
        assert rules["default-src"] == ["'none'"]
        assert rules["form-action"] == rules["base-uri"] == ["'none'"]
        assert rules["connect-src"] == ["'self'"]
        unsafe = {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"}
        assert not unsafe & {value for values in rules.values() for value in values}
        assert facts(file).metas[1] == "Content-Security-Policy"


def sources(codes: tuple[str, ...]) -> set[str]:
    digests = (hashlib.sha256(code.encode()).digest() for code in codes)
    return {"'self'", *(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)}


def test_just_the_scripts_and_styles_of_the_page_are_let_in() -> None:
    for file in html_files():
        assert set(stated(file)["script-src"]) == sources(facts(file).inline_scripts), file
        assert set(stated(file)["style-src"]) == sources(facts(file).inline_styles), file


def test_no_page_has_handlers_or_styles_on_its_elements() -> None:
    for file in html_files():
        assert facts(file).handlers == facts(file).styled == (), file


def test_a_page_without_a_charset_is_refused() -> None:
    with pytest.raises(ThemeChangedError, match=r"x\.html has no <meta charset"):
        csp.apply(site({"x.html": "<html></html>"}))


def test_the_browser_enforces_it(chromium: Browser, server: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(server)
    refused = page.evaluate(
        """() => new Promise((resolve) => {
            document.addEventListener("securitypolicyviolation",
                (event) => resolve(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.head.append(script);
        })"""
    )
    assert refused == "script-src-elem"
    assert page.evaluate("window.ran") is None
    context.close()


def test_no_page_reaches_out_early_or_reports_a_click() -> None:
    early = {"preconnect", "dns-prefetch", "prefetch", "prerender", "next"}
    for file in html_files():
        assert not early & facts(file).rels, file
        assert facts(file).pings == (), file
        assert "refresh" not in facts(file).metas, file


def test_no_stylesheet_loads_from_elsewhere() -> None:
    for file in SITE.rglob("*.css"):
        css = file.read_text(encoding="utf-8")
        for address in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)", css):
            parts = urlsplit(address)
            assert parts.scheme in {"", "data"}, address
            assert not parts.netloc, address


def test_links_that_lead_out_carry_no_referrer() -> None:
    for file in html_files():
        assert facts(file).referrer == "no-referrer", file
        assert [href for href, rel in facts(file).leading_out if "noreferrer" not in rel] == []


def referrer(page: Page, lead: str) -> str | None:
    """What another site is told when the page's first link out, pointed at it, is followed."""
    told: list[str | None] = []

    def answer(route: Route) -> None:
        told.append(route.request.header_value("referer"))
        route.fulfill(content_type="text/html", body="")

    page.route("http://127.0.0.1:1/", answer)
    page.locator('article a[href^="https:"]').first.evaluate(lead)
    page.wait_for_url("http://127.0.0.1:1/")
    return told[0]


LEAD = "it => { it.href = 'http://127.0.0.1:1/'; %s; it.click(); }"
META = "document.querySelector('meta[name=referrer]').content = 'unsafe-url'"


@pytest.mark.parametrize(
    "without", ["it.rel = ''", META], ids=["the page's word", "the link's word"]
)
def test_either_word_keeps_the_referrer_back(chromium: Browser, server: str, without: str) -> None:
    page = chromium.new_page()
    page.goto(f"{server}opt-out/facebook/web/")
    assert referrer(page, LEAD % without) is None
    page.close()


def test_without_both_it_would_be_sent(chromium: Browser, server: str) -> None:
    page = chromium.new_page()
    page.goto(f"{server}opt-out/facebook/web/")
    assert referrer(page, LEAD % f"it.rel = ''; {META}") is not None
    page.close()
