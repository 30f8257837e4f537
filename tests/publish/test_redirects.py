"""Old addresses lead on, to the same step."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from guide.paths import DOCS
from guide.publish import csp, redirects
from guide.publish.copies import offline
from guide.publish.site import Site, write
from tests.publish.sites import URL, site
from tests.small import book, mistakes, with_more

MOVED = """
moved:
  - {old: "meta/old/facebook", new: "opt-out/facebook/web", date: "2026-01-01"}
"""
AGAIN = MOVED.splitlines()[2].replace("2026", "2025")
NEW = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New</title><link rel="icon" href="data:,"></head>
<body><h1>Here now</h1>{}<p id="step">The step</p>{}<p class="judged"></p></body></html>"""
OFFLINE = '<meta charset="utf-8"><div class="downloads"></div><p class="judged"></p></body>'
FILLING = "<p>words</p>" * 100


def moved(site_url: str = URL) -> Site:
    """A site of one page, which has moved."""
    assets = DOCS / "assets"
    shown = [*assets.glob("images/*"), assets / "javascripts" / "moved.js"]
    files = {file.relative_to(DOCS).as_posix(): file.read_bytes() for file in shown}
    files["search/search_index.json"] = json.dumps({"docs": []}).encode()
    pages = {"opt-out/facebook/web/index.html": NEW.format(FILLING, FILLING),
             "about/offline/index.html": OFFLINE}  # fmt: skip
    it = site(pages, files, book(with_more(MOVED)), site_url=site_url)
    redirects.apply(it)
    csp.apply(it)
    return it


@pytest.fixture(params=["web", "disk"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The old page's address."""
    if request.param == "disk":
        write(offline.convert(moved()).content(), tmp_path)
        yield (tmp_path / "meta" / "old" / "facebook" / "index.html").as_uri()
        return
    write(moved().content(), tmp_path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=os.fspath(tmp_path)))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/meta/old/facebook/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_an_old_address_leads_to_the_same_step(chromium: Browser, old: str) -> None:
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("about:blank")
    page.goto(f"{old}?from=mail#step")
    expect(page.get_by_role("heading", name="Here now")).to_be_attached()
    assert page.url == old.replace("meta/old/facebook", "opt-out/facebook/web") + "?from=mail#step"
    expect(page.locator("#step")).to_be_in_viewport()
    page.go_back()
    assert page.url == "about:blank"
    assert said == []
    page.close()


def test_without_javascript_there_is_a_link(chromium: Browser, old: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{old}#step")
    expect(page.get_by_role("heading", name="This page has moved")).to_be_visible()
    page.get_by_role("link", name="Title of opt-out/facebook/web").click()
    expect(page.get_by_role("heading", name="Here now")).to_be_visible()
    context.close()


def test_search_engines_are_sent_to_the_new_page() -> None:
    html = moved().pages["meta/old/facebook/index.html"]
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="{URL}opt-out/facebook/web/">' in html


def test_without_an_address_of_the_site_nothing_is_made_up() -> None:
    assert "canonical" not in moved(site_url="").pages["meta/old/facebook/index.html"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("meta/old/facebook", "rights/eu"), "moved[0].old: a page stands at `rights/eu`"),
        (("opt-out/facebook/web", "rights/uk"), "moved[0].new: there is no page `rights/uk`"),
        (("meta/old/facebook", "../up"), "moved[0].old: `../up` has the wrong form"),
        (("moved:\n", f"moved:\n{AGAIN}\n"), "is told twice"),
    ],
    ids=["taken", "leads nowhere", "out of the site", "twice"],
)
def test_a_move_that_cannot_be_stops_the_build(change: tuple[str, str], message: str) -> None:
    (said,) = mistakes(with_more(MOVED.replace(*change)))
    assert message in said
