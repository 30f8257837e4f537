"""A smoke in Firefox and WebKit: search, plan, ticks, a letter, a calendar file; web and zip.

Firefox has no way to any other machine here. WebKit's driver cannot take the network away;
that nothing is asked for is shown in Chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import settings
from guide.addresses import on_disk
from guide.publish.copies.naming import named
from tests.conftest import DIST, OFFLINE
from tests.reader import firefox, webkit
from tests.reader.browser_driver import Driven
from tools.system import FIREFOX, need

pytestmark = pytest.mark.audit

SEARCH = "label.md-header__button[for=__search], .md-search__input"
STEP = "facebook-ios-object--open-menu"


@pytest.fixture(params=["firefox", "webkit"], scope="module")
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driven]:
    own = tmp_path_factory.mktemp("browser")
    if request.param == "firefox":
        with firefox.started(need(FIREFOX, FIREFOX), own) as driven:
            yield driven
    else:
        driver, screen = need("WebKitWebDriver", "webkit2gtk-driver"), need("Xvfb", "xvfb")
        small = max(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"), default=None)
        assert small, "WebKit is here without its MiniBrowser (package libwebkit2gtk-4.1-0)"
        with webkit.started(driver, screen, str(small), own) as driven:
            yield driven


@pytest.fixture(params=["web", "disk"])
def root(request: pytest.FixtureRequest) -> str:
    web: str = request.getfixturevalue("server")
    return web if request.param == "web" else f"{OFFLINE.as_uri()}/"


@pytest.fixture(autouse=True)
def nothing_said(browser: Driven) -> Iterator[None]:
    browser.errors.clear()
    yield
    assert browser.errors == []


def opened(browser: Driven, root: str, path: str) -> None:
    browser.goto(root + (on_disk(path) if root.startswith("file:") else path))


def test_search(browser: Driven, root: str) -> None:
    opened(browser, root, "compare/")
    browser.click(SEARCH)
    browser.type("widerspruch")
    browser.wait("document.querySelectorAll('.md-search-result__item').length > 2")
    first = "[...document.querySelectorAll('.md-search-result__item a')].slice(0, 3)"
    found = browser.js(f"{first}.map((it) => it.href)")
    assert any(f"{root}{page}" in it for it in found for page in ("rights/eu/", "letters/eu/"))


def test_plan_and_ticks(browser: Driven, root: str) -> None:
    opened(browser, root, "plan/")
    browser.click("#finder-search")
    browser.type("Germany")
    browser.click("#finder input[value='facebook-ios']")
    browser.click("#finder button:not([type=button])")
    browser.wait("document.querySelector('.plan').checkVisibility()")
    ids = "[...document.querySelectorAll('.plan__do [data-route]')].map((it) => it.dataset.route)"
    assert "facebook-ios-object" in browser.js(ids)

    for _ in range(2):  # the second time as a reader who comes back
        opened(browser, root, "opt-out/facebook/ios/")
        browser.wait("document.querySelector('.progress') !== null")
        if not browser.js("document.querySelector('[data-tick]').checked"):
            browser.click("[data-tick]")
    assert browser.js("document.querySelector('[data-tick]').checked")
    assert browser.js("Object.keys(JSON.parse(localStorage['guide.ticks']))") == [STEP]


def test_letter_and_calendar_file(browser: Driven, root: str) -> None:
    opened(browser, root, "letters/eu/object/")
    browser.click("#letter-name")
    browser.type("Jörg Groß")
    shown = "[...document.querySelectorAll('.letter')].filter((it) => it.checkVisibility())"
    browser.wait(f"{shown}.length === 1 && {shown}[0].innerText.includes('Jörg Groß')")
    browser.js(
        """(window.made = [], URL.createObjectURL = ((make) => (blob) => {
            blob.text().then((text) => made.push(text));
            return make.call(URL, blob);
        })(URL.createObjectURL), true)"""
    )
    browser.click("[data-do=remind]")
    browser.wait("made.length > 0")
    assert browser.js("made[0]").startswith("BEGIN:VCALENDAR\r\n")
    browser.click("[data-do=clear]")  # else leaving the page asks


def test_a_place_by_any_name_and_a_key_that_does_nothing(browser: Driven, root: str) -> None:
    browser.goto(f"{root}index.html")
    browser.click("#finder-search")
    browser.type("México")
    said = "document.querySelector('.finder__found').textContent"
    browser.wait(f"{said} === 'Mexico: your place here is “Any other place”.'")
    opened(browser, root, "letters/eu/object/")
    browser.click("#letter-name")
    browser.type("Jo")
    browser.wait("!dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    browser.click("[name=who]")
    browser.type("n./f")
    assert "letters/eu" in browser.js("location.pathname")
    assert not browser.js("document.getElementById('__search').checked")
    assert browser.js("document.getElementById('letter-name').value") == "Jo"
    browser.click("[data-do=clear]")


def test_ticks_are_what_is_stored_after_back(browser: Driven, root: str) -> None:
    opened(browser, root, "opt-out/facebook/ios/")
    browser.wait("document.querySelector('.progress') !== null")
    if not browser.js("document.querySelector('[data-tick]').checked"):
        browser.click("[data-tick]")
    opened(browser, root, "plan/")
    browser.js("(localStorage.clear(), 1)")
    browser.js("(setTimeout(() => history.back(), 50), 1)")
    browser.wait("document.querySelector('.progress') !== null")
    browser.wait("document.querySelectorAll('[data-tick]:checked').length === 0")


def test_an_old_copy_says_so(browser: Driven) -> None:
    opened(browser, f"{OFFLINE.as_uri()}/", "about/freshness/")
    row = "[...document.querySelectorAll('[data-due]')].at(-1)"  # the one whose check is due last
    late = f"{row}.querySelector('[data-then]')"
    assert not browser.js(f"{late}.checkVisibility()")
    browser.js(f"{row}.dataset.due = '2020-01-01'")
    script = "document.querySelector('script[src*=\"/page.\"]').src"
    browser.js(
        f"(document.head.append(Object.assign(document.createElement('script'), {{src: {script}}})), 1)"
    )
    browser.wait(f"{late}.checkVisibility()")


def test_a_step_of_the_one_file(browser: Driven) -> None:
    browser.goto(f"{(DIST / named(settings.current(), '.html')).as_uri()}#{STEP}")
    box = browser.js("document.querySelector(':target').getBoundingClientRect()")
    assert 0 <= box["y"] < 422
