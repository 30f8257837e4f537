"""One build for all tests that need it, a server for it, and a browser that reaches nothing else."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from guide import settings
from guide.data.book import Book
from guide.errors import BuildFailedError, DataError
from guide.publish import build, engines
from guide.publish.copies.naming import named
from guide.publish.engines import Engine
from guide.show.book import open_book
from tests import NO_BUILD, little_index, scheduling
from tests.hosting import headers
from tests.once import TESTED, once
from tests.sabotage import engine_output
from tests.tabs import PHONE, Tab
from tests.tabs import Site as Site
from tests.workshop import Workshop
from tools import browser as browsers

# Told before anything asks, to the workers, too.
PREFIX = "/guide"
os.environ["SITE_URL"] = f"https://guide.example{PREFIX}/"
# Other languages are built from the small guide (tests/i18n), not twice from the whole one.
os.environ["LANGUAGES"] = "en"
# Forty processes run the same code: what one has compiled is there for the next.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
SITE = TESTED / "site"
DIST = TESTED / "dist"
# The zip as a reader unpacks it: under a path with marks that addresses must escape.
OFFLINE = TESTED / "Mum’s stick, 100 % #1" / named(settings.current())
# The tests of what a reader does hold with either engine: make audit runs them with both.
ENGINE: Engine = getattr(engines, os.environ.get("GUIDE_ENGINE", "mkdocs"))
if engine_output.KEPT in os.environ:
    ENGINE = engine_output.again


def _build() -> str:
    """Build the site, its copies and the unpacked zip; what stopped it, if anything did."""
    try:
        build.offline_copy(DIST, SITE, ENGINE)
    except (DataError, BuildFailedError) as error:
        return str(error)
    shutil.unpack_archive(DIST / named(settings.current(), ".zip"), OFFLINE.parent)
    return ""


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest) -> None:
    """The site and its copies. Where they cannot be built, there is nothing to test."""
    said = once("said by the build", lambda file: file.write_text(_build(), encoding="utf-8"))
    if stopped := said.read_text(encoding="utf-8"):
        request.session.shouldfail = "there is no site to test"
        pytest.fail(f"{NO_BUILD}{stopped}", pytrace=False)


def _reads_the_site(module: ModuleType) -> bool:
    """Whether a module of tests names a place where the site is once it is built."""
    places = (SITE, DIST, OFFLINE, html_files)
    return any(it is place for it in vars(module).values() for place in places)


@pytest.fixture(scope="module", autouse=True)
def _built_where_it_is_read(request: pytest.FixtureRequest) -> None:
    if _reads_the_site(request.module):
        request.getfixturevalue("built")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need no site come first, but for one: its worker builds the site meanwhile.

    Of either kind, those that one worker does all of (``scheduling.py``) come first: what is long
    and begins late is waited for at the end.
    """

    def waits(item: pytest.Item) -> bool:
        assert isinstance(item, pytest.Function)
        return "built" in item.fixturenames or _reads_the_site(item.module)

    def alone(item: pytest.Item) -> bool:
        return scheduling.unit(item.nodeid) == item.nodeid

    items.sort(key=lambda it: (waits(it), alone(it)))
    builds = next((i for i, it in enumerate(items) if waits(it) and alone(it)), 0)
    items.insert(0, items.pop(builds))


def pytest_collection_finish() -> None:
    """What is read so far stays to the end: the collector need not look through it again."""
    gc.freeze()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> scheduling.Scheduler:
    return scheduling.Scheduler(config, log)


def pytest_xdist_auto_num_workers() -> int:
    """Three for two cores: a test and its browser wait for each other a fifth of the time."""
    return (3 * (os.cpu_count() or 1) + 1) // 2


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(TESTED)


@pytest.fixture(scope="session")
def book() -> Book:
    return open_book()


@pytest.fixture(scope="session")
def _workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    it = Workshop(tmp_path_factory.mktemp("workshop"))
    yield it
    it.stop()


@pytest.fixture
def workshop(_workshop: Workshop) -> Iterator[Workshop]:
    yield _workshop
    _workshop.put_back()


def html_files(site: Path = SITE) -> list[Path]:
    """The guide's pages. Those made for frames of other sites: ``tests/publish/test_embed.py``."""
    files = sorted(site.rglob("*.html"))
    return [it for it in files if "embed" not in it.relative_to(site).parts]


class Handler(SimpleHTTPRequestHandler):
    """Serves the site under a sub-path, as project pages do, with its own 404."""

    whole_index = False
    """Whether search reads all pages."""

    def translate_path(self, path: str) -> str:
        if path == f"{PREFIX}/{little_index.FILE}" and not self.whole_index:
            return os.fspath(little_index.little_index(SITE))
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


class HeadersHandler(Handler):
    """Sends what ``_headers`` says as well; some hosts do, others do not."""

    def end_headers(self) -> None:
        for name, value in headers(SITE, self.path.removeprefix(PREFIX)).items():
            self.send_header(name, value)
        super().end_headers()


class WholeHandler(Handler):
    """For those that ask for the best of all pages."""

    whole_index = True


def _serve(handler: type[Handler]) -> Iterator[str]:
    http = _Server(("127.0.0.1", 0), partial(handler, directory=os.fspath(SITE)))
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}{PREFIX}/"
    http.shutdown()
    http.server_close()


@pytest.fixture(scope="session")
def server(built: None) -> Iterator[str]:  # noqa: ARG001 (has it built)
    yield from _serve(Handler)


@pytest.fixture(scope="session")
def whole_server(built: None) -> Iterator[str]:  # noqa: ARG001 (has it built)
    yield from _serve(WholeHandler)


@pytest.fixture(scope="session")
def hosted(built: None) -> Iterator[str]:  # noqa: ARG001 (has it built)
    yield from _serve(HeadersHandler)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = browsers.find()
        assert path, "no browser: run python -m tools.browser"
        launched = playwright.chromium.launch(executable_path=path, args=list(browsers.FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def tabs() -> dict[str, Tab]:
    """Those that wait for the next test, on the web and on disk."""
    return {}


def _visit(tabs: dict[str, Tab], start: Callable[[], BrowserContext], root: str) -> Iterator[Site]:
    tab = tabs.pop(root, None) or Tab(start(), root)
    visit = tab.used()
    yield visit
    if not tab.spoilt:
        tabs[root] = tab
    tab.leave()
    assert not visit.foreign, f"asked for {visit.foreign}"
    assert set(visit.errors) <= visit.expected, visit.errors


@pytest.fixture
def web(chromium: Browser, server: str, tabs: dict[str, Tab]) -> Iterator[Site]:
    start = partial(chromium.new_context, viewport=PHONE)
    yield from _visit(tabs, start, server)


@pytest.fixture
def disk(chromium: Browser, built: None, tabs: dict[str, Tab]) -> Iterator[Site]:  # noqa: ARG001
    start = partial(chromium.new_context, viewport=PHONE, offline=True)
    yield from _visit(tabs, start, f"{OFFLINE.as_uri()}/")


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Site:
    """On the web; from disk as well in an audit, and where a test is marked ``disk``."""
    visit: Site = request.getfixturevalue(request.param)
    return visit


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "site" in metafunc.fixturenames:
        both = metafunc.definition.get_closest_marker("disk")
        disk = pytest.param("disk", marks=[] if both else pytest.mark.audit)
        metafunc.parametrize("site", ["web", disk], indirect=True)
