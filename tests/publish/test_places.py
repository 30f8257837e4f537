"""Odd surroundings end in one line before the engine starts, and the next build works."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.errors import BuildFailedError, odd_place
from guide.publish import atomic, places
from tests.workshop import Workshop


def refused(folder: Path, work: Path) -> str:
    with pytest.raises(BuildFailedError) as stopped:
        places.check([folder], work)
    told = str(stopped.value)
    assert "\n" not in told
    assert "; " in told
    return told


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / ".build"


def test_a_new_and_an_old_folder_are_fine(site: Path, work: Path) -> None:
    places.check([site], work)
    site.mkdir()
    work.mkdir()
    places.check([site], work)


def test_a_link_is_not_replaced(site: Path, work: Path, tmp_path: Path) -> None:
    (tmp_path / "webroot").mkdir()
    for target in ("webroot", "gone", "site"):
        site.symlink_to(target)
        assert f"{site}/ is a link" in refused(site, work)
        site.unlink()


def test_a_file_is_no_folder(site: Path, work: Path) -> None:
    site.write_text("mine")
    assert f"{site}/ is not a folder" in refused(site, work)
    site.unlink()
    work.write_text("mine")
    assert f"{work}/ is not a folder" in refused(site, work)
    work.unlink()
    work.symlink_to("gone")
    assert f"{work}/ is not a folder" in refused(site, work)
    os.mkfifo(site)
    assert f"{site}/ is not a folder" in refused(site, work)


def test_a_mounted_disk_cannot_be_replaced(work: Path) -> None:
    assert "/proc/ is a place where a disk is mounted" in refused(Path("/proc"), work)


def test_no_room_is_told(site: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(site.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=6_000_000))
    assert "there is no room to write in" in (told := refused(site, work))
    assert "6 MB are free; a build needs " in told


@pytest.mark.parametrize("what", ["the project", "the work folder"])
def test_no_right_is_told(
    site: Path, work: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Whoever runs this may be root, who has every right but on a read-only disk."""
    work.mkdir()
    closed = site.parent if what == "the project" else work
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != closed)
    assert f"there is no right to write in {closed}/" in refused(site, work)


@pytest.mark.parametrize("mask", [0o777, 0o700, 0o277])
def test_a_umask_that_takes_the_builders_rights_is_told(site: Path, work: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        assert f"the umask {mask:04o} takes" in refused(site, work)
    finally:
        os.umask(before)


def test_a_umask_that_takes_others_rights_is_theirs_to_choose(site: Path, work: Path) -> None:
    before = os.umask(0o077)
    try:
        places.check([site], work)
    finally:
        os.umask(before)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "there is no room to write in /x"),
        (errno.EDQUOT, "there is no room to write in /x"),
        (errno.EROFS, "there is no right to write or read in /x"),
        (errno.EACCES, "there is no right to write or read in /x"),
        (errno.EBUSY, "something holds what should be replaced in /x"),
        (errno.EIO, "the system stopped it in /x: "),
    ],
)
def test_what_the_system_refuses_midway_is_a_line(number: int, said: str) -> None:
    told = odd_place(OSError(number, os.strerror(number), "/x"))
    assert told.startswith(said)
    assert "\n" not in odd_place(OSError(number, "a\nb", "/x\n\x1b[2J"))


def folder(at: Path, _: Path) -> None:
    (at / "deep").mkdir(parents=True)
    (at / "deep" / "x").write_text("old")


def locked_folder(at: Path, _: Path) -> None:
    folder(at, at)
    (at / "deep").chmod(0o500)
    at.chmod(0o500)


LEFT: dict[str, Callable[[Path, Path], object]] = {
    "a folder": folder,
    "one without rights": locked_folder,
    "a link": lambda at, kept: at.symlink_to(kept),
    "a link to nothing": lambda at, _: at.symlink_to("gone"),
    "a link to itself": lambda at, _: at.symlink_to(at.name),
    "a file": lambda at, _: at.write_text("x"),
    "a pipe": lambda at, _: os.mkfifo(at),
}


@pytest.mark.parametrize("where", [".site.part", ".site.old"])
@pytest.mark.parametrize("kind", LEFT)
def test_leftovers_of_any_kind_go(tmp_path: Path, kind: str, where: str) -> None:
    kept, fresh, out = (tmp_path / name for name in ("kept", "fresh", "site"))
    for place, word in ((kept, "kept"), (fresh, "new"), (out, "last")):
        place.mkdir()
        (place / "index.html").write_text(word)
    LEFT[kind](tmp_path / where, kept)
    atomic.recover(out)
    assert (out / "index.html").read_text() == "last"
    LEFT[kind](tmp_path / where, kept)
    atomic.replace(fresh, out)
    assert (out / "index.html").read_text() == "new"
    assert (kept / "index.html").read_text() == "kept"
    assert {it.name for it in tmp_path.iterdir()} == {"kept", "site"}


@pytest.mark.parametrize("kind", LEFT)
def test_what_another_left_in_the_work_folder_goes(tmp_path: Path, kind: str) -> None:
    kept, work = tmp_path / "kept", tmp_path / ".build"
    for place in (kept, work):
        place.mkdir()
    (kept / "index.html").write_text("kept")
    LEFT[kind](work / "run-x", kept)
    with atomic.scratch(work) as own:
        assert [it.name for it in work.iterdir()] == [own.name]
    assert (kept / "index.html").read_text() == "kept"


def make_link(project: Path) -> None:
    (project / "webroot").mkdir()
    (project / "webroot" / "index.html").write_text("mine")
    (project / "site").symlink_to("webroot")


ODD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "site is a link": ("build", make_link, "site/ is a link"),
    "site is a file": ("build", lambda it: (it / "site").write_text("x"), "site/ is not a folder"),
    "dist is a link": ("offline", lambda it: (it / "dist").symlink_to("/etc"), "dist/ is a link"),
    "work is a file": ("publish", lambda it: (it / ".build").write_text("x"), ".build/ is not a"),
    "a link leaves": (
        "build",
        lambda it: (it / "docs" / "x.txt").symlink_to("/etc/hostname"),
        "docs/x.txt:1: a link that leaves",
    ),
    "broken settings": (
        "build",
        lambda it: (it / "mkdocs.yml").write_text("site_name: [\n"),
        "mkdocs.yml:2: broken YAML",
    ),
    "no settings": ("check", lambda it: (it / "mkdocs.yml").unlink(), "mkdocs.yml cannot be read"),
    "settings without a name": (
        "check",
        lambda it: (it / "mkdocs.yml").write_text("nav: []\n"),
        "mkdocs.yml: `site_name` is missing",
    ),
}


@pytest.mark.parametrize("case", ODD)
def test_the_commands_tell_it_before_anything_starts(workshop: Workshop, case: str) -> None:
    command, make, expected = ODD[case]
    make(workshop.project)
    code, said = workshop.run(command)
    assert code == 1
    assert expected in said
    assert said.count("\n") == 1
    if case == "site is a link":
        assert (workshop.project / "site" / "index.html").read_text() == "mine"
        assert (workshop.project / "site").is_symlink()
