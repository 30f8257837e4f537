"""How long builds take and how much memory they hold, beside the same pages without macros."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.paths import ROOT
from tools.bench import tenfold, variants
from tools.bench.memory import mib

_PARTS = ("docs", "overrides", "guide")
_FILES = ("mkdocs.yml", "macros.py", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Builds:
    """Seconds a build, in order of the runs; the most memory held, in MiB."""

    cold: list[float]
    page: list[float]
    data: list[float]
    memory: list[float]


def copied(folder: Path) -> Path:
    """The project as it is, to be edited and built elsewhere."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in _PARTS:
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    for name in _FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def compared(folder: Path, times: int) -> dict[str, Builds]:
    """The pages with macros and without, in turn, each in a fresh process."""
    projects = {
        "guide": copied(folder / "macros"),
        "plain": variants.without_macros(folder / "plain"),
    }
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in projects}
    for _ in range(times):
        for name, project in projects.items():
            runs[name].append(_rebuilt(project))
    return {name: _joined(found) for name, found in runs.items()}


def _rebuilt(project: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tools.bench.rebuild", "1"]
    env = {**os.environ, "PYTHONPATH": f"{project.resolve()}{os.pathsep}{ROOT}"}
    made = subprocess.run(command, cwd=project, env=env, check=True, capture_output=True)
    said: dict[str, Any] = json.loads(made.stdout)
    return said


def _joined(runs: list[dict[str, Any]]) -> Builds:
    return Builds(
        [run["cold"] for run in runs],
        [seconds for run in runs for seconds in run["page"]],
        [seconds for run in runs for seconds in run["data"]],
        [run["memory"] for run in runs],
    )


def finishing(folder: Path, times: int) -> list[dict[str, float]]:
    """What is done to the built site, step by step, each run in a fresh process."""
    built = folder / "built"
    variants.engine(ROOT, "mkdocs.yml", built)
    command = [sys.executable, "-m", "tools.bench.finishing", str(built.resolve())]
    runs = [subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
            for _ in range(times)]  # fmt: skip
    return [json.loads(run) for run in runs]


def finished(project: Path) -> tuple[float, float]:
    """A whole ``make build`` in a copy of the project: seconds, and MiB held at the most."""
    before = time.perf_counter()
    command = [sys.executable, "-m", "guide", "build"]
    env = {**os.environ, "PYTHONPATH": str(project.resolve())}
    with subprocess.Popen(command, cwd=project, env=env, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{project.name} was not built")
    return time.perf_counter() - before, mib(usage.ru_maxrss)


def tenfold_copy(folder: Path) -> tuple[Path, int]:
    """A copy with ten times the routes, and how many that is."""
    project = copied(folder / "tenfold")
    return project, tenfold.multiply(project)
