"""Each published language, whole: its pages, their weight, and search in its words.

They are built as by somebody who names a repository and a mail, which weighs more.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guide.addresses import ENGLISH, of_language
from guide.data.book import Book
from guide.i18n import language
from guide.paths import ROOT
from tests.conftest import once
from tests.reader.test_route_pages import FORK, HEAVIER, KIB, kib, route_pages
from tools import questions

pytestmark = pytest.mark.audit

PUBLISHED = [code for code in language.every() if language.named(code).published]
LONGER = 1.09
"""As much heavier than its limit in English a page may be: Polish needs the most."""
NEAR = 90.0
"""Of a hundred questions in the language, so many have an answer among the first three pages."""
_ID = re.compile(r'\bid="?([\w-]+)')
_BUILD = """
import sys
from pathlib import Path
from guide.publish import build
build.site(Path(sys.argv[1]))
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _build(place: Path) -> None:
    environment = {
        **os.environ,
        "LANGUAGES": ",".join([ENGLISH, *PUBLISHED]),
        "REPO_URL": "https://github.com/us/guide",
        "REPORT_CONTACT": "us@guide.example",
    }
    line = [sys.executable, "-c", _BUILD, os.fspath(place)]
    subprocess.run(line, cwd=ROOT, env=environment, check=True, capture_output=True)


@pytest.fixture(scope="module")
def all_languages() -> Path:
    return once("all languages", _build)


@pytest.fixture(scope="module")
def served(all_languages: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=os.fspath(all_languages))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("code", PUBLISHED)
def test_every_address_of_english_is_there(all_languages: Path, code: str) -> None:
    own = all_languages / of_language(code)
    for page in all_languages.rglob("index.html"):
        path = page.relative_to(all_languages)
        if f"{path.parts[0]}/" not in map(of_language, PUBLISHED):
            there = [sorted(_ID.findall(it.read_text("utf-8"))) for it in (page, own / path)]
            assert there[0] == there[1], path


@pytest.mark.parametrize("code", [ENGLISH, *PUBLISHED])
def test_no_page_of_steps_is_heavier_than_its_limit(
    all_languages: Path, book: Book, code: str
) -> None:
    own = all_languages / of_language(code)
    found = {it: kib((own / it / "index.html").read_bytes()) for it in route_pages(book)}
    longer = 1 if code == ENGLISH else LONGER
    most = {page: KIB * longer * (1.1 if page in HEAVIER else 1) + FORK for page in found}
    assert {page: size for page, size in found.items() if size > most[page]} == {}


@pytest.mark.parametrize("code", PUBLISHED)
def test_search_answers_in_the_language(served: str, chromium: Browser, code: str) -> None:
    lines = [it for it in questions.read() if it.language == code[:2]]
    page = chromium.new_page()
    page.goto(f"{served}{of_language(code)}compare/")
    answers = questions.ask(page, lines)
    page.close()
    missed = [f"{it.question.typed} → {it.pages[:3]}" for it in answers if not it.near]
    assert lines
    assert questions.share(answers)[1] >= NEAR, missed
