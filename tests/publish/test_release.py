"""What a release is made of, and when it is refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from guide import __main__, settings
from guide.paths import ROOT
from guide.publish import release
from guide.publish.copies.naming import named
from tests.publish.sites import settings as told


def test_a_release_that_cannot_say_where_it_is_from_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def built(*_: Path) -> None:
        pytest.fail("it was built all the same")

    monkeypatch.setattr("guide.publish.build.offline_copy", built)
    monkeypatch.setattr(settings, "current", lambda: told(site_url=""))
    monkeypatch.setattr("sys.argv", ["guide", "release"])
    assert __main__.main() == 1
    assert "a release needs SITE_URL" in capsys.readouterr().err


def test_the_usual_tool_confirms_the_checksums(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def built(dist: Path, _: Path) -> None:
        (dist / "offline").mkdir()
        (dist / "guide.zip").write_bytes(b"zip")
        (dist / "guide.html").write_bytes(b"page")

    monkeypatch.setattr("guide.publish.build.offline_copy", built)
    monkeypatch.setattr(settings, "current", told)
    release.release(tmp_path, tmp_path)
    tool = [shutil.which("sha256sum") or "shasum", "--check", release.SUMS]
    check = subprocess.run(tool, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert check.stdout == "guide.html: OK\nguide.zip: OK\n"
    (tmp_path / "guide.zip").write_bytes(b"changed")
    assert subprocess.run(tool, cwd=tmp_path, capture_output=True, check=False).returncode != 0


def test_what_the_workflow_publishes_is_what_was_made() -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert "run: make release" in workflow
    assert f"dist/{release.SUMS}" in workflow
    assert "dist/ai-opt-out-guide-*" in workflow
    assert "subject-path: release/*" in workflow
    assert 'gh release create "$TAG" release/* --verify-tag' in workflow


def test_it_says_how_to_verify_each_file_of_a_release() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    _, block, _ = text.split("## Verify a release")[1].split("```", 2)
    sums, proof, last = re.split(r"\n(?=for |git )", block.removeprefix("sh").strip())
    assert sums == f"sha256sum --check --ignore-missing {release.SUMS}"
    made = " ".join(f"{settings.FILE_NAME}-*{ending}" for ending in (".zip", ".html"))
    assert proof.startswith(f"for file in {made}; do")
    assert 'gh attestation verify "$file" --repo OWNER/REPO ' in proof
    assert "--source-ref refs/tags/TAG" in proof
    signer = "OWNER/REPO/.github/workflows/release.yml"
    assert f"--signer-workflow {signer}\n" in proof
    assert (ROOT / signer.removeprefix("OWNER/REPO/")).exists()
    assert "make release" in last


def test_those_lines_run(tmp_path: Path) -> None:
    """With a stand-in for ``gh`` that repeats what it is asked."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    loop = re.search(r"^for file .*?^done$", text, re.MULTILINE | re.DOTALL)
    assert loop
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    gh.chmod(0o755)
    for ending in (".zip", ".html"):
        (tmp_path / named(told(), ending)).touch()
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    run = ["sh", "-euc", loop[0]]
    made = subprocess.run(
        run, cwd=tmp_path, env={"PATH": path}, capture_output=True, text=True, check=True
    )
    said = made.stdout.splitlines()
    assert [line.split()[2] for line in said] == [named(told(), ".zip"), named(told(), ".html")]
    assert all(line.endswith("/.github/workflows/release.yml") for line in said)


def repository(folder: Path) -> Callable[..., str]:
    """A repository with a default branch ``trunk``, as a checkout on GitHub sees it."""

    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words]
        made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return made.stdout.strip()

    git("init", "--quiet", "--initial-branch=trunk")
    git("commit", "--quiet", "--allow-empty", "--message=first")
    git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    return git


@pytest.mark.parametrize("merged", [True, False])
def test_a_tag_off_the_default_branch_is_no_release(tmp_path: Path, *, merged: bool) -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))["jobs"]
    (step,) = (it for it in jobs["reviewed"]["steps"] if "run" in it)
    git = repository(tmp_path)
    if not merged:
        git("switch", "--quiet", "--create", "side")
        git("commit", "--quiet", "--allow-empty", "--message=not reviewed")
    settings = {"GITHUB_SHA": git("rev-parse", "HEAD"), "DEFAULT_BRANCH": "trunk"}
    run = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
    made = subprocess.run(
        run, cwd=tmp_path, env={**os.environ, **settings}, capture_output=True, check=False
    )
    assert (made.returncode == 0) is merged
    waiting = {name for name, job in jobs.items() if "reviewed" in job.get("needs", [])}
    assert waiting == {"test", "audit"}, "and the rest waits for these"
