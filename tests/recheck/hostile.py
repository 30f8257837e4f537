"""A server that does not keep to the protocol: what it sends is named by the path asked for.

Everything it does ends by itself, with an honest answer: whoever waits that long, or reads
that much, finds the address fine.
"""

from __future__ import annotations

import gzip
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias

Send: TypeAlias = Callable[[bytes], None]

FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
DRIP = 0.05
DRIPS = 200
"""Ten seconds of drops."""


def redirect(location: bytes) -> bytes:
    return b"HTTP/1.1 301 Moved\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"


def _slowly(send: Send, drop: bytes) -> None:
    for _ in range(DRIPS):
        send(drop)
        time.sleep(DRIP)


def drip_status(send: Send) -> None:
    send(b"HTTP/1.1 200 ")
    _slowly(send, b"O")
    send(b"\r\nContent-Length: 0\r\n\r\n")


def drip_headers(send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nX: ")
    _slowly(send, b"x")
    send(b"\r\nContent-Length: 0\r\n\r\n")


def drip_continue(send: Send) -> None:
    _slowly(send, b"HTTP/1.1 100 Continue\r\n\r\n")
    send(FINE)


def drip_redirects(send: Send) -> None:
    time.sleep(2 * DRIP)
    send(redirect(b"/drip-redirects"))


def drip_body(send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Length: 202\r\n\r\n[")
    _slowly(send, b" ")
    send(b"]")


def flood_continue(send: Send) -> None:
    for _ in range(300):
        send(b"HTTP/1.1 100 Continue\r\nX: " + b"x" * 2_000 + b"\r\n\r\n")
    send(FINE)


def flood_redirects(send: Send) -> None:
    send(redirect(b"/flood-redirects")[:-2] + b"X: " + b"x" * 60_000 + b"\r\n\r\n")


def long_header(send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 400_000 + b"\r\nContent-Length: 0\r\n\r\n")


def flood_body(send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\n\r\n[")
    for _ in range(40):
        send(b" " * 1_000_000)
    send(b"]")


def bomb(send: Send) -> None:
    packed = gzip.compress(b"0" * 50_000_000)
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
    send(head.encode() + packed)


def deep(send: Send) -> None:
    body = b"[" * 200_000
    send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


HABITS: dict[str, Callable[[Send], None]] = {
    it.__name__.replace("_", "-"): it
    for it in (
        drip_status, drip_headers, drip_continue, drip_redirects, drip_body, flood_continue,
        flood_redirects, long_header, flood_body, bomb, deep,
    )
}  # fmt: skip


@contextmanager
def hostile(said: dict[str, bytes] | None = None) -> Iterator[tuple[str, Counter[str]]]:
    """Its address and a count of the paths asked for; ``said`` are whole answers for paths."""
    answers = said or {}
    asked: Counter[str] = Counter()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            words = self.rfile.readline().split()
            while self.rfile.readline().strip():
                pass
            path = words[1].decode().split("?")[0] if len(words) > 1 else ""
            asked[path] += 1
            with suppress(OSError):  # whoever asked has hung up
                if habit := HABITS.get(path.strip("/")):
                    habit(self._send)
                else:
                    self._send(answers.get(path, FINE))

        def _send(self, data: bytes) -> None:
            self.request.sendall(data)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", asked
        finally:
            server.shutdown()
