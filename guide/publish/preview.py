"""Serve the finished site as a host would: under its own path, with its headers and its 404."""

from __future__ import annotations

import shutil
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from guide import settings
from guide.errors import BuildFailedError
from guide.publish.build import SITE
from guide.publish.csp import HEADERS

PORT = 8001
"""Beside the live preview's, so that both can be looked at."""


class Handler(SimpleHTTPRequestHandler):
    """Answers for one site under a path; everything beside it is not found."""

    def __init__(self, *args: object, path: str, site: Path) -> None:
        self.under = path
        self.site = site
        super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file of an address."""
        inside = path.startswith(self.under)
        return super().translate_path(path[len(self.under) - 1 :] if inside else "/outside")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = self.site / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        if self.command != "HEAD":
            with page.open("rb") as body:
                shutil.copyfileobj(body, self.wfile)

    def end_headers(self) -> None:
        """With what ``_headers`` says, which some hosts send and others do not."""
        path = f"/{self.path.removeprefix(self.under)}"
        for name, value in headers((self.site / HEADERS).read_text(encoding="utf-8"), path):
            self.send_header(name, value)
        super().end_headers()


def headers(text: str, path: str) -> list[tuple[str, str]]:
    """What a file ``_headers`` says for a path of the site."""
    found: list[tuple[str, str]] = []
    applies = False
    for line in filter(None, text.splitlines()):
        if line.startswith("/"):
            applies = path == line or (line.endswith("*") and path.startswith(line[:-1]))
        elif applies:
            name, _, value = line.partition(":")
            found.append((name.strip(), value.strip()))
    return found


def server(site: Path, path: str, port: int = PORT) -> ThreadingHTTPServer:
    """A server for a finished site; only this machine reaches it."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, path=path, site=site))


def serve(site: Path = SITE) -> None:
    """Serve until interrupted."""
    if not (site / HEADERS).exists():
        raise BuildFailedError(f"there is no finished site in {site.name}/: run make build")
    path = urlsplit(settings.current().site_url).path or "/"
    with server(site, path) as http:
        print(f"The finished site: http://127.0.0.1:{http.server_port}{path}")
        print("It does not follow your edits; make build makes it anew.", flush=True)
        try:
            http.serve_forever()
        except KeyboardInterrupt:
            print()
