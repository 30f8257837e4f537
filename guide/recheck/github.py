"""GitHub's REST API, as far as it is needed here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from urllib3 import PoolManager, Retry, Timeout
from urllib3.exceptions import HTTPError

from guide.recheck.finding import WatchError

PAGE = 100


class GitHub:
    """The API at ``root``; without a ``token`` it gives what is public and takes nothing."""

    def __init__(self, root: str, token: str = "") -> None:
        headers = {
            "Accept": "application/vnd.github+json",
            "User-Agent": "ai-training-opt-out-guide",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        self._root = root
        self._pool = PoolManager(
            headers=headers | ({"Authorization": f"Bearer {token}"} if token else {}),
            retries=Retry(3, backoff_factor=1, status_forcelist=(502, 503, 504)),
            timeout=Timeout(30),
        )

    def get(self, path: str, /, **fields: str) -> Any:
        """What is at a path; ``WatchError`` if it is not to be had."""
        return self._ask("GET", path, fields=fields)

    def each(self, path: str, /, **fields: str) -> Iterator[Any]:
        """Every entry of a list, page after page."""
        number, got = 1, PAGE
        while got == PAGE:
            page = self.get(path, **fields, per_page=str(PAGE), page=str(number))
            yield from page
            number, got = number + 1, len(page)

    def send(self, method: str, path: str, /, **values: Any) -> None:
        """Make or change what is at a path."""
        self._ask(method, path, json=values)

    def _ask(self, method: str, path: str, **what: Any) -> Any:
        try:
            answer = self._pool.request(method, self._root + path, **what)
        except HTTPError as error:
            raise WatchError(f"{method} {path}: {type(error).__name__}") from None
        if answer.status >= 300:
            raise WatchError(f"{method} {path}: {answer.status}")
        return answer.json()
