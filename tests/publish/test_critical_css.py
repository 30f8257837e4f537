"""One style sheet, a part of it in each page: nothing looks other than with all of them."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route, expect

from guide.errors import BuildFailedError
from guide.paths import ROOT
from guide.publish.speed import critical_css, css, selectors
from tests.conftest import SITE, Site, html_files
from tests.publish.sites import site

KINDS = (
    "", "plan/", "opt-out/facebook/web/", "rights/eu/", "letters/uk/object/", "compare/",
    "learn/timeline/", "about/macros/", "limit/leave/", "404.html",
)  # fmt: skip

ATTACH = """href => new Promise(resolve => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  link.onload = resolve;
  document.querySelector("head > style").after(link);
})"""
REPLACE = """text => {
  for (const old of document.querySelectorAll("head > style, head > link[rel=stylesheet]")) old.remove();
  document.head.append(Object.assign(document.createElement("style"), { textContent: text }));
}"""
SOME = 12
MOST = 14
"""Parts in all: a kind of page each. The sheets of ``help/`` look like no other page."""
WHOLE = "document.querySelector('script[data-sheet]').dataset.sheet"


def drawn(page: Page) -> Image.Image:
    png = page.screenshot(full_page=True, animations="disabled", caret="hide")
    return Image.open(io.BytesIO(png)).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> int:
    """Pixels a reader would see differ; a letter's edge is not drawn alike twice."""
    if one.size != other.size:
        return one.width * one.height
    strong = ImageChops.difference(one, other).convert("L").point(lambda grey: grey > 48)
    return sum(strong.tobytes())


def shot(page: Page) -> Image.Image:
    """The whole page, once it looks the same twice: a busy machine draws late."""
    now, seen = drawn(page), None
    while not seen or differ(now, seen):
        now, seen = drawn(page), now
    return now


def as_written() -> str:
    """The theme's style sheets and ours, in the order the pages link them."""
    theme = Path(str(files("material") / "templates" / "assets" / "stylesheets"))
    ours = re.findall(
        r"^  - (assets/stylesheets/\S+)", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE
    )
    assert len(ours) > 10
    sheets = [*theme.glob("main.*.min.css"), *theme.glob("palette.*.min.css")]
    sheets += [ROOT / "docs" / name for name in ours]
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


@pytest.mark.parametrize(
    "path",
    [pytest.param(it, marks=[] if it == "rights/eu/" else pytest.mark.audit) for it in KINDS],
)
def test_a_phone_shows_at_once_what_the_whole_sheet_would(
    path: str, chromium: Browser, server: str
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{server}{path}")
    page.wait_for_load_state("networkidle")
    before = shot(page)
    page.evaluate(ATTACH, page.evaluate(WHOLE))
    assert differ(shot(page), before) < SOME
    context.close()


@pytest.fixture
def free(chromium: Browser) -> Iterator[Page]:
    """A page on which a test may write styles."""
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


LOOKS = [(width, scheme) for width in (390, 800, 1280) for scheme in ("light", "dark")]


@pytest.mark.parametrize(
    ("width", "scheme", "paths"),
    [
        (1280, "dark", ("limit/private-account/",)),
        *(pytest.param(*it, KINDS[it[0] % 3 :: 2], marks=pytest.mark.audit) for it in LOOKS),
    ],
)
def test_nothing_a_page_uses_was_left_out(
    width: int, scheme: str, paths: tuple[str, ...], free: Page, server: str
) -> None:
    free.set_viewport_size({"width": width, "height": 900})
    free.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    for path in paths:
        free.goto(f"{server}{path}")
        free.wait_for_load_state("networkidle")
        if width == 390:
            free.evaluate(ATTACH, free.evaluate(WHOLE))
        with_ours = shot(free)
        free.evaluate(REPLACE, as_written())
        assert differ(shot(free), with_ours) < SOME, path


@pytest.mark.audit
@pytest.mark.parametrize("width", [390, 1280])
def test_search_and_menu_look_as_with_all_sheets(width: int, free: Page, server: str) -> None:
    free.set_viewport_size({"width": width, "height": 900})
    free.goto(f"{server}opt-out/whatsapp/")
    free.keyboard.press("/")
    free.keyboard.type("meta")
    expect(free.locator(".md-search-result__item").nth(5)).to_be_visible(timeout=15_000)
    free.wait_for_load_state("networkidle")
    with_ours = shot(free)
    free.evaluate(REPLACE, as_written())
    assert differ(shot(free), with_ours) < SOME


@pytest.mark.audit
def test_on_paper_nothing_is_missing(free: Page, server: str) -> None:
    free.emulate_media(media="print")
    for width, path in ((390, "limit/leave/"), (1280, "letters/uk/object/"), (680, "plan/")):
        free.set_viewport_size({"width": width, "height": 900})
        free.goto(f"{server}{path}")
        free.mouse.move(5, 5)  # what a phone does not show comes with the first touch
        free.wait_for_load_state("networkidle")
        with_ours = shot(free)
        free.evaluate(REPLACE, as_written())
        assert differ(shot(free), with_ours) < SOME, path


@pytest.mark.parametrize("path", ["plan/all/", "rights/"])
def test_a_table_fits_a_phone_though_the_whole_sheet_is_late(web: Site, path: str) -> None:
    page = web.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/assets/stylesheets/guide.*.css", lambda _: None)  # it never comes
    page.goto(web.address(path), wait_until="commit")
    cells = page.locator("details.part td")
    expect(cells.first).to_be_attached()
    page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
    expect(cells.first).to_be_visible()
    edges = cells.evaluate_all("all => all.map(it => it.getBoundingClientRect().right)")
    assert max(edges) <= 390


def test_a_plan_is_not_shown_without_the_sheet_that_says_how_it_looks(web: Site) -> None:
    page = web.page
    page.set_viewport_size({"width": 390, "height": 844})
    held: list[Route] = []
    page.route("**/assets/stylesheets/guide.*.css", lambda route: held.append(route))
    page.goto(f"{web.address('plan/')}#plan=eu.facebook-web", wait_until="commit")
    page.wait_for_function("() => window.Guide && window.Guide.planned")
    expect(page.locator("#finder")).to_be_visible()
    page.wait_for_timeout(1000)
    expect(page.locator("#plan-title")).to_be_hidden()
    for it in held:
        it.continue_()
    expect(page.locator("#plan-title")).to_be_visible()
    assert len(held) == 1


def test_without_scripts_a_phone_has_the_whole_sheet_and_the_menu(
    chromium: Browser, server: str
) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{server}opt-out/whatsapp/")
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Messenger")
    expect(link).not_to_be_in_viewport()
    page.locator(".md-header label[for=__drawer]").click()
    expect(link).to_be_in_viewport()
    context.close()


def test_pages_of_a_kind_share_their_part() -> None:
    """A policy for the whole site names every part: all steps have one, all evidence, and so on."""
    parts: dict[str, set[str]] = defaultdict(set)
    for file in html_files():
        text = file.read_text(encoding="utf-8")
        path = file.parent.relative_to(SITE).as_posix()
        kind = "evidence" if path.startswith("about/sources/") else path.partition("/")[0]
        kind = "steps" if "<ol class=steps>" in text else kind
        parts[kind] |= set(re.findall("<style>(.*?)</style>", text))
    assert len(parts["steps"]) == len(parts["evidence"]) == 1
    assert len(set.union(*parts.values())) <= MOST


LINK = '<link rel="stylesheet" href="assets/stylesheets/{}">'
SHEETS = {"assets/stylesheets/x.css": b"p { color: red }", "assets/stylesheets/y.css": b""}


def page(sheet: str = "x.css") -> str:
    return f'<head>{LINK.format(sheet)}</head><p><script data-scripts="a b"></script>'


def test_a_page_has_its_part_at_once_and_ways_to_the_whole() -> None:
    it = site({"index.html": page()}, SHEETS)
    critical_css.apply(it)
    html = it.pages["index.html"]
    (whole,) = (path for path in it.files if "/guide." in path)
    assert it.files[whole] == b"p{color:red}"
    assert "<style>p{color:red}" in html
    assert f'<noscript><link rel="stylesheet" href="{whole}">' in html
    assert f'data-sheet="{whole}" data-scripts="a b"' in html
    assert html.count(LINK.format("x.css")) == 0


def test_pages_that_link_different_sheets_are_refused() -> None:
    it = site({"a.html": page("x.css"), "b.html": page("y.css")}, SHEETS)
    with pytest.raises(BuildFailedError, match=r"a\.html and b\.html link different style sheets"):
        critical_css.apply(it)


@pytest.mark.parametrize("css", ["p{background:url(../a.svg)}", 'p::after{content:"</STYLE>"}'])
def test_what_cannot_stand_in_a_page_is_refused(css: str) -> None:
    it = site({"index.html": page()}, SHEETS | {"assets/stylesheets/x.css": css.encode()})
    with pytest.raises(BuildFailedError, match="critical CSS: "):
        critical_css.apply(it)


def meaning(rules: Iterable[css.Rule], under: str = "") -> list[str]:
    """Selectors with what is declared for them, one a line."""
    lines: list[str] = []
    for rule in rules:
        lines += [f"{under}{','.join(rule.selectors)} {it}" for it in rule.declarations]
        lines += [f"{under}{rule.head}"] if rule.head else []
        lines += meaning(rule.inside, f"{under}{rule.head} | ")
    return lines


RULES = """
@charset "UTF-8"; /* a { gone: x } */
:root { --ink: #111; --unread: 1px }
@media print { .a { color: red; } }
@media screen and (min-width: 60em) { .b > p::before { content: "};{"; } }
.a, .c:not(.d, .e) { color: var(--ink) ; background: url(data:image/svg+xml;x={}); margin: 0.5em , 1px }
@keyframes turn { to { opacity: 0 } }
@page { margin: 1cm; @top-left { content: "x" } }
"""


def test_a_sheet_is_taken_apart_and_put_together() -> None:
    rules = css.read(RULES)
    assert meaning(rules) == [
        ":root --ink:#111",
        ":root --unread:1px",
        "@media print",
        "@media print | .a color:red",
        "@media screen and (min-width: 60em)",
        '@media screen and (min-width: 60em) | .b>p::before content:"};{"',
        ".a,.c:not(.d,.e) color:var(--ink)",
        ".a,.c:not(.d,.e) background:url(data:image/svg+xml;x={})",
        ".a,.c:not(.d,.e) margin:.5em,1px",
        "@keyframes turn",
        "@page",
    ]
    assert css.read(css.written(rules)) == rules


def test_what_later_rules_set_anew_is_left_out() -> None:
    rules = css.read(".a{color:red;margin:0}.a,.b{color:blue}.a{top:0!important}.a{top:1px}")
    assert meaning(css.without_overruled(rules)) == [
        ".a margin:0",
        ".a,.b color:blue",
        ".a top:0!important",
        ".a top:1px",
    ]


def test_a_statement_that_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="no rule: @import"):
        css.read('@import "x.css";')


def test_only_what_a_page_could_match_is_kept() -> None:
    names = selectors.in_html('<p class="c"><b id="x" hidden data-a="1">')
    wanted = [".c", "p.c", "#x", "[data-a='1']", "b[hidden]", ".c:not(.zzz)", "p:hover",
              "p:is(.a, .c)", ".js .c", "b:not([class])", "[data-a]"]  # fmt: skip
    unwanted = [".a", "i", "#y", '[data-a="2"]', ".c .a", "[dir=rtl] .c", "p:not([class])",
                "p:is(.a, .b)"]  # fmt: skip
    assert [one for one in wanted + unwanted if names.may_match(one)] == wanted
    kept = css.without_unused(css.keep_rules(css.read(RULES), names.may_match))
    assert meaning(kept)[:2] == [":root --ink:#111", ".c:not(.d,.e) color:var(--ink)"]


def test_what_a_script_may_write_is_kept() -> None:
    script = selectors.in_script('x.className = "kept"; y("ol"); /* loose */ other()')
    both = selectors.join([selectors.in_html("<p>"), script])
    assert both.may_match("p .kept")
    assert both.may_match("ol > p")
    assert not both.may_match(".loose")
    assert not both.may_match(".other")
    assert not selectors.in_script('"w md-x"', ours=False).may_match(".w")
    assert selectors.in_script('"w md-x"', ours=False).may_match(".md-x")


def test_what_a_script_says_or_looks_for_is_no_name() -> None:
    """Pages of plans once held the styles of steps: a pattern with a quote ended a text."""
    script = selectors.in_script(
        'x.replace(/[.\'`´]/g, ""); step(); y("kept"); z("All steps are listed below."); '
        "q(`${done} and ${a ? 'made' : `letter`} ${letters.size} fit. Choose.`, \"index.html#\")"
    )
    names = ("kept", "made", "letter", "step", "steps", "letters", "done", "fit", "index")
    assert [it for it in names if script.may_match(f".{it}")] == ["kept", "made"]


def test_everything_left_for_later_is_there_to_be_left() -> None:
    rules = css.read(as_written())
    inside = [*rules, *(one for rule in rules for one in rule.inside)]
    written = [it for rule in inside for it in (*rule.selectors, *rule.declarations)]
    patterns = [*critical_css.UNSEEN, *critical_css.STILL]
    assert patterns
    assert [it for it in patterns if not any(re.search(it, one) for one in written)] == []


def test_the_files_of_the_theme_are_gone() -> None:
    left = sorted(file.name.split(".")[0] for file in (SITE / "assets" / "stylesheets").iterdir())
    assert left == ["guide", "print"]


def test_what_is_folded_up_is_not_shown_at_once() -> None:
    page = (
        "a<details class=x><summary>s</summary>b<details><summary>t</summary>c</details>d</details>"
        "e<details open><summary>u</summary>f<details><summary>v</summary>g</details>h</details>i"
    )
    assert selectors.unfolded(page) == (
        "a<details class=x><summary>s</summary></details>"
        "e<details open><summary>u</summary>f<details><summary>v</summary></details>h</details>i"
    )
