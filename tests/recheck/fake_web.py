"""Servers on this machine that answer as the web does: pages, walls, and GitHub's API.

``network`` is the way to them: a name leads to the address that a table gives it, as on the
internet; every connection then ends at the server here, and is not encrypted.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from guide.recheck.network import Network, UnknownHostError

SLOW = 2.0
"""Seconds a silent page takes."""
SITE = "https://site.example"
PUBLIC = "93.184.215.14"


def network(root: str, names: dict[str, list[str]] | None = None) -> Network:
    """Names of ``names`` mean what it says, ``lapsed.*`` nothing, all others a public address."""
    known = names or {}

    def look_up(name: str, _port: int) -> list[str]:
        if name.startswith("lapsed."):
            raise UnknownHostError(name)
        return known.get(name, [PUBLIC])

    def connect(_address: str, _port: int, seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", urlsplit(root).port or 0), seconds)

    return Network(look_up, connect, lambda plain, _name: plain)


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """The server's address while it stands."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    http.daemon_threads = True
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{http.server_port}"
    finally:
        http.shutdown()
        http.server_close()


class Quiet(BaseHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def pages() -> tuple[type[Quiet], Counter[tuple[str, str]]]:
    """Pages named for what they do, and a count of (method, path) that were asked for."""
    asked: Counter[tuple[str, str]] = Counter()

    class Pages(Quiet):
        def do_HEAD(self) -> None:
            asked[self.command, self.path] += 1
            match self.path.strip("/").split("/"):
                case ["redirect", status, *target]:
                    self.answer(int(status), Location=f"/{'/'.join(target)}")
                case ["status", status]:
                    self.answer(int(status))
                case ["get-only"]:
                    self.answer(200 if self.command == "GET" else 405)
                case ["slow-once"] if asked[self.command, self.path] > 1:
                    self.answer(200)
                case ["gone-once"] if asked["GET", self.path] > 1:
                    self.answer(200)
                case ["gone-once"]:
                    self.answer(404)
                case _:
                    time.sleep(SLOW)

        do_GET = do_HEAD  # noqa: N815

    return Pages, asked


@dataclass
class FakeGitHub:
    """Issues of one repository, and the commits of documents; what was written is kept."""

    issues: list[dict[str, Any]] = field(default_factory=list)
    commits: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    written: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    key: str = "open sesame"

    def handler(self) -> type[Quiet]:
        fake = self

        class Api(Quiet):
            def do_GET(self) -> None:
                fake.asked.append(self.path)
                parts = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                if parts.path.endswith("/issues"):
                    start = (int(query["page"]) - 1) * int(query["per_page"])
                    self._give(fake.issues[start : start + int(query["per_page"])])
                elif (document := f"{parts.path}?{query.get('path')}") in fake.commits:
                    self._give(fake.commits[document])
                else:
                    self.answer(404, b"{}")

            def do_POST(self) -> None:
                if self.headers["Authorization"] != f"Bearer {fake.key}":
                    self.answer(401, b"{}")
                    return
                values = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                fake.written.append((self.command, self.path, values))
                self.answer(201, b"{}")

            do_PATCH = do_POST  # noqa: N815

            def _give(self, value: Any) -> None:
                self.answer(200, json.dumps(value).encode())

        return Api
