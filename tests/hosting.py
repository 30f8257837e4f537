"""A host for a folder, and what one that honours ``_headers`` would send with a file."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from guide.publish import preview
from guide.publish.csp import HEADERS


@cache
def _rules(site: Path) -> str:
    return (site / HEADERS).read_text(encoding="utf-8")


def headers(site: Path, path: str) -> dict[str, str]:
    """Names and values for an address within the site, such as ``/plan/``.

    What two rules give one name stands in one line, with a comma, as Netlify and Cloudflare do.
    """
    found: dict[str, str] = {}
    for name, value in preview.headers(_rules(site), path):
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, for as long as it is needed."""
    handler = partial(_Quiet, directory=os.fspath(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
