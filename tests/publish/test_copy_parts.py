"""What a script writes in a copy for disk: the page is that of the web, and bears a look without."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.publish.copies import parts
from guide.publish.site import Site
from tests.conftest import OFFLINE
from tests.conftest import Site as Visit
from tests.publish.sites import site

HEADER = (
    '<input class="md-toggle"><div data-md-component="skip"><a href="#x">Skip</a></div>'
    '<header><a href="{root}index.html">Home</a>'
    '<span data-md-component="header-topic"> <span class="md-ellipsis"> {title} </span></span>'
    "</header>"
)
HEAD = '<link rel="stylesheet" href="{root}a.css"><title>{title} - The Guide</title>'
# What scripts write, as a reader meets it.
SEEN = """() => {
    const parts = `:is(.md-toggle, .md-overlay, header, .letter-form,
        .letter-actions, .md-top, .md-copyright__links, .md-dialog, .md-tabs, .md-sidebar)`;
    const words = (it) => [...it.childNodes].filter(({ nodeType }) => nodeType === 3);
    return [...document.querySelectorAll(`${parts}, ${parts} *`)].map((it) => [
        it.tagName, it.id, ...it.classList, it.href || "", ...words(it).map(({ data }) => data.trim()),
    ].join(" "));
}"""


def words(line: str, *but: str) -> str:
    """A line of it without what says nothing: blanks, and ``but``."""
    for it in but:
        line = line.replace(it, "")
    return " ".join(line.split())


def made(**pages: str) -> Site:
    """Pages with their titles; in names, ``__`` stands for a slash."""
    texts = {}
    for name, title in {"": "Start", **pages}.items():
        folder = f"{name.replace('__', '/')}/" if name else ""
        values = {"root": "../" * folder.count("/"), "title": title}
        texts[f"{folder}index.html"] = f"{HEAD}{HEADER}".format_map(values)
    return site(texts, {"a.css": b""})


def written(found: Site, name: str) -> list[str]:
    """The parts in a file of the copy."""
    code = found.files[f"{parts.FOLDER}{name}.js"].decode()
    texts: list[str] = json.loads(re.search(r"part = (\[.*\])\[", code)[1])  # type: ignore[index]
    return texts


def test_a_title_that_the_head_does_not_repeat_is_not_put_there() -> None:
    found = made(a="One", b="Two")
    page = found.pages["b/index.html"]
    found.pages["b/index.html"] = page.replace("<title>Two", "<title>Another")
    parts.apply(found)
    one, two = written(found, "head")
    assert "{title}" in one
    assert "> Two <" in two


def test_what_pages_share_stands_once_whatever_their_depth_and_title() -> None:
    found = made(a="One & two", b__c="Three")
    parts.apply(found)
    (head,) = written(found, "head")
    assert '<a href="{root}index.html">Home</a>' in head
    assert '<span class="md-ellipsis"> {title} </span>' in head
    for page, root in (("a/index.html", "../"), ("b/c/index.html", "../../")):
        html = found.pages[page]
        assert "<header" not in html
        assert f'<script src="{root}assets/javascripts/head.js"></script>' in html
        assert '<a href="#x">Skip</a>' in html, "what stays"
        assert f'<a href="{root}index.html">The Guide</a>' in html, "without scripts"


def test_the_first_page_keeps_all() -> None:
    found = made(a="One")
    before = found.pages["index.html"]
    parts.apply(found)
    assert found.pages["index.html"] == before
    assert found.pages["a/index.html"] != before


def test_each_page_keeps_a_menu_of_its_own() -> None:
    menu = '<div class="md-sidebar md-sidebar--primary"><div><div><nav>{}</nav></div></div></div>'
    found = site({f"a/{it}/index.html": menu.format(it) for it in "xy"})
    parts.apply(found)
    assert written(found, "menu-a") == [menu.format("x"), menu.format("y")]
    assert found.pages["a/x/index.html"] == (
        '<script src="../../assets/javascripts/menu-a.js"></script>'
    )
    assert 'menu-a.js" data-part="1">' in found.pages["a/y/index.html"]


@pytest.mark.parametrize(
    "path", ["opt-out/slack/", "letters/eu/object/", "about/sources/slack/", "compare/"]
)
def test_with_scripts_a_page_of_the_copy_is_that_of_the_web(
    web: Visit, disk: Visit, path: str
) -> None:
    there, here = (
        [words(line, it.root, "index.html") for line in it.open(path).evaluate(SEEN)]
        for it in (web, disk)
    )
    assert here == there
    assert {"HEADER", "FORM", "BUTTON", "P"} <= {line.split(" ")[0] for line in here}


@pytest.fixture(params=[390, 1280])
def without(request: pytest.FixtureRequest, chromium: Browser) -> Page:
    context = chromium.new_context(
        viewport={"width": request.param, "height": 844}, java_script_enabled=False, offline=True
    )
    return context.new_page()


def test_without_scripts_the_first_page_and_all_sections_are_in_reach(without: Page) -> None:
    without.goto((OFFLINE / "letters" / "eu" / "object" / "index.html").as_uri())
    width = without.viewport_size["width"]  # type: ignore[index] # it was given
    bar = without.locator(".bare a")
    names = bar.all_text_contents()
    assert names[:3] == ["AI Training Opt-Out Guide", "Home", "Opt out"]
    assert {"Your rights", "Letters", "About"} <= set(names)
    for link in bar.all():
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        assert 0 <= box["x"] < box["x"] + box["width"] <= width, "nobody has to scroll sideways"
    reached = []
    for _ in range(1 + len(names)):  # the first skips to the words of the page
        without.keyboard.press("Tab")
        reached.append(without.locator(":focus").text_content())
    assert reached[1:] == names, "by keyboard, too"
    bar.get_by_text("Letters").click()
    expect(without).to_have_url((OFFLINE / "letters" / "index.html").as_uri())
    bar.first.click()
    expect(without).to_have_url((OFFLINE / "index.html").as_uri())
    expect(without.get_by_role("link", name="Licences")).to_be_visible()
