"""What a source file holds is what a reviewer sees, and it is the file itself that is published."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.data import letter_texts, loader, sources
from guide.data.pages import read_pages
from guide.errors import DataError
from guide.paths import ROOT
from tests.small import TEXT, line_of, mistakes

HIDDEN = {
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "next line": "\x85",
    "lone return": "\r",
    "form feed": "\x0c",
    "bell": "\x07",
    "right to left": "\u202e",
    "isolate": "\u2066",
    "zero width": "\u200b",
    "joiner": "\u200d",
    "byte-order mark": "\ufeff",
    "soft hyphen": "\xad",
    "tag letter": "\U000e0041",
}


@pytest.mark.parametrize("case", HIDDEN)
def test_a_comment_of_the_data_hides_nothing(case: str) -> None:
    line = f'# Checked, all good.{HIDDEN[case]}x: "y"\n'
    text = TEXT.replace("claims:\n", f"{line}claims:\n", 1)
    (told,) = mistakes(text.encode())
    assert told.startswith(
        f"platforms.yml:{line_of(text, '# Checked')}: the text holds an invisible"
    )


@pytest.mark.parametrize(
    "name",
    [
        "docs/learn/x.md",
        "docs/data/letters/eu/object.en.txt",
        "docs/assets/javascripts/x.js",
        "docs/assets/stylesheets/x.css",
        "docs/assets/images/x.svg",
        "overrides/macros/x.html",
        ".github/workflows/x.yml",
        "guide/show/x.py",
        "mkdocs.yml",
    ],
)
@pytest.mark.parametrize("case", ["right to left", "zero width", "line separator"])
def test_no_source_hides_anything(tmp_path: Path, name: str, case: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"ä first\n\nthe third{HIDDEN[case]} line\n", encoding="utf-8", newline="")
    with pytest.raises(DataError) as stopped:
        sources.check(tmp_path)
    assert str(stopped.value).startswith(f"{name}:3: the text holds an invisible character (")
    assert "\n" not in str(stopped.value)


def test_what_is_read_without_that_check_is_looked_at_too(tmp_path: Path) -> None:
    """The live preview reads pages and letters by itself."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "x.md").write_text("# Title\u202e\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"^docs/x\.md:1: "):
        read_pages(tmp_path / "docs", {})
    (tmp_path / "x.txt").write_text("# name\nx\u200by\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"^letters/x\.txt:2: "):
        letter_texts.read_all(tmp_path)
    (tmp_path / "x.txt").write_bytes(b"# name\n\xff\n")
    with pytest.raises(DataError, match=r"^letters/x\.txt:2: this is not UTF-8"):
        letter_texts.read_all(tmp_path)


def test_our_own_sources_hide_nothing() -> None:
    assert list(sources.problems(ROOT)) == []


def outside(link: Path, project: Path) -> None:
    (project.parent / "secret.md").write_text("# Secret\n")
    link.symlink_to(project.parent / "secret.md")


LINKS: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "outside": (outside, "a link that leaves what is published"),
    "the system": (lambda it, _: it.symlink_to("/etc/hostname"), "leaves what is published"),
    "git's own": (lambda it, top: it.symlink_to(top / ".git"), "leaves what is published"),
    "what was built": (lambda it, top: it.symlink_to(top / "site"), "leaves what is published"),
    "the project": (lambda it, top: it.symlink_to(top), "leaves what is published"),
    "nowhere": (lambda it, top: it.symlink_to(top / "gone"), "leads nowhere"),
    "itself": (lambda it, _: it.symlink_to(it.name), "leads nowhere, or in a circle"),
    "its own folder": (lambda it, _: it.symlink_to(it.parent), "in a circle"),
    "a pipe": (lambda it, _: os.mkfifo(it), "neither a file nor a folder"),
}


@pytest.mark.parametrize("part", ["docs/learn", "overrides/macros"])
@pytest.mark.parametrize("case", LINKS)
def test_what_is_published_stands_there_itself(tmp_path: Path, part: str, case: str) -> None:
    project = tmp_path / "project"
    for folder in (part, ".git", "site"):
        (project / folder).mkdir(parents=True)
    link, (make, expected) = project / part / "x.md", LINKS[case]
    make(link, project)
    with pytest.raises(DataError) as stopped:
        sources.check(project)
    assert str(stopped.value).startswith(f"{part}/x.md:1: ")
    assert expected in str(stopped.value)


def test_a_link_to_a_neighbour_is_fine(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# A\n")
    (tmp_path / "docs" / "b.md").symlink_to("a.md")
    assert list(sources.problems(tmp_path)) == []


@pytest.mark.parametrize("before", ["", "ä" * 40, "\U0001f512 日本語 ", "é\n" * 30])
def test_a_line_is_counted_right_whatever_stands_before_it(before: str) -> None:
    comment = "".join(f"# {line}\n" for line in before.splitlines())
    for sign in ("\x07", "\ufffe"):
        text = f'{comment}a: "1"\n' + 'b: "ü"\n' * 0 + f'c: "x{sign}"\n' + 'd: "1"\n' * 50
        with pytest.raises(DataError) as stopped:
            loader.load(text.encode())
        assert str(stopped.value).startswith(f"platforms.yml:{line_of(text, sign)}: ")
