"""Ask addresses what they say today, as a polite visitor: one at a time for each host."""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from typing import Literal
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, PoolManager, Timeout, exceptions

from guide.fields import host

State = Literal["fine", "moved", "dead", "blocked", "silent"]

HOSTS_AT_ONCE = 8
HOPS = 10
_PERMANENT = {301, 308}
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address stands; ``why`` is a status, a reason, or where it moved to."""

    state: State
    why: str = ""


@dataclass(frozen=True)
class Visitor:
    """Who asks: ``name`` is told to the hosts; ``pause`` and ``patience`` are seconds."""

    name: str
    pause: float = 1.0
    patience: float = 20.0

    def ask_all(self, urls: Iterable[str]) -> dict[str, Answer]:
        """Every address's answer; what looks gone or silent is asked once more at the end."""
        answers = self._round(urls)
        doubtful = [url for url, it in answers.items() if it.state in {"dead", "silent"}]
        return answers | self._round(doubtful)

    def _round(self, urls: Iterable[str]) -> dict[str, Answer]:
        by_host = [list(group) for _, group in groupby(sorted(urls, key=host), host)]
        with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
            return {url: it for found in threads.map(self._host, by_host) for url, it in found}

    def _host(self, urls: list[str]) -> list[tuple[str, Answer]]:
        """A host that says "too many" is left alone for the rest of the round."""
        found: list[tuple[str, Answer]] = []
        with PoolManager(headers={"User-Agent": self.name}, retries=False) as pool:
            for url in urls:
                answer = self._ask(pool, url)
                found.append((url, answer))
                if answer.why == str(_TOO_MANY):
                    break
                time.sleep(self.pause)
        return found + [(url, Answer("blocked", "not asked")) for url in urls[len(found) :]]

    def _ask(self, pool: PoolManager, url: str) -> Answer:
        try:
            return self._follow(pool, url)
        except exceptions.NameResolutionError:
            return Answer("dead", "its host is not found")
        except exceptions.TimeoutError:
            return Answer("silent", "no answer in time")
        except exceptions.HTTPError as error:
            return Answer("silent", type(error).__name__)

    def _follow(self, pool: PoolManager, url: str) -> Answer:
        """To the end of its redirects; it has moved as far as each said "for good"."""
        here = home = url
        for_good = True
        for _ in range(HOPS):
            answer = self._open(pool, here)
            target = answer.get_redirect_location()
            if not target:
                return _judge(answer.status, home if home != url else "")
            here = urljoin(here, target)
            for_good = for_good and answer.status in _PERMANENT
            home = here if for_good else home
        return Answer("blocked", "it redirects without end")

    def _open(self, pool: PoolManager, url: str) -> BaseHTTPResponse:
        """Its head; what is refused so is asked for as a browser would, body unread."""
        answer = self._request(pool, "HEAD", url)
        return answer if answer.status < 400 else self._request(pool, "GET", url)

    def _request(self, pool: PoolManager, method: str, url: str) -> BaseHTTPResponse:
        patience = Timeout(connect=self.patience, read=self.patience)
        answer = pool.request(method, url, redirect=False, preload_content=False, timeout=patience)
        answer.close()
        return answer


def _judge(status: int, moved_to: str) -> Answer:
    if status < 400:
        return Answer("moved", moved_to) if moved_to else Answer("fine")
    if status in {404, 410}:
        return Answer("dead", str(status))
    # 403, 429, 999 and the like: it is there, and does not talk to programs.
    return Answer("silent" if 500 <= status < 600 else "blocked", str(status))
