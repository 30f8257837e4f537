"""Find a browser of the Chromium family on this machine, or install one.

``python -m tools.browser`` is what ``make test`` calls first. There is no way to
go on without a browser: a test that cannot run would be a test that cannot fail.
With ``whole`` it is one with windows, which benchmarks are measured with.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools import system

SHELL = "chromium-headless-shell"
"""The same browser without windows: its command and its package, on Debian. A seventh less work."""
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no name leads anywhere
)


def find(*, whole: bool = False) -> str | None:
    """The browser's path: ``$CHROMIUM``, one on the system, or Playwright's own.

    ``whole``: not the one without windows.
    """
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    for name in WHOLE if whole else (SHELL, *WHOLE):
        if path := shutil.which(name):
            return path
    for app in APPS:
        if app.exists():
            return str(app)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return str(own) if own.exists() else None


def install(*, whole: bool) -> None:
    """Try the system's packages where we may, else Playwright's download."""
    if not any(map(system.install, WHOLE[:1] if whole else (SHELL, *WHOLE[:1]))):
        playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(playwright, check=False)


def main() -> int:
    """Say which browser will be driven."""
    whole = "whole" in sys.argv[1:]
    if not find(whole=whole):
        install(whole=whole)
    path = find(whole=whole)
    if not path:
        print("No Chromium found or installed; set CHROMIUM to a browser's path.", file=sys.stderr)
        return 1
    print(f"Browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
