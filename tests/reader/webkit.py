"""WebKitGTK's small browser, driven by its WebDriver on a screen nobody sees."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.reader.browser_driver import Driven


class WebKit(Driven):
    """One window. Its WebDriver does not tell what the console says."""

    def __init__(self, server: str, browser: str) -> None:
        super().__init__()
        options = {"binary": browser, "args": ["--automation"]}
        always = {"webkitgtk:browserOptions": options}
        made = _ask("POST", f"{server}/session", capabilities={"alwaysMatch": always})
        self._session = f"{server}/session/{made['sessionId']}"

    def goto(self, address: str) -> None:
        _ask("POST", f"{self._session}/url", url=address)

    def js(self, expression: str) -> Any:
        script = f"return JSON.stringify({expression}) ?? 'null'"
        return json.loads(_ask("POST", f"{self._session}/execute/sync", script=script, args=[]))

    def perform(self, source: dict[str, Any]) -> None:
        _ask("POST", f"{self._session}/actions", actions=[source])

    def close(self) -> None:
        """End the browser; the driver goes on."""
        _ask("DELETE", self._session)


@contextmanager
def started(driver: str, screen: str, browser: str, home: Path) -> Iterator[WebKit]:
    """The browser on an unseen screen, with a home of its own."""
    with _screen(screen) as display:
        own = {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home)}
        port = _free()
        env = {**os.environ, **own, "DISPLAY": display}
        with _ended([driver, f"--port={port}"], env=env):
            window = WebKit(_answering(f"http://127.0.0.1:{port}"), browser)
            try:
                yield window
            finally:
                window.close()


@contextmanager
def _screen(command: str) -> Iterator[str]:
    reader, writer = os.pipe()
    with _ended([command, "-displayfd", str(writer), "-screen", "0", "1280x1024x24"],
                pass_fds=[writer], stderr=subprocess.DEVNULL):  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"


@contextmanager
def _ended(words: list[str], **options: Any) -> Iterator[None]:
    """A program that runs as long as it is needed."""
    with subprocess.Popen(words, **options) as process:
        try:
            yield
        finally:
            process.kill()


def _ask(method: str, address: str, **body: Any) -> Any:
    head = {"Content-Type": "application/json"}
    data = json.dumps(body).encode() if method == "POST" else None
    request = urllib.request.Request(address, data, head, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise AssertionError(error.read().decode()) from error


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answering(server: str) -> str:
    """The driver's address, once it answers there."""
    for _ in range(300):
        with suppress(OSError):
            _ask("GET", f"{server}/status")
            return server
        time.sleep(0.1)
    raise AssertionError(f"nothing answers at {server}")
