"""No page may load from, or send to, anywhere else: stated on each, and enforced."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guide.finish import policy
from tests.conftest import OFFLINE, SITE, html_files
from tests.read import facts


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


def test_a_page_without_a_charset_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("<html></html>")
    with pytest.raises(ValueError, match="no <meta charset>"):
        policy.apply(tmp_path)


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


def test_every_page_opens_without_a_violation(disk_pages: list[str]) -> None:
    assert disk_pages == []


@pytest.fixture
def disk_pages(chromium: Browser) -> list[str]:
    """What the browser complained about on any page, opened from disk, network off."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on(
        "console", lambda m: said.append(f"{page.url}: {m.text}") if m.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for file in html_files(OFFLINE):
        page.goto(file.as_uri())
    context.close()
    return said
