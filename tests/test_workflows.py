"""What runs at the code host: pinned, without rights it does not need, never endless."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.paths import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: (?:\$/\.github/workflows/[a-z]+\.yml|[\w/-]+@[0-9a-f]{40} # v[\d.]+)")

# Every right a job has, here again, so that one more is a decision and not a slip.
RIGHTS = {
    "ci.test": {"contents: read"},
    "deploy.test": {"contents: read"},
    "deploy.build": {"contents: read", "pages: read"},
    "deploy.deploy": {"pages: write", "id-token: write"},
    "recheck.recheck": {"contents: read", "issues: write"},
    "recheck.dependencies": {"contents: read"},
    "recheck.matrices": {"contents: read"},
    "release.test": {"contents: read"},
    "release.audit": {"contents: read"},
    "release.build": {"contents: read", "pages: read"},
    "release.publish": {"contents: write", "id-token: write", "attestations: write"},
}


def load(file: Path) -> dict[str, Any]:
    found = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    assert isinstance(found, dict)
    return found


def jobs() -> dict[str, dict[str, Any]]:
    return {
        f"{file.stem}.{name}": job for file in FILES for name, job in load(file)["jobs"].items()
    }


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [str(zizmor), "--offline", "--no-ignores", "--persona", "pedantic", ".github"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    assert made.stderr.count("completed .github/workflows/") == len(FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_allowed_by_default_and_all_is_pinned(file: Path) -> None:
    assert load(file)["permissions"] == {}
    lines = re.findall(r"uses: .*", file.read_text(encoding="utf-8"))
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_jobs_have_just_their_rights() -> None:
    given = {
        name: {f"{kind}: {right}" for kind, right in job["permissions"].items()}
        for name, job in jobs().items()
    }
    assert given == RIGHTS


def test_jobs_end_and_keep_no_credentials() -> None:
    for name, job in jobs().items():
        assert "uses" in job or int(job["timeout-minutes"]) <= 120, name
        for step in job.get("steps", []):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false", name


def test_an_action_has_one_version_everywhere() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in FILES)
    versions = set(re.findall(r"uses: ([\w/-]+)(@\S+ # \S+)", text))
    assert len({name for name, _ in versions}) == len(versions), sorted(versions)


def test_what_goes_out_of_date_is_looked_for_without_being_asked() -> None:
    on_time = {file.stem: load(file)["on"].get("schedule") for file in FILES}
    assert on_time["recheck"]
    assert on_time["deploy"]
    steps = {name: [it.get("run", "") for it in job["steps"]] for name, job in jobs().items()
             if "steps" in job}  # fmt: skip
    assert "make recheck" in steps["recheck.recheck"]
    assert "make advisories" in steps["recheck.dependencies"]
    assert "make audit" in steps["recheck.matrices"]
    assert any('GUIDE_DATE="$(date -u +%F)"' in run for run in steps["deploy.build"])
