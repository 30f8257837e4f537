"""The small guide as a whole project in a folder of its own: every command builds it, soon."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from guide.paths import ROOT
from guide.show.macros import DECLARED
from tests.once import once
from tests.small import TEXT

# What each page shows: all that the data and the frame of every page link to.
PAGES = {
    # The engine looks for where each link leads, also among what macros write.
    "index": "[Object](opt-out/facebook/web.md)\n\n[Compared](compare.md#side-by-side)",
    "opt-out/index": "[Facebook](facebook/web.md)",
    "opt-out/facebook/web": '{{ route("facebook-web-object") }}',
    "opt-out/menu-names": "{{ menu_labels() }}",
    "opt-out/not-here": "Look in its settings.",
    "rights/eu": '{{ claim("eu-may-object") }}',
    "compare": "{{ compare() }}",
    "about/changes": "{{ changes() }}",
    "about/corrections": "{{ tombstones() }}",
    "about/offline": "{{ downloads() }}",
    "about/sources": "{{ source_index() }}",
    "about/sources/meta": '{{ evidence("meta") }}',
    "about/sources/shared": '{{ evidence("shared") }}',
    "compare/meta": '{{ company("meta") }}',
    "compare/default-on": '{{ question("default-on") }}',
}
# As deep as the guide's own menu, of which the steps of the build know each kind of entry.
_NAV = """nav:
  - Home: index.md
  - Opt out:
      - opt-out/index.md
      - Facebook:
          - In a browser: opt-out/facebook/web.md
      - A service that is not here: opt-out/not-here.md
  - EU and EEA: rights/eu.md
  - Compare:
      - compare.md
      - Default: compare/default-on.md
  - About:
      - Changes: about/changes.md
      - Corrections: about/corrections.md
      - Copies: about/offline.md
      - Sources: about/sources.md
"""
_HEAD = """---
title: "The page {path}"
description: "A page of the small guide, which tests build, and as long as the rules ask for."
{head}---
# The page {path}

## All of it {{ #all }}

"""
CODE = ("guide", "overrides")
"""Folders that no command writes to."""


def scripts_of(body: str) -> list[str]:
    """The scripts that a page's head must name for the macros it calls."""
    called = [macro for name, macro in DECLARED.items() if f" {name}(" in body]
    needed = {script for macro in called for script in macro.scripts}
    every = dict.fromkeys(script for macro in DECLARED.values() for script in macro.scripts)
    return [script for script in every if script in needed]


def small_project(folder: Path, *without: str) -> Path:
    """Write it into a folder. ``without``: names of files and folders to leave out."""
    for part in CODE:  # with what is compiled: it holds while its source is as old
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(*without))
    write_contents(folder)
    return folder


def write_contents(folder: Path) -> None:
    """Write all of it but those."""
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    for part in ("macros.py", "zensical.yml"):
        shutil.copy(ROOT / part, folder)
    for path, body in PAGES.items():
        product = "product: facebook\n" if "facebook" in path else ""
        scripts = f"scripts: [{', '.join(scripts_of(body))}]\n"
        page = folder / "docs" / f"{path}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            _HEAD.format(path=path, head=product + scripts) + f"{body}\n", encoding="utf-8"
        )
    (folder / "docs" / "data").mkdir()
    (folder / "docs" / "data" / "platforms.yml").write_text(TEXT, encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    own, times = re.subn(r"(?m)^nav:\n(?: .*\n)+", _NAV, config)
    assert times == 1
    (folder / "mkdocs.yml").write_text(own, encoding="utf-8")


def run(project: Path, command: str = "build") -> str:
    """Run a command of the guide in it, on a day that is not today's; what it says of mistakes."""
    line = [sys.executable, "-m", "guide", command]
    made = subprocess.run(
        line, cwd=project, env=surroundings(), check=True, capture_output=True, text=True
    )
    return made.stderr


def surroundings() -> dict[str, str]:
    """Of a command."""
    return {**os.environ, "GUIDE_DATE": "2026-11-23", "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Built:
    """The small guide's project with its site, and how it came to be."""

    project: Path
    after_the_kill: str
    """The site's first page after a build that was killed midway: before, it was ``LAST``."""
    said: str
    """By the build after that one."""
    left: list[str]
    """Of either build, in the work folder."""


def built() -> Built:
    """It is built by the first test that asks, after a build that was killed midway."""
    project = once("small", lambda it: _after_a_killed_one(small_project(it)))
    return Built(project, *json.loads((project / HISTORY).read_text(encoding="utf-8")))


LAST = "the last good one"
HISTORY = "history.json"


def _after_a_killed_one(project: Path) -> None:
    page = project / "site" / "index.html"
    page.parent.mkdir()
    page.write_text(LAST)
    line = [sys.executable, "-m", "guide", "build"]
    first = subprocess.Popen(line, cwd=project, env=surroundings(), start_new_session=True)
    while first.poll() is None and not list(project.glob(".build/run-*/built/*")):
        time.sleep(0.01)
    os.killpg(first.pid, signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL
    after = page.read_text()
    said = run(project)
    left = [it.name for it in (project / ".build").glob("run-*")]
    (project / HISTORY).write_text(json.dumps([after, said, left]), encoding="utf-8")
