"""A site in memory: what is read is written, and what a step does not find stops the build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.errors import BuildFailedError
from guide.publish.site import Site, Step, ThemeChangedError, take, write
from guide.publish.steps import STEPS
from tests.publish.sites import SETTINGS, site
from tests.small import book


def test_what_is_read_is_what_is_written(tmp_path: Path) -> None:
    files = {
        "index.html": "<p>Québec".encode(),
        "a/b.bin": bytes(range(256)),
        "a/empty/index.html": b"",
    }
    write(files, tmp_path / "one")
    read = Site.read(tmp_path / "one", book(), SETTINGS)
    assert read.pages == {"index.html": "<p>Québec", "a/empty/index.html": ""}
    assert read.themed == tuple(read.pages)
    assert read.content() == files
    write(read.content(), tmp_path / "two")
    again = {p.relative_to(tmp_path / "two").as_posix(): p for p in (tmp_path / "two").rglob("*.*")}
    assert {path: file.read_bytes() for path, file in again.items()} == files


def test_the_first_place_is_replaced() -> None:
    it = site({"a.html": "x y y"})
    it.replace_once("a.html", "y", "z")
    assert it.pages["a.html"] == "x z y"


@pytest.mark.parametrize(
    "look",
    [
        lambda it: it.replace_once("a/index.html", "<body>", ""),
        lambda it: it.find("a/index.html", re.compile("<body>"), "<body>"),
        lambda it: it.cut("a/index.html", re.compile("<body>"), "<body>"),
    ],
    ids=["replace", "find", "cut"],
)
def test_what_is_not_found_is_told_with_step_page_and_what_was_looked_for(look: object) -> None:
    it = site({"a/index.html": "<p>"})
    with pytest.raises(BuildFailedError) as stopped:
        take(it, [Step("the fifth step", look, "")])  # type: ignore[arg-type]
    assert isinstance(stopped.value, ThemeChangedError)
    told = str(stopped.value)
    assert told == "the fifth step: a/index.html has no <body>; has the theme changed?"


def test_a_copy_is_changed_alone() -> None:
    it = site({"a.html": "x"}, {"f": b"y"})
    other = it.copy()
    other.replace_once("a.html", "x", "z")
    other.remove(lambda path: path == "f")
    assert it.content() == {"a.html": b"x", "f": b"y"}
    assert other.content() == {"a.html": b"z"}


def test_every_step_has_a_name_of_its_own_and_says_why_it_stands_where_it_does() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS)
    assert [step.name for step in STEPS if len(step.why) < 15] == []
