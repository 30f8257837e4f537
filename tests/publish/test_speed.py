"""The performance layer is one folder; without it the site works, heavier."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.paths import ROOT
from tests.conftest import SITE, TESTED

FINISH = """
import sys
from pathlib import Path
from guide import settings
from guide.show.book import open_book
from guide.publish.engines import mkdocs
from guide.publish.site import Site, take, write
from guide.publish.steps import STEPS
built, out = map(Path, sys.argv[1:])
if not built.exists():
    mkdocs(built)
site = Site.read(built, open_book(), settings.current())
take(site, STEPS)
write(site.content(), out)
"""


@pytest.fixture(scope="module")
def heavier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a copy of the project makes it that lacks the folder."""
    project = tmp_path_factory.mktemp("heavier") / "project"
    leave = shutil.ignore_patterns("__pycache__", "speed")
    for part in ("docs", "overrides", "guide"):
        shutil.copytree(ROOT / part, project / part, ignore=leave)
    for part in ("mkdocs.yml", "macros.py"):
        shutil.copy(ROOT / part, project)
    out = project / "site"
    command = [sys.executable, "-c", FINISH, str(TESTED / "unfinished"), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return out


def pages(site: Path) -> dict[str, Path]:
    return {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}


def test_without_the_folder_the_site_works(heavier: Path) -> None:
    ours, theirs = pages(SITE), pages(heavier)
    assert ours.keys() == theirs.keys()
    for file in theirs.values():
        html = file.read_text(encoding="utf-8")
        for address in re.findall(
            r'<(?:script|link)\b[^>]*?(?:src|href)="([^":#]+\.(?:js|css))"', html
        ):
            target = (
                heavier / address.removeprefix("/guide/")
                if address[0] == "/"
                else file.parent / address
            )
            assert target.exists(), (file, address)
        assert 'http-equiv="Content-Security-Policy"' in html
    headers = (heavier / "_headers").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in headers
    assert "immutable" not in headers


def test_it_is_worth_its_folder(heavier: Path) -> None:
    """What a browser must fetch before it shows anything."""

    def blocking(site: Path) -> int:
        page = site / "opt-out" / "facebook" / "web" / "index.html"
        head = page.read_text(encoding="utf-8").split("</head>")[0]
        shown = re.sub(r"<noscript>.*?</noscript>", "", head)
        links = re.findall(r'<(?:script src|link rel="?stylesheet"? href)="?([^"> ]+)', shown)
        return sum((page.parent / link).stat().st_size for link in links)

    assert blocking(SITE) == 0
    assert blocking(heavier) > 150_000
