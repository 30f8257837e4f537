"""Draw the README's picture: ``make picture``, after the home page changed."""

from __future__ import annotations

from playwright.sync_api import sync_playwright

from guide.paths import ROOT
from guide.publish import build
from tools import browser

PICTURE = ROOT / ".github" / "picture.png"


def main() -> None:
    """Build, open the home page, write the picture."""
    build.offline_copy()
    with sync_playwright() as playwright:
        path = browser.find()
        launched = playwright.chromium.launch(executable_path=path, args=list(browser.FLAGS))
        page = launched.new_page(viewport={"width": 1120, "height": 700})
        page.goto((build.DIST / "offline" / "index.html").as_uri())
        page.screenshot(path=PICTURE)
        launched.close()


if __name__ == "__main__":
    main()
