"""Pages are small, and files named by what they hold are kept by browsers for good."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from guide.pages import DOCS
from guide.publish.speed import fingerprint, minify
from tests.conftest import SITE


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


def test_pages_name_the_new_name(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "javascripts"
    folder.mkdir(parents=True)
    (folder / "a.js").write_text("1")
    (folder / "b.0123abcd.min.js").write_text("2")
    page = tmp_path / "index.html"
    page.write_text('<script src="../assets/javascripts/a.js"></script>'
                    '<i data-x="assets/javascripts/b.0123abcd.min.js assets/javascripts/a.js">')  # fmt: skip
    fingerprint.apply(tmp_path)
    new = f"a.{hashlib.sha256(b'1').hexdigest()[:8]}.js"
    assert page.read_text() == (
        f'<script src="../assets/javascripts/{new}"></script>'
        f'<i data-x="assets/javascripts/b.0123abcd.min.js assets/javascripts/{new}">'
    )
    assert (folder / new).exists()


def test_only_blanks_nobody_sees_are_left_out() -> None:
    page = "<ul>\n <li>a\n\n   b  <b>c</b>\n <i>d</i>\n</ul><pre>x\n\n  y</pre><textarea>\n\n z</textarea>"
    assert minify.slim(page) == (
        "<ul><li>a\nb  <b>c</b>\n<i>d</i></ul><pre>x\n\n  y</pre><textarea>\n\n z</textarea>"
    )


def test_signs_are_written_as_they_are_but_those_of_html() -> None:
    page = "<p title='&#34;'>a&#46; b&#60;i &#38; c&para;&#160;<script>'&#46;'</script>"
    assert minify.slim(page) == page.replace("a&#46;", "a.").replace("&para;", "¶")


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
