"""What a release is made of, and when it is refused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from guide import __main__, settings
from guide.paths import ROOT
from guide.publish import release
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


def test_three_lines_say_how_to_verify_a_release() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    _, block, _ = text.split("## Verify a release")[1].split("```", 2)
    lines = block.removeprefix("sh").strip().splitlines()
    assert len(lines) == 3
    assert lines[0] == f"sha256sum --check --ignore-missing {release.SUMS}"
    assert lines[1].startswith("gh attestation verify ")
    assert "make release" in lines[2]
