"""One server for all variants, that compresses and lets browsers keep files as hosts do."""

from __future__ import annotations

import gzip
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

_TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml")
_NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{8}\.")


@cache
def _body(file: Path) -> tuple[str, bytes, bool]:
    kind = guess_type(file.name)[0] or "application/octet-stream"
    raw = file.read_bytes()
    compressed = kind.startswith(_TEXT)
    return kind, gzip.compress(raw, 6, mtime=0) if compressed else raw, compressed


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, roots: dict[str, Path], *args: object) -> None:
        self.roots = roots
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        variant, _, path = urlsplit(self.path).path.lstrip("/").partition("/")
        file = self.roots.get(variant, Path()) / (path or ".")
        file = file / "index.html" if file.is_dir() else file
        if variant not in self.roots or not file.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        kind, body, compressed = _body(file)
        kept = "31536000, immutable" if _NAMED_BY_CONTENT.search(file.name) else "600"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if compressed else kind)
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", f"public, max-age={kept}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """A browser that closes hangs up; that is no news."""

    def handle_error(self, *_: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*_)  # type: ignore[arg-type]


@contextmanager
def served(roots: dict[str, Path]) -> Iterator[str]:
    """Serve each folder under its name; yields the address of them all."""
    http = _Server(("127.0.0.1", 0), partial(_Handler, roots))
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}/"
    http.shutdown()
    http.server_close()
