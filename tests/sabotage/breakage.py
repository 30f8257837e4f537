"""One breakage, and how it is done to a copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from guide.paths import ROOT
from tests import NO_BUILD
from tests.sabotage import engine_output

_OURS = ("GUIDE_TESTED", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True, slots=True)
class Breakage:
    """What is done (``old`` in ``file`` becomes ``new``), and the test that must go red."""

    name: str
    file: str
    old: str
    new: str
    test: str

    @contextmanager
    def applied(self, copy: Path) -> Iterator[None]:
        """Break the copy, and mend it again; ``old`` must stand there exactly once."""
        file = copy / self.file
        whole = file.read_text(encoding="utf-8")
        if whole.count(self.old) != 1:
            raise ValueError(f"{self.file} holds {self.old!r} {whole.count(self.old)} times")
        file.write_text(whole.replace(self.old, self.new), encoding="utf-8")
        try:
            yield
        finally:
            file.write_text(whole, encoding="utf-8")


@contextmanager
def scratch() -> Iterator[Path]:
    """A clone of the project with its uncommitted changes, away from the work tree."""
    with tempfile.TemporaryDirectory(prefix="sabotage-") as name:
        copy = Path(name) / "copy"
        clone = ["git", "clone", "--quiet", "--shared", str(ROOT), str(copy)]
        subprocess.run(clone, check=True)
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for path in filter(None, files.split("\0")):
            if (ROOT / path).exists():
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / path, copy / path)
        yield copy


def _told(case: ET.Element) -> str:
    """The red test's name, or the build's own words where it stopped before any test."""
    _, stopped, said = "".join(it.get("message", "") for it in case).partition(NO_BUILD)
    return f"{stopped}{said}".strip('"') or case.get("name", "")


def noticed(breakage: Breakage, copy: Path, built: Path) -> str | None:
    """What went red under the breakage; nothing if all stayed green.

    ``built``: what the engine makes of the copy while it is whole.
    """
    report = copy.parent / "report.xml"
    report.unlink(missing_ok=True)
    run = [sys.executable, "-m", "pytest", "-n", "0", "-x", "-m", "", f"--junitxml={report}"]
    own = {name: value for name, value in os.environ.items() if name not in _OURS}
    if engine_output.fits(breakage.file):
        own[engine_output.KEPT] = str(built)
    with breakage.applied(copy):
        made = subprocess.run(
            [*run, breakage.test], cwd=copy, env=own, capture_output=True, text=True, check=False
        )
    cases = ET.parse(report).iter("testcase") if report.exists() else []  # noqa: S314 (our own)
    red = [_told(case) for case in cases if {"failure", "error"} & {it.tag for it in case}]
    if made.returncode != bool(red):
        raise RuntimeError(f"{breakage.name}: pytest did not run\n{made.stdout}\n{made.stderr}")
    return red[0] if red else None
