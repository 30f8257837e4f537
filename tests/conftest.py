"""One build for all tests, a server for it, and a browser that reaches nothing else."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from guide import settings
from guide.addresses import on_disk
from guide.data.book import Book
from guide.errors import BuildFailedError, DataError
from guide.publish import build, engines
from guide.publish.copies.naming import named
from guide.publish.engines import Engine
from guide.show.book import open_book
from tests.hosting import headers
from tools import browser as browsers

# Told before anything asks, to the workers, too.
PREFIX = "/guide"
os.environ["SITE_URL"] = f"https://guide.example{PREFIX}/"
# Named once, by the process that starts the workers: runs side by side do not meet.
TESTED = Path(os.environ.setdefault("GUIDE_TESTED", tempfile.mkdtemp(prefix="guide-")))
SITE = TESTED / "site"
DIST = TESTED / "dist"
# The zip as a reader unpacks it: under a path with marks that addresses must escape.
OFFLINE = TESTED / "Mum’s stick, 100 % #1" / named(settings.current())
# The tests of what a reader does hold with either engine: make audit runs them with both.
ENGINE: Engine = getattr(engines, os.environ.get("GUIDE_ENGINE", "mkdocs"))


def pytest_sessionstart(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        try:
            build.offline_copy(DIST, SITE, ENGINE)
            shutil.unpack_archive(DIST / named(settings.current(), ".zip"), OFFLINE.parent)
        except (DataError, BuildFailedError) as error:
            pytest.exit(str(error), returncode=1)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(TESTED)


@pytest.fixture(scope="session")
def book() -> Book:
    return open_book()


def html_files(site: Path = SITE) -> list[Path]:
    return sorted(site.rglob("*.html"))


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site under a sub-path, as project pages do, with its own 404."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"{PREFIX}/")
        return super().translate_path(path.removeprefix(PREFIX) if inside else "/outside")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (SITE / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """A browser that moves on hangs up in the middle of an answer; that is no news."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _HeadersHandler(_Handler):
    """Sends what ``_headers`` says as well; some hosts do, others do not."""

    def end_headers(self) -> None:
        for name, value in headers(SITE, self.path.removeprefix(PREFIX)).items():
            self.send_header(name, value)
        super().end_headers()


def _serve(handler: type[_Handler]) -> Iterator[str]:
    http = _Server(("127.0.0.1", 0), partial(handler, directory=os.fspath(SITE)))
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}{PREFIX}/"
    http.shutdown()
    http.server_close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    yield from _serve(_Handler)


@pytest.fixture(scope="session")
def hosted() -> Iterator[str]:
    yield from _serve(_HeadersHandler)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = browsers.find()
        assert path, "no browser: run python -m tools.browser"
        launched = playwright.chromium.launch(executable_path=path, args=list(browsers.FLAGS))
        yield launched
        launched.close()


REPORT = """document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`));"""


class Site:
    """The same site on the web or on disk: where a page is, and what a visit did."""

    def __init__(self, root: str, page: Page) -> None:
        self.root = root
        self.page = page
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.expected: set[str] = set()  # errors that are none of ours
        page.add_init_script(REPORT)
        page.on("request", self._seen)
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _seen(self, request: Any) -> None:
        own = request.url.startswith(self.root) and "?" not in request.url
        inside = request.url.startswith(("data:", "blob:", "about:"))
        if request.method != "GET" or not (own or inside):
            self.foreign.append(request.url)

    def address(self, path: str) -> str:
        return self.root + (on_disk(path) or "index.html" if self.on_disk else path)

    def path(self, address: str) -> str:
        """The page's address within the site, the same on the web and on disk."""
        assert address.startswith(self.root), address
        inside = address.removeprefix(self.root).split("#")[0].split("?")[0]
        return inside.removesuffix("index.html")

    @property
    def on_disk(self) -> bool:
        return self.root.startswith("file:")

    def open(self, path: str = "") -> Page:
        self.page.goto(self.address(path))
        return self.page


def _visit(context: BrowserContext, root: str) -> Iterator[Site]:
    page = context.new_page()
    visit = Site(root, page)
    yield visit
    context.close()
    assert not visit.foreign, f"asked for {visit.foreign}"
    assert set(visit.errors) <= visit.expected, visit.errors


@pytest.fixture
def web(chromium: Browser, server: str) -> Iterator[Site]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    yield from _visit(context, server)


@pytest.fixture
def disk(chromium: Browser) -> Iterator[Site]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, offline=True)
    yield from _visit(context, f"{OFFLINE.as_uri()}/")


@pytest.fixture(params=["web", "disk"])
def site(request: pytest.FixtureRequest) -> Site:
    visit: Site = request.getfixturevalue(request.param)
    return visit
