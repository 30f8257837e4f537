"""What a visit costs: bytes and requests, main-thread work, and search on a slow line."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page

PHONE = {"width": 390, "height": 844}
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1638400 / 8,
           "uploadThroughput": 768000 / 8}  # fmt: skip
SLOWER = 4
"""By how much the processor is slowed, as Lighthouse does for a phone."""

_RESULT = ".md-search-result__item"
# From a key to the list that answers it, in ms.
_ANSWERED = """([selector, key]) => new Promise(resolve => {
  const box = document.querySelector(".md-search__input");
  const start = performance.now();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    resolve(performance.now() - start);
  }).observe(document.querySelector(".md-search-result__list"), { childList: true });
  box.value += key;
  box.dispatchEvent(new KeyboardEvent("keyup", { key, bubbles: true }));
})"""


_MENU = "document.querySelector('.md-sidebar--primary a')"
FIRST_TAPS = {
    "menu": ("__drawer", f"{_MENU}.getBoundingClientRect().left >= 0"),
    "search": ("__search", "document.activeElement.name === 'query'"),
    "theme": ("__palette_1", "document.body.dataset.mdColorScheme === 'slate'"),
}
"""What is tapped in the header, and what then holds."""

# From a tap to what it does, and to the arrival of the theme's script, in ms.
_DONE = """([id, done]) => new Promise(resolve => {
  const holds = new Function(`return ${done}`);
  const start = performance.now();
  let after = 0;
  document.querySelector(`.md-header label[for=${id}]:not([hidden])`).click();
  (function look() {
    after ||= holds() && performance.now() - start;
    const [theme] = performance.getEntriesByType("resource")
      .filter(({ name }) => /bundle.*js$/.test(name));
    if (after && theme) resolve([after, Math.max(0, theme.responseEnd - start)]);
    else requestAnimationFrame(look);
  })();
})"""


@contextmanager
def phone(browser: Browser, slow: bool = False) -> Iterator[tuple[Page, CDPSession]]:
    """A fresh phone with an empty cache."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    session = context.new_cdp_session(page)
    if slow:
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, session
    context.close()


def loaded(page: Page, session: CDPSession, address: str) -> tuple[int, int]:
    """Open an address and wait for quiet: bytes over the wire, and requests."""
    sizes: list[float] = []

    def note(event: dict[str, float]) -> None:
        sizes.append(event["encodedDataLength"])

    session.send("Network.enable")
    session.on("Network.loadingFinished", note)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    session.remove_listener("Network.loadingFinished", note)
    arrived = [size for size in sizes if size]
    return round(sum(arrived)), len(arrived)


def weight(browser: Browser, address: str, second: str) -> tuple[int, int, int, int]:
    """Bytes and requests of a first page, then of a second one, nothing touched."""
    with phone(browser) as (page, session):
        return (*loaded(page, session, address), *loaded(page, session, second))


def article(page: Path) -> int:
    """What a page's own article weighs, compressed."""
    text = page.read_text(encoding="utf-8")
    own = text[text.index("<article") : text.rindex("</article>")]
    return len(gzip.compress(own.encode(), 6))


def _work(session: CDPSession) -> float:
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000.0 * float(next(one["value"] for one in found if one["name"] == "TaskDuration"))


def work_to_load(browser: Browser, address: str) -> float:
    """Main-thread ms until the page is quiet, on a slowed processor."""
    with phone(browser, slow=True) as (page, session):
        session.send("Performance.enable")
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return _work(session)


def work_to_type(browser: Browser, address: str, field: str, text: str) -> float:
    """Main-thread ms a key, in a field of a page that is loaded."""
    with phone(browser, slow=True) as (page, session):
        session.send("Performance.enable")
        page.goto(address)
        if field.startswith(".md-search"):
            _open_search(page)
            page.keyboard.type("a")
            page.locator(_RESULT).first.wait_for()
        box = page.locator(field)
        box.click()
        page.wait_for_load_state("networkidle")
        before = _work(session)
        page.keyboard.type(text, delay=120)
        return (_work(session) - before) / len(text)


def first_result(browser: Browser, address: str) -> float:
    """From the first tap on search to the first result on a slow line, in ms."""
    with phone(browser, slow=True) as (page, _):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        start = page.evaluate("performance.now()")
        _open_search(page)
        page.keyboard.type("whatsapp")
        page.locator(_RESULT).first.wait_for(timeout=60_000)
        return float(page.evaluate("performance.now()") - start)


def first_tap(browser: Browser, address: str, what: str) -> tuple[float, float]:
    """From a page's first tap to what it does, and to the theme's script, on a slow line, in ms."""
    with phone(browser, slow=True) as (page, _):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        after, script = page.evaluate(_DONE, FIRST_TAPS[what])
        return after, script


def per_key(browser: Browser, address: str, text: str = "whatsapp delete") -> float:
    """From a key to its results, once search is loaded; median over the keys, in ms.

    The first two letters of a word are no search yet.
    """
    with phone(browser) as (page, _):
        page.goto(address)
        _open_search(page)
        page.keyboard.type("x")
        page.locator(_RESULT).first.wait_for()
        page.locator(".md-search__input").fill(text[:2])
        return median(float(page.evaluate(_ANSWERED, [_RESULT, key])) for key in text[2:])


def _open_search(page: Page) -> None:
    page.locator(".md-header__button[for=__search]").click()


def repeated(measure: Callable[[], float], times: int) -> list[float]:
    """The same again; one run to warm up is not counted."""
    measure()
    return [measure() for _ in range(times)]
