"""Every page, visited and used with no name leading anywhere: it asks for its own files only.

The browser knows no address but this machine's (tools/browser.py). Asking elsewhere, sending
anything along, an error and a violation of the policy each fail the visit (tests/conftest.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests import actions
from tests.conftest import OFFLINE, SITE, Site
from tests.page_samples import addresses

Faults: TypeAlias = Callable[..., list[str]]

CHUNKS = 8

# All that may be kept, as about/privacy.md says: the look, the plan, the ticks and their days.
PROMISED = ("palette=", "guide.plan=", "guide.ticks=", "guide.ticks.days=")
KEPT = """() => [
    ...Object.entries(localStorage).map(([key, it]) => `${key.replace(/^.*__/, "")}=${it}`),
    ...Object.entries(sessionStorage).map(([key, it]) => `session ${key}=${it}`),
    ...document.cookie.split("; ").filter(Boolean),
]"""


@cache
def _files(folder: Path) -> set[str]:
    """Every address the site has: files, and folders that hold a page."""
    names = {it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.is_file()}
    return names | {name.removesuffix("index.html") for name in names}


def visit(context: BrowserContext, root: str, path: str, *, using: bool) -> list[str]:
    """Open a page, use it, and tell what it should not have done."""
    page = context.new_page()
    site = Site(root, page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address(path))
    if using:
        actions.everything(page)
    kept = page.evaluate(KEPT)
    page.close()
    folder = OFFLINE if site.on_disk else SITE
    inside = (unquote(it.removeprefix(root).split("#")[0]) for it in asked if it.startswith(root))
    lost = [name for name in inside if name not in _files(folder)]
    stray = [f"kept: {it}" for it in kept if actions.MARK in it or not it.startswith(PROMISED)]
    return [f"{path}: {it}" for it in (*site.foreign, *site.errors, *lost, *stray)]


@pytest.fixture
def faults(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Faults]:
    """What pages do wrong on a host that sends no headers, on one that does, and on disk."""
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, offline=request.param == "disk"
    )
    disk = f"{OFFLINE.as_uri()}/"
    root = disk if request.param == "disk" else request.getfixturevalue(request.param)

    def find(paths: list[str], *, using: bool) -> list[str]:
        return [fault for path in paths for fault in visit(context, root, path, using=using)]

    yield find
    context.close()


@pytest.mark.audit
@pytest.mark.parametrize("faults", ["server"], indirect=True)
@pytest.mark.parametrize("chunk", range(4))
def test_every_page_opens(faults: Faults, chunk: int) -> None:
    assert faults(addresses(chunk, 4), using=False) == []


@pytest.mark.parametrize(
    ("faults", "path"),
    [("hosted", "plan/"), ("hosted", "letters/brazil/"), ("disk", "opt-out/facebook/web/")],
    indirect=["faults"],
)
def test_a_page_of_each_kind_can_be_used(faults: Faults, path: str) -> None:
    assert faults([path], using=True) == []


@pytest.mark.audit
@pytest.mark.parametrize("faults", ["server", "hosted", "disk"], indirect=True)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_page_can_be_used(faults: Faults, chunk: int) -> None:
    assert faults(addresses(chunk, CHUNKS), using=True) == []
