"""Every published language on a phone: nothing is too wide, no button breaks a word."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from guide.addresses import of_language
from tests import actions
from tests.i18n import PUBLISHED
from tests.reader.test_reflow import BROKEN, WIDER

pytestmark = pytest.mark.audit

WIDTH = 360
PAGES = ("", "plan/", "opt-out/", "opt-out/facebook/web/", "compare/", "rights/eu/",
         "letters/eu/", "letters/eu/object/")  # fmt: skip
HYPHENS = "() => getComputedStyle(document.querySelector('article h1')).hyphens"


@pytest.mark.parametrize("code", PUBLISHED)
def test_its_words_fit_a_phone(served: str, chromium: Browser, code: str) -> None:
    context = chromium.new_context(viewport={"width": WIDTH, "height": 760})
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(f"{served}{of_language(code)}{path}")
        actions.unfold(page)
        actions.wake(page)
        found[path] = page.evaluate(WIDER) + page.evaluate(BROKEN)
        assert page.evaluate(HYPHENS) == "auto"
    context.close()
    assert {path: wide for path, wide in found.items() if wide} == {}
