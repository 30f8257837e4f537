"""A browser as people have it, beside the one without windows that most tests use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.tabs import PHONE
from tools import browser as browsers


@pytest.fixture(scope="session")
def whole_browser(chromium: Browser) -> Iterator[Browser]:
    """It keeps pages in memory for the Back button."""
    launched = chromium.browser_type.launch(
        executable_path=browsers.find(whole=True),
        args=list(browsers.FLAGS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield launched
    launched.close()


@pytest.fixture
def remembering(whole_browser: Browser) -> Iterator[BrowserContext]:
    context = whole_browser.new_context(viewport=PHONE)
    yield context
    context.close()
