"""What runs at the code host: pinned, without rights it does not need, never endless."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.paths import ROOT
from guide.recheck.reports.event import LABEL

WORKFLOWS = ROOT / ".github" / "workflows"
FILES = sorted(WORKFLOWS.glob("*.yml"))
PINNED = re.compile(r"uses: (?:\$/\.github/workflows/[a-z]+\.yml|[\w/-]+@[0-9a-f]{40} # v[\d.]+)")

# What may write, and what; all else reads.
WRITERS = {
    "deploy.deploy": {"pages", "id-token"},
    "recheck.recheck": {"issues"},
    "release.publish": {"contents", "id-token", "attestations"},
    "report.open": {"contents", "pull-requests", "issues"},
    "report.answer": {"issues"},
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


def test_only_what_publishes_or_tells_may_write() -> None:
    given = {
        name: {kind for kind, right in job["permissions"].items() if right != "read"}
        for name, job in jobs().items()
    }
    assert {name: kinds for name, kinds in given.items() if kinds} == WRITERS


def test_jobs_end_and_keep_no_credentials() -> None:
    for name, job in jobs().items():
        assert "uses" in job or int(job["timeout-minutes"]) <= 120, name
        for step in job.get("steps", []):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false", name


def test_nothing_is_put_into_a_script_from_outside() -> None:
    """What an event says reaches a script through its file or its environment alone."""
    scripts = {
        f"{name}: {step['name']}": step.get("run", "")
        for name, job in jobs().items()
        for step in job.get("steps", [])
    }
    assert len(scripts) > 10
    assert [name for name, script in scripts.items() if "${{" in script] == []
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        used = set(re.findall(r"github\.event\.(issue[\w.]*)", text))
        assert used <= {"issue.number"}, f"{file.name} uses what somebody wrote"


def test_a_report_is_heard_by_its_label_alone_and_checked_before_it_is_proposed() -> None:
    assert load(WORKFLOWS / "report.yml")["on"] == {"issues": {"types": ["labeled"]}}
    check, opening, answer = (jobs()[f"report.{it}"] for it in ("check", "open", "answer"))
    label, itself = check["if"].split(" && ")
    assert label == f"github.event.label.name == '{LABEL}'"
    assert itself == "github.event.repository.full_name == github.repository"
    assert check["permissions"] == {"contents": "read"}
    last = check["steps"][-1]
    assert (last["if"], last["run"]) == ("steps.report.outputs.entry == 'true'", "make check build")
    assert (opening["needs"], answer["needs"]) == ("check", "check")
    # A job whose condition names no state of its own waits for all it needs to succeed.
    assert opening["if"] == "needs.check.outputs.entry == 'true'"
    commands = {it["run"] for job in (check, opening, answer) for it in job["steps"] if "run" in it}
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"make report", "make report-open", "make report-answer"} <= commands
    assert re.search(r"^report report-open report-answer: ", make, re.MULTILINE)


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


def test_a_commit_is_tested_once() -> None:
    on = {file.stem: load(file)["on"] for file in FILES}
    assert set(on["ci"]) == {"pull_request", "workflow_call"}, "a push is not tested twice"
    callers = {name for name, job in jobs().items() if "ci.yml" in job.get("uses", "")}
    assert callers == {"deploy.test", "release.test"}
    begins = jobs()["deploy.tested"]["if"]
    default = "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)"
    assert begins == f"github.event_name == 'schedule' || {default}"
    assert jobs()["deploy.test"]["needs"] == "tested", "left out where that is left out"


def test_a_branch_is_known_by_its_whole_name() -> None:
    """A tag may be called as the default branch is; its ``ref_name`` is the same."""
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"ref_name\s*[!=]=|[!=]=\s*github\.ref_name", text), file.name


def test_a_night_tests_only_what_was_not_tested(tmp_path: Path) -> None:
    every = jobs()
    test, build, deploy = (every[f"deploy.{name}"] for name in ("test", "build", "deploy"))
    assert test["if"] == "needs.tested.outputs.before != 'true'"
    passed = "(needs.test.result == 'success' || needs.tested.outputs.before == 'true')"
    assert build["if"] == f"${{{{ !cancelled() && {passed} }}}}"
    assert deploy["if"] == "${{ !cancelled() && needs.build.result == 'success' }}"
    assert "make check publish" in "".join(step.get("run", "") for step in build["steps"])
    (look,) = every["deploy.tested"]["steps"]
    assert look["if"] == "github.event_name == 'schedule'"
    said = {runs: _looked(tmp_path, look["run"], runs) for runs in ("0", "3", "")}
    assert said == {"0": (0, ""), "3": (0, "before=true\n"), "": (2, "")}


def _looked(folder: Path, script: str, runs: str) -> tuple[int, str]:
    """What the step says of so many runs; none at all is how a refusal looks."""
    gh, output = folder / "gh", folder / "output"
    gh.write_text(f'#!/bin/sh\n[ -n "{runs}" ] && echo {runs} || exit 2\n', encoding="utf-8")
    gh.chmod(0o755)
    output.write_text("", encoding="utf-8")
    settings = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "GITHUB_OUTPUT": str(output),
                "GITHUB_SHA": "0" * 40, "GITHUB_REF_NAME": "trunk"}  # fmt: skip
    run = ["bash", "-e", "-c", script]
    made = subprocess.run(run, env=settings, check=False)
    return made.returncode, output.read_text(encoding="utf-8")


def test_the_pythons_and_systems_promised_are_those_tried() -> None:
    oldest, newest = jobs()["ci.test"]["strategy"]["matrix"]["python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={oldest}"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"Python {oldest} to {newest}" in readme
    assert "Linux or macOS" in readme
    macos = jobs()["ci.macos"]
    assert macos["runs-on"] == "macos-latest"
    assert "make check build" in [step.get("run") for step in macos["steps"]]
    others = {
        step["with"]["python-version"]
        for job in jobs().values()
        for step in job.get("steps", [])
        if "setup-python" in step.get("uses", "")
    }
    assert others == {oldest, newest, "${{ matrix.python }}"}


def test_what_makes_the_locks_is_locked() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    asked = re.findall(r"pip install .*", make)
    assert asked
    assert all("--require-hashes" in it for it in asked), asked
    locked = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert re.search(r"^uv==[\d.]+ \\\n    --hash=sha256:", locked, re.MULTILINE)
