"""The whole guide in every published language, built once for all audits that read it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.addresses import ENGLISH
from guide.paths import ROOT
from tests.hosting import hosting
from tests.i18n import PUBLISHED
from tests.once import once

_BUILD = """
import sys
from pathlib import Path
from guide.publish import build
build.offline_copy(*map(Path, sys.argv[1:]))
"""


def _copies(site: Path) -> Path:
    return site.with_name(f"copies of {site.name}")


def _build(place: Path) -> None:
    environment = {
        **os.environ,
        "LANGUAGES": ",".join([ENGLISH, *PUBLISHED]),
        "REPO_URL": "https://github.com/us/guide",  # both make pages heavier
        "REPORT_CONTACT": "us@guide.example",
    }
    line = [sys.executable, "-c", _BUILD, *map(os.fspath, (_copies(place), place))]
    subprocess.run(line, cwd=ROOT, env=environment, check=True, capture_output=True)


@pytest.fixture(scope="session")
def all_languages() -> Path:
    return once("all languages", _build)


@pytest.fixture(scope="session")
def all_copies(all_languages: Path) -> Path:
    """What people take along of each."""
    return _copies(all_languages)


@pytest.fixture(scope="session")
def served(all_languages: Path) -> Iterator[str]:
    with hosting(all_languages) as address:
        yield address
