"""What whoever builds says, and what git knows: read in one place, refused in one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands import build as engine
from mkdocs.config import load_config

from guide import addresses, settings
from guide.errors import BuildFailedError
from guide.paths import ROOT
from guide.publish.copies.naming import named
from guide.settings import Settings

NAMES = (
    "SITE_URL", "REPO_URL", "REPORT_CONTACT", "SECURITY_CONTACT", "ACCESSIBILITY_CONTACT",
    "GUIDE_DATE", "SOURCE_DATE_EPOCH", "GUIDE_LANGUAGE", "LANGUAGES",
)  # fmt: skip
CONFIG = (
    'site_name: The Guide\nsite_url: {}\nrepo_url: !ENV [REPO_URL, ""]\nextra: {{tagline: "No"}}'
)
THROUGH = '!ENV [SITE_URL, ""]'

Read = Callable[..., Settings]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """The settings of a project of its own, not yet in a repository, from what is given."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)

    def told(site_url: str = THROUGH, **given: str) -> Settings:
        (tmp_path / "mkdocs.yml").write_text(CONFIG.format(site_url), encoding="utf-8")
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        return settings.read(tmp_path)

    return told


@pytest.mark.parametrize(
    ("config", "given", "address"),
    [
        (THROUGH, {}, ""),
        (THROUGH, {"SITE_URL": " "}, ""),
        (THROUGH, {"SITE_URL": " / "}, ""),
        (THROUGH, {"SITE_URL": "https://a.example"}, "https://a.example/"),
        (THROUGH, {"SITE_URL": "https://a.example/x/ "}, "https://a.example/x/"),
        ("https://b.example/y", {}, "https://b.example/y/"),
        ("https://b.example/y/", {"SITE_URL": "https://b.example/y"}, "https://b.example/y/"),
        ("https://b.example/", {"SITE_URL": "https://a.example"}, "https://b.example/"),
        ("", {}, ""),
    ],
)
def test_the_sites_address_is_the_one_the_engine_takes(
    read: Read, config: str, given: dict[str, str], address: str
) -> None:
    assert read(config, **given).site_url == address


@pytest.mark.parametrize(
    ("config", "given"),
    [
        (THROUGH, {}),
        (THROUGH, {"SITE_URL": "https://a.example/x"}),
        ("https://b.example/y", {}),
        ("https://b.example/y", {"SITE_URL": "https://a.example/x"}),
    ],
    ids=["none", "SITE_URL", "site_url", "both"],
)
def test_pages_and_everything_beside_them_have_one_address(
    read: Read, tmp_path: Path, config: str, given: dict[str, str]
) -> None:
    """What the engine writes, and what the steps write from the settings."""
    made = read(config, **given)
    (tmp_path / "docs").mkdir()
    for name in ("index", "a"):
        (tmp_path / "docs" / f"{name}.md").write_text("# Title\n", encoding="utf-8")
    engine.build(load_config(str(tmp_path / "mkdocs.yml")))
    html = (tmp_path / "site" / "a" / "index.html").read_text(encoding="utf-8")
    canonical = re.search('<link rel="canonical" href="([^"]*)">', html)
    assert (canonical[1] if canonical else "") == addresses.absolute(made.site_url, "a")


def test_an_address_that_is_not_used_is_told(read: Read) -> None:
    assert "SITE_URL is not used" in read("https://b.example", SITE_URL="https://a.example").notice
    assert read("https://b.example", SITE_URL="https://b.example/").notice == ""


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        *(("GUIDE_DATE", it) for it in ("tomorrow", "2026-02-30", "20261130", "2026-W48-1", "9999-01-01")),
        *(("SOURCE_DATE_EPOCH", it) for it in ("abc", "-1", "1e9", "9" * 400, "4354819199", "١٢")),
        *(("SITE_URL", it) for it in ("guide.example", "ftp://guide.example", "https://", "https://[x",
                                      "https://x.example/?a", "https://x.example/#a", "https://x y/",
                                      'https://x.example/"><script>', "https://x.example/\x01", "https://x.example/\x7f",
                                      "https://bücher.example/", "https://x.example/\udcff",
                                      "https://name:word@x.example/", "https://x.example:99999/")),
        *(("REPO_URL", it) for it in ("javascript:alert(1)", "http://x.example/r", "https://x/\x07")),
        *(("REPORT_CONTACT", it) for it in ("https://guide.example", "tel:+15550100", "x", "x@y", "x@guide.example?subject=x",
                                            "mailto:x@guide.example,y@guide.example", "mailto:", "x@guide.example\nBcc: y",
                                            "a b@guide.example", "<x@guide.example>", "x@büro.example", "x@-.example%0A")),
        *((f"{kind}_CONTACT", it) for kind in ("SECURITY", "ACCESSIBILITY") for it in (
            "x@guide.example", "http://guide.example", "javascript:alert(1)", "https://[x",
            "mailto:x@y.example\nExpires: never", "mailto:\x01x@y.example", "tel:+1\u202e5")),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_used_is_one_line(read: Read, name: str, bad: str) -> None:
    with pytest.raises(BuildFailedError) as stopped:
        read(**{name: bad})
    told = str(stopped.value)
    assert told.startswith(f"{name} is ")
    assert "; give " in told
    assert "\n" not in told
    assert len(told) < 200


def test_the_commands_tell_it_before_anything_starts() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "guide", "build"],
        cwd=ROOT, env={**os.environ, "GUIDE_DATE": "tomorrow"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.startswith("GUIDE_DATE is 'tomorrow'; give a day from ")
    assert run.stderr.count("\n") == 1


def test_contacts_are_as_given(read: Read) -> None:
    made = read(SECURITY_CONTACT=" mailto:x@guide.example ", ACCESSIBILITY_CONTACT="tel:+15550100")
    assert made.security_contact == "mailto:x@guide.example"
    assert made.accessibility_contact == "tel:+15550100"


@pytest.mark.parametrize("given", ["reports@guide.example", " mailto:reports@guide.example "])
def test_reports_go_to_a_mail_address_and_a_repository(read: Read, given: str) -> None:
    made = read(REPORT_CONTACT=given, REPO_URL="https://github.com/owner/repository/")
    assert made.report_contact == "reports@guide.example"
    assert made.repository == "https://github.com/owner/repository"
    bare = read(REPORT_CONTACT="", REPO_URL="")
    assert (bare.report_contact, bare.repository) == ("", "")


def test_the_guide_date_is_the_one_given_else_the_day_of_the_build(read: Read) -> None:
    assert read(SOURCE_DATE_EPOCH="86400").guide_date == date(1970, 1, 2)
    assert read(GUIDE_DATE="2030-02-03").guide_date == date(2030, 2, 3)


def begun(folder: Path, language: str) -> None:
    (folder / "locales" / language).mkdir(parents=True)
    (folder / "locales" / language / "frame.po").touch()


def test_a_translation_stands_below_the_address_of_the_whole(read: Read, tmp_path: Path) -> None:
    begun(tmp_path, "pt-BR")
    english = read(SITE_URL="https://a.example/x")
    made = read(SITE_URL="https://a.example/x", GUIDE_LANGUAGE="pt-BR")
    assert (english.language, made.language) == ("en", "pt-BR")
    assert (made.site_url, made.root_url) == ("https://a.example/x/pt-br/", english.site_url)
    assert named(read(GUIDE_DATE="2027-03-01")) == "ai-opt-out-guide-pt-BR-2027-03-01"


def test_languages_are_asked_for_by_name(read: Read, tmp_path: Path) -> None:
    begun(tmp_path, "de")
    assert read().languages is None
    assert read(LANGUAGES="en").languages == ("en",)
    assert read(LANGUAGES="en, de").languages == ("en", "de")


@pytest.mark.parametrize("name", ["GUIDE_LANGUAGE", "LANGUAGES"])
@pytest.mark.parametrize("given", ["it", "../de", "German"])
def test_a_language_that_nobody_began_is_refused(read: Read, name: str, given: str) -> None:
    with pytest.raises(BuildFailedError, match=f"{name} is .*locales/"):
        read(**{name: given})


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-23T23:30:00-02:00")  # the 24th in UTC
    git(folder, "init", "--quiet")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(folder, "rev-parse", "HEAD")[:7]


def test_outside_a_repository_a_copy_is_called_by_the_guide_date(read: Read) -> None:
    made = read(GUIDE_DATE="2027-03-01")
    assert named(made, ".zip") == "ai-opt-out-guide-2027-03-01.zip"
    assert made.build_time is None


def test_a_commit_gives_day_time_and_name(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = commit(tmp_path, monkeypatch)
    made = read()
    assert named(made) == f"ai-opt-out-guide-2026-11-24-{short}"
    assert made.guide_date == date(2026, 11, 24)
    assert made.build_time == 1_795_483_800


def test_a_tag_by_its_name_as_a_file_may_be_called(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(tmp_path, monkeypatch)
    git(tmp_path, "tag", "release/1.2")
    assert named(read()) == "ai-opt-out-guide-release-1.2"


def test_a_repository_that_only_surrounds_the_guide_is_not_believed(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(tmp_path, monkeypatch)
    read(GUIDE_DATE="2027-03-01")  # writes the file
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "mkdocs.yml").rename(inside / "mkdocs.yml")
    made = settings.read(inside)
    assert made.build_time is None
    assert made.version == "2027-03-01"


def test_a_tag_in_no_known_encoding_is_still_a_name(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(tmp_path, monkeypatch)
    command = [b"git", b"tag", b"v1-\xff"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert named(read()) == "ai-opt-out-guide-v1--"


def test_without_git_there_is_no_commit(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read(GUIDE_DATE="2027-03-01").version == "2027-03-01"
