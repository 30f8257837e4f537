"""Ask addresses what they say today, as a polite visitor: one at a time for each host.

Whoever owns one of the addresses decides what this program meets. So one address's fault is
that address's answer; each visit and the whole round have an end; and a redirect is followed
only to plain https addresses that everybody can reach, and is otherwise not even repeated.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal
from urllib.parse import quote, urljoin

from guide.data.types import host
from guide.recheck.allowance import Allowance, TooLargeError
from guide.recheck.bounded_http import Client, Reply, UnreadableError, split
from guide.recheck.network import Network, NotPublicError, UnknownHostError

State = Literal["fine", "moved", "dead", "blocked", "unsafe", "silent"]

HOSTS_AT_ONCE = 8
HOPS = 10
SIZE = 256 * 1024
"""Bytes that all answers of one visit may have: their heads, for no body is read."""

_PERMANENT = {301, 308}
_TOO_MANY = 429
_PLAIN = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address stands; ``why`` is a status, a reason, or where it moved to."""

    state: State
    why: str = ""


NOT_PUBLIC = Answer("unsafe", "blocked: redirects to an address that is not public")
NOT_HTTPS = Answer("unsafe", "blocked: redirects to an address that is not plain https")
INWARD = Answer("unsafe", "blocked: its name leads to an address that is not public")
_NOT_ASKED = Answer("blocked", "not asked")


@dataclass(frozen=True)
class Visitor:
    """Who asks: ``name`` is told to the hosts; the others are seconds.

    ``pause`` lies between two questions to a host, ``patience`` is for one address with all
    its redirects, ``budget`` for a round of all addresses.
    """

    name: str
    pause: float = 1.0
    patience: float = 30.0
    budget: float = 900.0
    network: Network = field(default_factory=Network)

    def ask_all(self, urls: Iterable[str]) -> dict[str, Answer]:
        """Every address's answer; what looks gone or silent is asked once more at the end."""
        answers = self._round(urls)
        doubtful = [url for url, it in answers.items() if it.state in {"dead", "silent"}]
        again = self._round(doubtful)
        return answers | {url: it for url, it in again.items() if it != _NOT_ASKED}

    def _round(self, urls: Iterable[str]) -> dict[str, Answer]:
        by_host = [list(group) for _, group in groupby(sorted(urls, key=host), host)]
        end = time.monotonic() + self.budget
        with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
            rounds = threads.map(lambda own: self._host(own, end), by_host)
            return {url: it for found in rounds for url, it in found}

    def _host(self, urls: list[str], end: float) -> list[tuple[str, Answer]]:
        """A host that says "too many" is left alone for the rest of the round."""
        found: list[tuple[str, Answer]] = []
        for url in urls:
            if time.monotonic() >= end:
                break
            answer = self._ask(url)
            found.append((url, answer))
            if answer.why == str(_TOO_MANY):
                break
            time.sleep(self.pause)
        return found + [(url, _NOT_ASKED) for url in urls[len(found) :]]

    def _ask(self, url: str) -> Answer:
        try:
            return self._follow(url)
        except UnknownHostError:
            return Answer("dead", "its host is not found")
        except TimeoutError:
            return Answer("silent", "no answer in time")
        except TooLargeError:
            return Answer("silent", "its answer has no end")
        except Exception as error:  # noqa: BLE001 (a server decides what; it loses one answer)
            return Answer("silent", type(error).__name__)

    def _follow(self, url: str) -> Answer:
        """To the end of its redirects; it has moved as far as each said "for good"."""
        client = Client({"User-Agent": self.name}, self.network)
        allowance = Allowance(self.patience, SIZE)
        here = home = url
        for_good = True
        for _ in range(HOPS):
            try:
                reply = _open(client, here, allowance)
            except (NotPublicError, UnknownHostError) as error:
                # The two are told alike, so that no answer says which names exist inside.
                if here != url:
                    return NOT_PUBLIC
                if isinstance(error, NotPublicError):
                    return INWARD
                raise
            if not reply.location:
                return _judge(reply.status, home if home != url else "")
            onward = _onward(here, reply.location)
            if not onward:
                return NOT_HTTPS
            here = onward
            for_good = for_good and reply.status in _PERMANENT
            home = here if for_good else home
        return Answer("blocked", "it redirects without end")


def _open(client: Client, url: str, allowance: Allowance) -> Reply:
    """The answer to HEAD; where a server refuses HEAD, to GET with the body left unread."""
    reply = client.ask("HEAD", url, allowance)
    return reply if reply.status < 400 else client.ask("GET", url, allowance)


def _onward(here: str, location: str) -> str | None:
    """Where a redirect leads, in ASCII as browsers send it; nothing if we do not go there."""
    try:
        onward = urljoin(here, quote(location.strip().encode("latin-1"), safe=_PLAIN))
        parts = split(onward)
    except (UnreadableError, ValueError):
        return None
    return onward if parts.scheme == "https" and parts.port in {None, 443} else None


def _judge(status: int, moved_to: str) -> Answer:
    if status < 400:
        return Answer("moved", moved_to) if moved_to else Answer("fine")
    if status in {404, 410}:
        return Answer("dead", str(status))
    # 403, 429, 999 and the like: it is there, and does not talk to programs.
    return Answer("silent" if 500 <= status < 600 else "blocked", str(status))
