"""What the page about privacy says of pages and their rule, seen in the files and in a browser."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer

import pytest
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from guide import settings
from guide.publish.copies.naming import named
from guide.show.dates import in_words
from tests.conftest import DIST, OFFLINE, SITE, Site


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[bytes]]]:
    """Another site: its address, and what it was asked."""
    asked: list[bytes] = []

    class Answer(BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(1000))

    with ThreadingTCPServer(("127.0.0.1", 0), Answer) as other:
        threading.Thread(target=other.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{other.server_address[1]}/x", asked
        other.shutdown()


def test_no_style_sheet_brings_a_font() -> None:
    """Neither a file of the site nor a style within a page: only names of fonts."""
    files = [it for root in (SITE, OFFLINE) for it in root.rglob("*") if it.is_file()]
    assert [it for it in files if it.suffix in {".woff", ".woff2", ".ttf", ".otf", ".eot"}] == []
    written = [it for it in files if it.suffix in {".css", ".html"}]
    assert len(written) > 100
    written.append(DIST / named(settings.current(), ".html"))
    assert [it for it in written if "@font-face" in it.read_text(encoding="utf-8")] == []


TRIED = {
    "script": "const it = make('script'); it.src = to; document.head.append(it);",
    "picture": "make('img').src = to;",
    "style": "const it = make('link'); it.rel = 'stylesheet'; it.href = to; document.head.append(it);",
    "form": "const it = make('form'); it.action = to; document.body.append(it); it.submit();",
    "form that posts": """const it = make('form'); it.action = to; it.method = 'post';
        document.body.append(it); it.submit();""",
    "fetch": "fetch(to).catch(() => 0);",
    "beacon": "navigator.sendBeacon(to, 'words');",
    "socket": "try { new WebSocket(to.replace('http', 'ws')); } catch { /* refused at once */ }",
    "frame": "const it = make('iframe'); it.src = to; document.body.append(it);",
}


def test_the_rule_stops_what_would_be_loaded_or_sent(
    chromium: Browser, server: str, elsewhere: tuple[str, list[bytes]]
) -> None:
    address, asked = elsewhere
    page = chromium.new_page()
    page.goto(f"{server}about/privacy/")
    for kind, deed in TRIED.items():
        blocked = page.evaluate(
            f"""(to) => new Promise((resolve) => {{
                const make = (name) => document.createElement(name);
                const stopped = ({{ blockedURI }}) => resolve(blockedURI);
                addEventListener("securitypolicyviolation", stopped, {{ once: true }});
                setTimeout(() => resolve("nothing was stopped"), 3000);
                {deed}
            }})""",
            f"{address}/{kind.replace(' ', '-')}",
        )
        wanted = f"{address.partition(':')[2]}/{kind.replace(' ', '-')}"
        told = blocked.partition("?")[0].partition(":")[2]  # a form adds its fields
        whole = told == wanted or (kind == "frame" and told == f"//{wanted.split('/')[2]}")
        assert whole, f"{kind}: {blocked}"
    page.wait_for_timeout(300)
    assert asked == []
    assert page.url == f"{server}about/privacy/"
    page.close()


def test_another_page_opened_from_a_file_can_read_and_change_what_is_kept(
    disk: Site, tmp_path: Path
) -> None:
    page = disk.open("opt-out/facebook/ios/")
    page.locator("[data-tick]").first.check()
    other = tmp_path / "other.html"
    other.write_text("<!doctype html><title>Another</title>", encoding="utf-8")
    stranger = page.context.new_page()
    stranger.goto(other.as_uri())
    assert "facebook-ios-object" in stranger.evaluate("localStorage.getItem('guide.ticks')")
    stranger.evaluate("localStorage.removeItem('guide.ticks')")
    page.reload()
    assert page.locator("[data-tick]:checked").count() == 0


def test_the_one_file_shows_by_which_day_a_route_needs_a_check() -> None:
    """The same days as the pages, in words, since it has no script to look at a clock."""
    one = html.fromstring((DIST / named(settings.current(), ".html")).read_text(encoding="utf-8"))
    said = " ".join(one.text_content().split())
    days = {
        in_words(day)
        for file in SITE.rglob("*.html")
        for day in re.findall(r'data-due="?(\d{4}-\d\d-\d\d)', file.read_text(encoding="utf-8"))
    }
    assert len(days) > 3
    assert [day for day in days if day not in said] == []
