"""GitHub's REST API, as far as it is needed here."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlencode

from guide.recheck.allowance import Allowance
from guide.recheck.bounded_http import Client, Reply
from guide.recheck.finding import RecheckError
from guide.settings import FILE_NAME

PAGE = 100
PAGES = 50
"""A list that goes on after so many pages is not ours."""

_SIZE = 32 * 1024 * 1024
_PASSING = {502, 503, 504}


class RefusedError(RecheckError):
    """The API answered, and not with what was asked for; ``status`` says how."""

    def __init__(self, asked: str, status: int) -> None:
        self.status = status
        super().__init__(f"{asked}: {status}")


class GitHub:
    """The API at ``root``; without a ``token`` it gives what is public and takes nothing.

    Who runs this names the root, so it may stand anywhere. ``patience`` is the seconds one
    answer may take, ``pause`` those before what failed in passing is asked once more.
    """

    def __init__(
        self, root: str, token: str = "", patience: float = 60.0, pause: float = 2.0
    ) -> None:
        headers = {
            "Accept": "application/vnd.github+json",
            "Content-Type": "application/json",
            "User-Agent": FILE_NAME,
            "X-GitHub-Api-Version": "2022-11-28",
        }
        own = {"Authorization": f"Bearer {token}"} if token else {}
        self._client = Client(headers | own, public_only=False)
        self._root = root
        self._patience = patience
        self._pause = pause

    def get(self, path: str, /, **fields: str) -> Any:
        """What is at a path; ``RecheckError`` if it is not to be had."""
        query = f"?{urlencode(fields)}" if fields else ""
        return self._ask("GET", path, query)

    def each(self, path: str, /, **fields: str) -> Iterator[Any]:
        """Every entry of a list, page after page."""
        for number in range(1, PAGES + 1):
            page = self.get(path, **fields, per_page=str(PAGE), page=str(number))
            yield from page
            if len(page) < PAGE:
                return
        raise RecheckError(f"GET {path}: more than {PAGES} pages")

    def send(self, method: str, path: str, /, **values: Any) -> Any:
        """Make or change what is at a path; what is there then."""
        return self._ask(method, path, sent=json.dumps(values).encode())

    def _ask(self, method: str, path: str, query: str = "", sent: bytes | None = None) -> Any:
        reply = self._reply(method, path, query, sent)
        # A write is not repeated: it may have been done although its answer was lost.
        if sent is None and reply.status in _PASSING:
            time.sleep(self._pause)
            reply = self._reply(method, path, query, sent)
        if not 200 <= reply.status < 300:
            raise RefusedError(f"{method} {path}", reply.status)
        try:
            return json.loads(reply.body)
        except (ValueError, RecursionError):
            raise RecheckError(f"{method} {path}: its answer is not JSON") from None

    def _reply(self, method: str, path: str, query: str, sent: bytes | None) -> Reply:
        url = f"{self._root}{quote(path)}{query}"
        try:
            allowance = Allowance(self._patience, _SIZE)
            return self._client.ask(method, url, allowance, sent=sent, read=True)
        except (OSError, HTTPException, ValueError) as error:
            raise RecheckError(f"{method} {path}: {type(error).__name__}") from None
