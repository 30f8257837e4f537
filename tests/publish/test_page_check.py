"""What a finished page must not hold stops the build, with the page and the line it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.errors import DataError
from guide.publish import csp, page_check
from guide.publish.copies.one_file import one_file
from guide.publish.site import Copies, Site
from tests.conftest import DIST, OFFLINE, SITE, html_files
from tests.page_facts import facts
from tests.publish.sites import site

PAGE = "rights/eu/index.html"
HEAD = '<meta charset="utf-8"><meta name="referrer" content="no-referrer">'


def html(body: str, head: str = HEAD) -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def checked(root: Path, body: str, **files: bytes) -> Site:
    """A site of this page, checked; its Markdown holds the same on its third line."""
    (root / "docs" / "rights").mkdir(parents=True)
    (root / "docs" / "rights" / "eu.md").write_text(f"# Title\n\n{body}\n", encoding="utf-8")
    it = site({PAGE: html(body)}, files)
    csp.apply(it, root)
    page_check.apply(it, root)
    return it


FINE = {
    "text": "<p>Fine &lt;b&gt; <b>text</b>.</p>",
    "link inside": '<a href="../uk/">UK</a>',
    "link out": '<a href="https://a.example/x?y=1&amp;z" rel="noreferrer">A</a>',
    "mail": '<a href="mailto:x@guide.example">x</a>',
    "phone": "<a href=tel:+15550100>x</a>",
    "table": '<table><thead><tr><th align="left">x</th></tr></thead></table>',
    "data": '<script type="application/json">{"a": "<b>"}</script>',
}
REFUSED = {
    "script": ("<script>window.pwned=1</script>", "an inline script that is not ours"),
    "style": ("<style>body{display:none}</style>", "an inline style that is not ours"),
    "script in capitals": ("<SCRIPT>alert(1)</SCRIPT>", "an inline script that is not ours"),
    "script that looks like data": (
        '<script data-x="application/json">alert(1)</script>',
        "an inline script that is not ours",
    ),
    "import map": ('<script type="importmap">{}</script>', "an inline script that is not ours"),
    "script in an attribute": ('<p title="<script>">x</p></script>', "script"),
    "script that never ends": ("<script>alert(1)", "is no tag as the guide writes"),
    "script of another site": ('<script src="https://evil.example/a.js"></script>', "no file to load"),
    "script from anywhere": ('<script src="x.js"></script>', "no file to load"),
    "javascript": ('<a href="javascript:alert(1)">x</a>', "starts with `javascript:`"),
    "vbscript": ('<a href="VBScript:x">x</a>', "starts with `VBScript:`"),
    "data address": ('<a href="data:text/html,x">x</a>', "starts with `data:`"),
    "blob": ('<a href="blob:https://x/y">x</a>', "starts with `blob:`"),
    "by reference": ('<a href="&#106;avascript:alert(1)">x</a>', "starts with `javascript:`"),
    "tab in a scheme": ('<a href="java\tscript:alert(1)">x</a>', "cannot have"),
    "control before a scheme": ('<a href="\x01javascript:alert(1)">x</a>', "cannot have"),
    "no scheme": ('<a href="//evil.example/">x</a>', "leads to another site unseen"),
    "backslashes": ('<a href="\\\\evil.example">x</a>', "cannot have"),
    "no host": ('<a href="https:evil.example" rel="noreferrer">x</a>', "names no host"),
    "user name": ('<a href="https://a.example@evil.example/" rel="noreferrer">x</a>', "hides a user"),
    "plain http": ('<a href="http://a.example/" rel="noreferrer">x</a>', "starts with `http:`"),
    "link out": ('<a href="https://a.example/">x</a>', "lacks rel=noreferrer"),
    "another rel": ('<a href="https://a.example/" rel="noreferrer opener">x</a>', "`opener`"),
    "target": ('<a href="../" target="_blank">x</a>', "may not have `target`"),
    "ping": ('<a href="../" ping="../x">x</a>', "may not have `ping`"),
    "frame": ('<iframe src="../"></iframe>', "pages may not hold `<iframe>`"),
    "object": ('<object data="../x"></object>', "pages may not hold `<object>`"),
    "embed": ('<embed src="../x">', "pages may not hold `<embed>`"),
    "base": ('<base href="https://evil.example/">', "pages may not hold `<base>`"),
    "template": ("<template><p>x</p></template>", "pages may not hold `<template>`"),
    "animation": ('<svg><animate values="javascript:x"/></svg>', "pages may not hold `<animate>`"),
    "form": ('<form action="https://evil.example/"></form>', "may not have `action`"),
    "button": ('<button formaction="../x">x</button>', "may not have `formaction`"),
    "password": ('<input type="password">', "may not be `password`"),
    "picture button": ('<input type="image">', "may not be `image`"),
    "refresh": ('<meta http-equiv="refresh" content="0;url=../">', "may not be `refresh`"),
    "looser policy": (
        '<meta http-equiv="Content-Security-Policy" content="default-src *">',
        "a policy that is not ours",
    ),
    "referrer": ('<meta name="referrer" content="unsafe-url">', "where its readers come from"),
    "dns-prefetch": ('<link rel="dns-prefetch" href="https://evil.example">', "`dns-prefetch`"),
    "style sheet": ('<link rel="stylesheet" href="https://evil.example/a.css">', "no file to load"),
    "image": ('<img src="https://evil.example/a.png" alt="">', "no file to load"),
    "image above the site": ('<img src="../../../a.png" alt="">', "no file to load"),
    "many images": ('<img src="a.png" srcset="//evil.example/b.png 2x" alt="">', "`srcset`"),
    "handler": ('<p onclick="alert(1)">x</p>', "may not have `onclick`"),
    "styled": ('<p style="position:fixed">x</p>', "may not have `style`"),
    "diagram": ('<pre class="mermaid">x</pre>', "the theme loads code from elsewhere"),
    "a sign that hides a tag": ('<p title="</textarea><b>">x</p>', "is no tag as the guide writes"),
    "comment": ("<!--><b>x</b>-->", "is no tag as the guide writes"),
    "tag without end": ("<p>x</p><a href=x", "is no tag as the guide writes"),
}  # fmt: skip


@pytest.mark.parametrize("case", FINE)
def test_what_pages_are_made_of_passes(tmp_path: Path, case: str) -> None:
    assert "Content-Security-Policy" in checked(tmp_path, FINE[case]).pages[PAGE]


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_page_may_hold_is_told_with_its_line(tmp_path: Path, case: str) -> None:
    body, expected = REFUSED[case]
    with pytest.raises(DataError) as stopped:
        checked(tmp_path, body)
    told = [line for line in str(stopped.value).splitlines() if expected.strip() in line]
    assert told, str(stopped.value)
    assert told[0].startswith(("docs/rights/eu.md:3: ", f"{PAGE}: "))


@pytest.mark.parametrize("case", ["script", "javascript", "frame", "refresh", "link out", "image"])
def test_the_line_is_that_of_the_markdown(tmp_path: Path, case: str) -> None:
    with pytest.raises(DataError, match=r"^docs/rights/eu\.md:3: "):
        checked(tmp_path, REFUSED[case][0])


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("a.xhtml", b"<html/>", "the site may not hold a file of this kind"),
        ("assets/a.svg", b'<svg onload="alert(1)"/>', "a drawing holds `onload=`"),
        ("assets/b.svg", b"<svg><script>1</script></svg>", "a drawing holds `<script`"),
        ("assets/c.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "a drawing holds `<!`"),
        ("docs.js", b"alert(1)", "a script stands where none is looked for"),
    ],
)
def test_other_files_are_not_pages_by_another_name(
    tmp_path: Path, path: str, data: bytes, expected: str
) -> None:
    with pytest.raises(DataError) as stopped:
        checked(tmp_path, "x", **{path: data})
    assert str(stopped.value).startswith(f"{path}: {expected}")


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("offline/rights/eu/index.html", '<iframe src="../"></iframe>', "<iframe>"),
        ("offline/index.html", '<a href="https://a.example">x</a>', "lacks rel=noreferrer"),
        ("guide-1.html", '<img src="x.png" alt="">', "loads a file"),
        ("guide-1.html", '<form action="x"></form>', "`action`"),
    ],
)
def test_copies_are_looked_at_too(tmp_path: Path, path: str, body: str, expected: str) -> None:
    it = checked(tmp_path, "x")
    style = it.own("<style>p {}</style>")
    policy = csp.stated([]) if path.startswith("offline") else one_file.policy(style)
    meta = f'{HEAD}<meta http-equiv="Content-Security-Policy" content="{policy}">'
    page = html(body, meta if path.startswith("offline") else meta + style)
    it.copies = Copies(offered=False, files={path: page.encode()})
    with pytest.raises(DataError) as stopped:
        page_check.apply(it, tmp_path)
    assert expected in str(stopped.value)


def test_a_page_without_its_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="lacks its policy"):
        page_check.apply(site({PAGE: html("x")}), tmp_path)


def test_three_scripts_stand_inline_in_the_whole_site_and_none_on_disk() -> None:
    """The colours, what happens before anything is shown, and the page for lost readers."""
    for root, most in ((SITE, 3), (OFFLINE, 0)):
        codes = {code for file in html_files(root) for code in facts(file).inline_scripts}
        assert len(codes) == most
    one = next(DIST.glob("*.html")).read_text(encoding="utf-8")
    assert "<script" not in one


def test_the_same_is_told_once_and_every_tag_is_judged(tmp_path: Path) -> None:
    with pytest.raises(DataError) as stopped:
        checked(tmp_path, '<p><i onclick="a">x</i><b onfocus="c">y</b><i onclick="a">z</i></p>')
    assert len(str(stopped.value).splitlines()) == 2
