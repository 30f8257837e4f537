"""A tab of a browser, which tests use one after another: to start one costs as much as three pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from playwright.sync_api import BrowserContext, Page, ViewportSize

from guide.addresses import on_disk

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


TRACELESS = frozenset({
    "content", "evaluate", "expect_download", "expect_request", "get_by_alt_text", "get_by_label",
    "get_by_role", "get_by_text", "get_by_title", "go_back", "goto", "is_closed", "locator", "pdf",
    "query_selector", "reload", "screenshot", "title", "wait_for_event", "wait_for_function",
    "wait_for_load_state", "wait_for_timeout", "wait_for_url",
})  # fmt: skip
"""What may be asked of a page and ends with it."""
UNDONE = frozenset({"emulate_media", "on", "route", "set_viewport_size", "unroute"})
"""What can be undone. Any other call may leave something to the next test, and spoils the tab."""
PHONE: ViewportSize = {"width": 390, "height": 844}


class Tab:
    """One tab, alone in its context."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.page = context.new_page()
        self.site = Site(root, self.page)
        self.spoilt = False
        self._root = root
        self._calls: list[tuple[str, Any]] = []
        self._session = context.new_cdp_session(self.page)
        self._close = context.close
        self._watch(self.page, TRACELESS)
        self._watch(self.page.clock)
        self._watch(context)

    def _watch(self, watched: object, spared: Iterable[str] = ()) -> None:
        for name in dir(type(watched)):
            method = getattr(type(watched), name)
            if name[0] != "_" and name not in spared and callable(method):
                undone = name in UNDONE and watched is self.page
                setattr(watched, name, self._noted(getattr(watched, name), undone=undone))

    def _noted(self, method: Callable[..., Any], *, undone: bool) -> Callable[..., Any]:
        @wraps(method)
        def called(*given: Any, **options: Any) -> Any:
            self.spoilt |= not undone
            self._calls.append((method.__name__, given))
            return method(*given, **options)

        return called

    def leave(self) -> None:
        """Leave the last page, and all that it kept; the tab is closed if it is spoilt."""
        if self.spoilt:
            self._close()
            return
        self.page.goto("about:blank")
        self.page.mouse.move(-1, -1)  # no pointer rests where the next page appears
        everything = {"origin": self._root, "storageTypes": "all"}
        self._session.send("Storage.clearDataForOrigin", everything)
        self._session.send("Page.resetNavigationHistory")
        self._undo()

    def _undo(self) -> None:
        names = {name for name, _ in self._calls}
        for name, given in self._calls:
            if name == "on":
                self.page.remove_listener(*given)
        if "route" in names:
            self.page.unroute_all()
        if "set_viewport_size" in names:
            self.page.set_viewport_size(PHONE)
        if "emulate_media" in names:
            self.page.emulate_media(media="null", color_scheme="null")
        self._calls, self.spoilt = [], False

    def used(self) -> Site:
        """The site for another test."""
        it = self.site
        it.root, it.foreign, it.errors, it.expected = self._root, [], [], set()
        return it
