"""Firefox, driven by WebDriver BiDi over its own web socket; no geckodriver is needed."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.reader.browser_driver import Driven

_READY = re.compile(r"WebDriver BiDi listening on (\S+)")
# Every name but this machine's leads to a proxy that is not there; no first-run pages.
_PREFERENCES = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.download.folderList": 2,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
}


class Firefox(Driven):
    """One tab, as narrow as a phone."""

    def __init__(self, socket: ClientConnection) -> None:
        super().__init__()
        self._socket = socket
        self._count = 0
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        # A window nobody sees never has the focus; the narrow layout does not wait for it.
        phone = {"width": 390, "height": 844}
        self._ask("browsingContext.setViewport", context=self._tab, viewport=phone)

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": params}))
        while True:
            said = json.loads(self._socket.recv(timeout=60))
            if said.get("method") == "log.entryAdded" and said["params"]["level"] == "error":
                self.errors.append(said["params"]["text"])
            if said.get("id") == self._count:
                assert said["type"] == "success", said
                result: dict[str, Any] = said["result"]
                return result

    def goto(self, address: str) -> None:
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def js(self, expression: str) -> Any:
        code = f"JSON.stringify({expression}) ?? 'null'"
        target = {"context": self._tab}
        said = self._ask("script.evaluate", expression=code, target=target, awaitPromise=True)
        assert said["type"] == "success", said
        return json.loads(said["result"]["value"])

    def perform(self, source: dict[str, Any]) -> None:
        self._ask("input.performActions", context=self._tab, actions=[source])


@contextmanager
def started(command: str, profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window and with a profile of its own."""
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items()]
    lines.append(f'user_pref("browser.download.dir", {json.dumps(str(profile))});')
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    words = [command, "--headless", "--remote-debugging-port=0", "--profile", str(profile)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            ready = next(filter(None, map(_READY.search, process.stderr)))
            with connect(f"{ready[1]}/session", max_size=None, proxy=None) as socket:
                yield Firefox(socket)
        finally:
            process.kill()
