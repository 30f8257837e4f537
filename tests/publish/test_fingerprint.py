"""Pages are small, and files named by what they hold are kept by browsers for good."""

from __future__ import annotations

import hashlib
import re

from lxml import html  # type: ignore[import-untyped]

from guide.paths import DOCS
from guide.publish import csp
from guide.publish.speed import fingerprint, minify
from tests.conftest import SITE
from tests.publish.sites import site


def test_our_files_are_named_by_what_they_hold() -> None:
    ours = [file for folder in fingerprint.FOLDERS for file in (SITE / folder).glob("*.*")
            if ".min." not in file.name]  # fmt: skip
    assert len(ours) > 8
    for file in ours:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
        assert file.name.split(".")[1] == digest, file


def test_every_file_that_may_be_kept_has_such_a_name() -> None:
    for rule in re.findall(r"^/(\S+)/\*\n  Cache-Control: .*immutable",
                           (SITE / "_headers").read_text(), re.MULTILINE):  # fmt: skip
        for file in (SITE / rule).rglob("*.*"):
            assert re.search(r"\.[0-9a-f]{8}\.", file.name), file
    assert (
        "/assets/javascripts/*\n  Cache-Control: public, max-age=31536000, immutable"
        in (SITE / "_headers").read_text()
    )


def test_pages_name_the_new_name() -> None:
    it = site(
        {
            "index.html": '<script src="../assets/javascripts/a.js"></script>'
            '<i data-x="assets/javascripts/b.0123abcd.min.js assets/javascripts/a.js">'
        },
        {
            "assets/javascripts/a.js": b"1",
            "assets/javascripts/b.0123abcd.min.js": b"2",
            "assets/images/a.js": b"3",
        },
    )
    fingerprint.apply(it)
    new = f"a.{hashlib.sha256(b'1').hexdigest()[:8]}.js"
    assert it.pages["index.html"] == (
        f'<script src="../assets/javascripts/{new}"></script>'
        f'<i data-x="assets/javascripts/b.0123abcd.min.js assets/javascripts/{new}">'
    )
    assert it.files[f"assets/javascripts/{new}"] == b"1"
    assert "assets/images/a.js" in it.files
    assert it.unchanging == fingerprint.FOLDERS


def minified(page: str) -> str:
    it = site({"index.html": page})
    minify.apply(it)
    return it.pages["index.html"]


def test_only_blanks_nobody_sees_are_left_out() -> None:
    page = "<ul>\n <li>a\n\n   b  <b>c</b>\n <i>d</i>\n</ul><pre>x\n\n  y</pre><textarea>\n\n z</textarea>"
    text = minified(page)
    assert "<li>a b <b>c</b> <i>d</i>" in text
    assert "<pre>x\n\n  y</pre>" in text
    assert "<textarea>\n\n z</textarea>" in text


def test_scripts_and_styles_stay_to_the_letter() -> None:
    """But for blanks at their ends, which are gone before the policy takes their hashes."""
    script = "<script>\n  // note\n  say( '&#46;' ) ;\n</script>"
    style = "<style> a  {  color : red ; } </style>"
    it = site({"x.html": f'<html lang="en"><meta charset="utf-8"><p>a</p>{script}{style}'})
    it.own(script + style)
    csp.apply(it)
    minify.apply(it)
    html = it.pages["x.html"]
    assert "say( '&#46;' ) ;</script>" in html
    assert "a  {  color : red ; }</style>" in html
    assert [
        it for it in (*csp.script_hashes(html), *csp.style_hashes(html)) if it not in html
    ] == []


def test_signs_mean_what_they_meant() -> None:
    page = "<p title='&#34;>'>a&#46; b&#60;i &#38; c&para;&#160;&amp;lt;</p>"
    (before,), (after,) = (html.fragments_fromstring(it) for it in (page, minified(page)))
    assert before.text_content() == after.text_content()
    assert before.get("title") == after.get("title")


def test_search_is_not_told_what_stands_everywhere() -> None:
    index = (SITE / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Last reported working" in index
    for words in (
        "<sup>",
        "<p>Link to this step<",
        "Step 1 done",
        "Copy link to",
        "Sources for these",
    ):
        assert words not in index, words


def test_comments_of_scripts_are_left_out() -> None:
    folder = "assets/javascripts"
    own = "".join(file.read_text(encoding="utf-8") for file in (SITE / folder).glob("*.js"))
    for file in (DOCS / folder).glob("*.js"):
        for comment in re.findall(r"^\s*// (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE):
            assert comment not in own, file.name


def test_what_only_the_themes_makers_read_is_gone() -> None:
    assert not [*SITE.rglob("*.map"), *SITE.rglob("lunr")]
