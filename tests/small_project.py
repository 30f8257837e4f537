"""The small guide as a whole project in a folder of its own: every command builds it, soon."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from guide.paths import ROOT
from guide.show.macros import DECLARED
from tests.once import once
from tests.small import TEXT

# What each page shows: all that the data and the frame of every page link to.
PAGES = {
    "index": "[Object](opt-out/facebook/web.md)",
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


def run(project: Path, command: str = "build") -> None:
    """Run a command of the guide in it, on a day that is not today's."""
    environment = {**os.environ, "GUIDE_DATE": "2026-11-23", "NO_MKDOCS_2_WARNING": "1"}
    line = [sys.executable, "-m", "guide", command]
    subprocess.run(line, cwd=project, env=environment, check=True, capture_output=True)


def built() -> Path:
    """The small guide's project with its site, built by the first test that asks."""
    return once("small", lambda it: run(small_project(it)))
