"""The finished site, served as a host would."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3

from guide.errors import BuildFailedError
from guide.publish import preview

HEADERS = "/*\n  X-All: yes: all\n\n/data/*\n  X-Data: yes\n"
FILES = {"index.html": "home", "data/a.json": "{}", "404.html": "not here", "_headers": HEADERS}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with preview.server(tmp_path, "/guide/", 0) as http:
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def test_it_stands_under_its_path_with_its_headers(served: str) -> None:
    home = urllib3.request("GET", f"{served}/guide/")
    assert (home.status, home.data, home.headers["X-All"]) == (200, b"home", "yes: all")
    assert "X-Data" not in home.headers
    assert urllib3.request("GET", f"{served}/guide/data/a.json").headers["X-Data"] == "yes"


@pytest.mark.parametrize("path", ["/", "/guide/none/", "/guide/../_headers"])
def test_what_is_not_there_has_the_sites_own_page(served: str, path: str) -> None:
    answer = urllib3.request("GET", f"{served}{path}")
    assert (answer.status, answer.data) == (404, b"not here")


def test_without_a_finished_site_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BuildFailedError, match="run make build"):
        preview.serve(tmp_path)
