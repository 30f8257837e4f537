"""One request and its answer, within an allowance: however a server drips or floods, it ends.

Python's ``http.client``, and ``urllib3`` over it, bound each read but never their sum: a
server that sends a byte now and then holds them for ever. Here the connection itself is
bounded, so whatever reads from it is. Nothing is kept open and nothing is unpacked.
"""

from __future__ import annotations

import io
import re
import socket
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from typing import Any, cast
from urllib.parse import SplitResult, urlsplit

from guide.recheck.allowance import Allowance
from guide.recheck.network import Network

_HOST = re.compile(r"[A-Za-z0-9._:-]+")
_PORTS = {"https": 443, "http": 80}
_CHUNK = 65536


class UnreadableError(ValueError):
    """It is no address that can be asked."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said; ``body`` only if it was asked for."""

    status: int
    location: str | None = None
    body: bytes = b""


@dataclass(frozen=True)
class Client:
    """Who asks: what it says of itself, by which network, and whether it stays among strangers."""

    headers: dict[str, str]
    network: Network = field(default_factory=Network)
    public_only: bool = True

    def ask(
        self, method: str, url: str, allowance: Allowance, *, sent: bytes | None = None,
        read: bool = False,
    ) -> Reply:  # fmt: skip
        """The answer of one address; redirects are not followed."""
        parts = split(url)
        name, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        tls = parts.scheme == "https"
        opened = self.network.open(name, port, allowance, tls=tls, public=self.public_only)
        with opened as line:
            talk = HTTPConnection(name, port)
            talk.sock = cast("socket.socket", _Bounded(line, allowance))
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            headers = {**self.headers, "Host": parts.netloc, "Connection": "close"}
            talk.request(method, target, sent, headers)
            answer = talk.getresponse()
            body = b"".join(iter(lambda: answer.read(_CHUNK), b"")) if read else b""
            return Reply(answer.status, _location(answer), body)


def split(url: str) -> SplitResult:
    """An address in its parts; ``UnreadableError`` if it is none, or holds a user's name."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UnreadableError from None
    host = parts.hostname or ""
    if parts.scheme not in _PORTS or "@" in parts.netloc or port == 0 or not url.isascii():
        raise UnreadableError
    if not _HOST.fullmatch(host) or not all(0 < len(it) < 64 for it in host.strip(".").split(".")):
        raise UnreadableError
    return parts


def _location(answer: HTTPResponse) -> str | None:
    return answer.getheader("Location") if answer.status in {301, 302, 303, 307, 308} else None


class _Bounded:
    """As much of a socket as ``http.client`` uses."""

    def __init__(self, line: socket.socket, allowance: Allowance) -> None:
        self._line = line
        self._allowance = allowance

    def sendall(self, data: bytes) -> None:
        self._line.settimeout(self._allowance.seconds())
        self._line.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._line, self._allowance))

    def close(self) -> None:
        """Whoever opened the connection closes it: an answer may still be read."""


class _Reader(io.RawIOBase):
    def __init__(self, line: socket.socket, allowance: Allowance) -> None:
        self._line = line
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._line.settimeout(self._allowance.seconds())
        got = self._line.recv_into(buffer)
        self._allowance.spend(got)
        return got
