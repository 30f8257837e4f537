"""What a copy is called."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import dates
from guide.version import named, version


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder taken for the project's own: not yet a repository."""
    monkeypatch.setattr(dates, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GUIDE_DATE", "2027-03-01")
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    for known in (version, dates.commit_time, dates.guide_date):
        known.cache_clear()


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-23T23:30:00-02:00")  # the 24th in UTC
    git(folder, "init", "--quiet")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(folder, "rev-parse", "HEAD")[:7]


@pytest.mark.usefixtures("repository")
def test_outside_a_repository_the_guide_date() -> None:
    assert named(".zip") == "ai-opt-out-guide-2027-03-01.zip"


def test_a_commit_by_its_day_and_short_name(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = commit(repository, monkeypatch)
    assert named() == f"ai-opt-out-guide-2026-11-24-{short}"


def test_a_tag_by_its_name_as_a_file_may_be_called(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, monkeypatch)
    git(repository, "tag", "release/1.2")
    assert named() == "ai-opt-out-guide-release-1.2"
