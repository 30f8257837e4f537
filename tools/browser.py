"""Find a browser of the Chromium family on this machine, or install one.

``python -m tools.browser`` is what ``make test`` calls first. There is no way to
go on without a browser: a test that cannot run would be a test that cannot fail.
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
"""The same without windows: its command and its package on Debian. It opens a page with two thirds
of the work, and keeps none in memory for the Back button."""
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

    ``whole``: one as people have it, not the one without windows.
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


def install() -> None:
    """Try the system's packages where we may, else Playwright's download."""
    if system.install("chromium"):
        system.install(SHELL)  # where the system has it
    else:
        playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(playwright, check=False)


def main() -> int:
    """Say which browser the tests will drive."""
    if not find(whole=True):
        install()
    path = find(whole=True) and find()
    if not path:
        print("No Chromium found or installed; set CHROMIUM to a browser's path.", file=sys.stderr)
        return 1
    print(f"Browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
