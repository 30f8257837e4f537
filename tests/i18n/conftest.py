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
build.site(Path(sys.argv[1]))
"""


def _build(place: Path) -> None:
    environment = {
        **os.environ,
        "LANGUAGES": ",".join([ENGLISH, *PUBLISHED]),
        "REPO_URL": "https://github.com/us/guide",  # both make pages heavier
        "REPORT_CONTACT": "us@guide.example",
    }
    line = [sys.executable, "-c", _BUILD, os.fspath(place)]
    subprocess.run(line, cwd=ROOT, env=environment, check=True, capture_output=True)


@pytest.fixture(scope="session")
def all_languages() -> Path:
    return once("all languages", _build)


@pytest.fixture(scope="session")
def served(all_languages: Path) -> Iterator[str]:
    with hosting(all_languages) as address:
        yield address
