"""What the engine makes of the guide as it is, for breakages of files that the engine does not read.

It takes half of a build, and more than half of all breakages are in such files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from guide.paths import DOCS

KEPT = "GUIDE_ENGINE_OUTPUT"
"""Tells tests where it is."""
_UNREAD = ("docs/assets/", "guide/publish/", "overrides/publish/")
_MAKE = "import sys; from pathlib import Path; from tests.conftest import ENGINE; ENGINE(Path(sys.argv[1]))"


def keep(copy: Path, folder: Path) -> None:
    """Have the engine build the copy of the project into a folder."""
    own = {**os.environ, "GUIDE_TESTED": str(folder)}
    subprocess.run([sys.executable, "-c", _MAKE, str(folder)], cwd=copy, env=own, check=True)


def fits(file: str) -> bool:
    """Whether the engine makes the same of the guide whatever this file holds."""
    return file.startswith(_UNREAD)


def again(folder: Path) -> None:
    """An engine: what was kept, with the scripts and styles that are there now."""
    shutil.copytree(os.environ[KEPT], folder, copy_function=os.link)
    shutil.copytree(DOCS / "assets", folder / "assets", copy_function=_anew, dirs_exist_ok=True)


def _anew(source: str, to: str) -> None:
    Path(to).unlink(missing_ok=True)  # what is kept is the same file under another name
    shutil.copy2(source, to)
