"""Everyone: axe finds nothing on any page, in any state, at any size, in the light or the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from guide import settings
from guide.publish.copies.naming import named
from tests import actions
from tests.conftest import DIST, Site
from tests.page_samples import addresses
from tests.reader import axe

CHUNKS = 8
SOME = ["", "plan/", "opt-out/facebook/web/", "letters/brazil/object/", "about/sources/zoom/"]
LOOKS = [(390, "light"), (1280, "dark"), (390, "dark"), (1280, "light")]
STATES: dict[str, tuple[str, tuple[Callable[[Page], None], ...]]] = {
    "menu": ("opt-out/facebook/web/", (actions.menu,)),
    "search": ("opt-out/facebook/web/", (lambda page: actions.search(page, "opt out"),)),
    "ticked": ("opt-out/facebook/web/", (actions.unfold, actions.tick)),
    "finder": ("", (actions.unfold, actions.tick)),
    "plan": ("plan/", (actions.plan,)),
    "letter": ("letters/eu/object/", (actions.write,)),
    "compared": ("compare/", (actions.unfold, lambda page: page.get_by_label("Mistral").check())),
}


@pytest.fixture(scope="module")
def look(request: pytest.FixtureRequest, chromium: Browser, server: str) -> Iterator[Site]:
    """The site in a window of a width and in a colour scheme, without motion."""
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield Site(server, context.new_page())
    context.close()


def faults(site: Site, path: str) -> list[str]:
    return [f"{path}: {fault}" for fault in axe.faults(site.open(path))]


@pytest.mark.parametrize(
    ("look", "path"),
    [*((LOOKS[0], path) for path in SOME), (LOOKS[1], "plan/")],
    indirect=["look"],
    ids=str,
)
def test_each_kind_of_page(look: Site, path: str) -> None:
    assert faults(look, path) == []


@pytest.mark.audit
@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=str)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_page(look: Site, chunk: int) -> None:
    assert [fault for path in addresses(chunk, CHUNKS) for fault in faults(look, path)] == []


@pytest.mark.audit
@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_every_state(look: Site, state: str) -> None:
    path, deeds = STATES[state]
    page = look.open(path)
    for deed in deeds:
        deed(page)
    assert axe.faults(page) == []


@pytest.mark.audit
@pytest.mark.parametrize("look", LOOKS[:1], indirect=True, ids=str)
def test_the_one_file(look: Site) -> None:
    look.page.goto((DIST / named(settings.current(), ".html")).as_uri())
    assert axe.faults(look.page) == []


@pytest.mark.parametrize("look", LOOKS[:1], indirect=True, ids=str)
def test_axe_can_find_something(look: Site) -> None:
    page = look.open("plan/")
    page.locator("label[for=finder-place]").evaluate("it => it.remove()")
    assert any("select-name" in fault for fault in axe.faults(page))


GAP = """() => {
    const hero = document.querySelector(".hero");
    const dots = getComputedStyle(hero, "::after");
    if (dots.content === "none") return 1;
    const words = [...hero.children].flatMap((it) => {
        const range = document.createRange();
        range.selectNodeContents(it);
        return [...range.getClientRects()].map(({ right }) => right);
    });
    return hero.getBoundingClientRect().right - parseFloat(dots.width) - Math.max(...words);
}"""


def test_the_dots_of_the_home_page_touch_no_word(web: Site) -> None:
    gaps = {}
    for width in (960, 1220, 1280, 1920):
        web.page.set_viewport_size({"width": width, "height": 844})
        gaps[width] = web.open().evaluate(GAP)
    assert {width: gap for width, gap in gaps.items() if gap <= 0} == {}
