"""Several languages from one command: English at the root, each other below it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from playwright.sync_api import Browser, expect

from guide.i18n import foreign
from guide.i18n.catalogue import Domain, written
from guide.publish.assemble import joined
from tests.small_project import small_project

GERMAN = "de"
SAID: dict[Domain, dict[str, str]] = {
    "frame": {"Step %(number)s done": "Schritt %(number)s erledigt"},
    "pages": {"The page rights/eu": "Die Seite rights/eu"},
    "data": {
        "In the EU you may object.": "In der EU können Sie widersprechen.",
        "Object in a browser": "Im Browser widersprechen",
    },
}
_ID = re.compile(r'\bid="?([\w-]+)')
_SWITCH = re.compile(r"<a href=(\S+) hreflang=")
_LANGUAGE = re.compile(r'<html [^>]*\blang="?([\w-]+)')


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide in English, and in a German that has few words yet."""
    project = small_project(tmp_path_factory.mktemp("languages") / "guide")
    folder = project / "locales" / GERMAN
    folder.mkdir(parents=True)
    for domain, said in SAID.items():
        content = Catalog(locale=GERMAN)
        for english, text in said.items():
            content.add(english, text)
        (folder / f"{domain}.po").write_bytes(written(content, domain, "German", None))
    given = {"GUIDE_DATE": "2026-11-23", "NO_MKDOCS_2_WARNING": "1", "LANGUAGES": f"en,{GERMAN}"}
    line = [sys.executable, "-m", "guide", "build"]
    environment = {**os.environ, **given, "SITE_URL": "https://guide.example/x"}
    subprocess.run(line, cwd=project, env=environment, check=True, capture_output=True)
    return project / "site"


def pages(folder: Path) -> dict[str, str]:
    found = {
        it.relative_to(folder).as_posix(): it.read_text("utf-8") for it in folder.rglob("*.html")
    }
    return {path: text for path, text in found.items() if not path.startswith((GERMAN, "embed/"))}


def test_every_page_stands_in_both_with_the_same_addresses(built_site: Path) -> None:
    english, other = pages(built_site), pages(built_site / GERMAN)
    ids = {path: sorted(_ID.findall(text)) for path, text in english.items()}
    assert ids == {path: sorted(_ID.findall(text)) for path, text in other.items()}


def test_each_page_tells_its_language(built_site: Path) -> None:
    for folder, language in ((built_site, "en"), (built_site / GERMAN, GERMAN)):
        told = {found[1] for it in pages(folder).values() if (found := _LANGUAGE.search(it))}
        assert told == {language}


def test_what_other_sites_may_show_stands_in_one_folder(built_site: Path) -> None:
    assert not (built_site / GERMAN / "embed").exists()
    for folder, language in (("embed", "en"), (f"embed/{GERMAN}", GERMAN)):
        page = (built_site / folder / "meta" / "index.html").read_text("utf-8")
        assert _LANGUAGE.search(page)[1] == language  # type: ignore[index] # every page has one
        root = "x/" if language == "en" else f"x/{GERMAN}/"
        assert f"<a href=https://guide.example/{root}compare/" in page


def test_facts_and_pages_are_in_the_language(built_site: Path) -> None:
    page = pages(built_site / GERMAN)["rights/eu/index.html"]
    assert "In der EU können Sie widersprechen." in page
    assert "Die Seite rights/eu" in page
    step = pages(built_site / GERMAN)["opt-out/facebook/web/index.html"]
    assert "Schritt 1 erledigt" in step
    assert "Mai 2025" in step
    assert "In the EU you may object." not in page


def test_what_nobody_translated_is_english_and_told_as_such(built_site: Path) -> None:
    page = pages(built_site / GERMAN)["opt-out/facebook/web/index.html"]
    assert re.search(r'<span lang="?en"?>You live in the EU\.</span>', page)
    assert "not fully translated yet" in page


def test_a_page_that_nobody_read_says_so_in_other_languages_only(built_site: Path) -> None:
    assert "class=translated" in pages(built_site / GERMAN)["rights/eu/index.html"]
    assert "class=translated" not in pages(built_site)["rights/eu/index.html"]


def test_no_mark_of_english_is_left_in_any_file(built_site: Path) -> None:
    marks = (foreign.OPEN.encode(), foreign.CLOSE.encode())
    files = [it for it in built_site.rglob("*") if it.is_file()]
    assert [it for it in files if any(mark in it.read_bytes() for mark in marks)] == []


def test_addresses_to_give_to_others_lead_to_the_language(built_site: Path) -> None:
    page = pages(built_site / GERMAN)["rights/eu/index.html"]
    assert f"https://guide.example/x/{GERMAN}/rights/eu/" in page


def test_every_page_leads_to_itself_in_the_other_language(built_site: Path) -> None:
    for folder, other in ((built_site, built_site / GERMAN), (built_site / GERMAN, built_site)):
        for path, text in pages(folder).items():
            if "<header" in text and path != "404.html":
                (href,) = set(_SWITCH.findall(text))
                assert ((folder / path).parent / href).resolve() == (other / path).parent


def test_the_other_language_opens_at_the_same_step(built_site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(f"{(built_site / 'opt-out/facebook/web/index.html').as_uri()}#all")
    page.keyboard.press("Tab")
    page.locator("details.languages summary").press("Enter")
    link = page.get_by_role("link", name="Deutsch")
    expect(link).to_have_js_property(
        "href", f"{(built_site / GERMAN / 'opt-out/facebook/web').as_uri()}/#all"
    )
    box = link.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    link.press("Escape")
    expect(link).to_be_hidden()
    expect(page.locator("details.languages summary")).to_be_focused()
    page.close()


def test_one_file_of_headers_serves_all(built_site: Path) -> None:
    assert not (built_site / GERMAN / "_headers").exists()
    text = (built_site / "_headers").read_text("utf-8")
    assert f"/{GERMAN}/assets/" in text


def test_headers_let_in_what_any_language_holds() -> None:
    rule = "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' {}\n  X: y\n"
    kept = "\n/assets/k/*\n  Cache-Control: immutable\n"
    whole = joined([rule.format("'a'") + kept, rule.format("'b'") + kept], "de")
    assert "default-src 'none'; script-src 'self' 'a' 'b'\n  X: y\n" in whole
    assert whole.endswith("\n/de/assets/k/*\n  Cache-Control: immutable\n")


def test_data_is_the_same_on_every_site(built_site: Path) -> None:
    files = [built_site / "data" / "platforms.json", *built_site.glob("data/companies/*.json")]
    assert len(files) > 1
    for file in files:
        assert (
            built_site / GERMAN / file.relative_to(built_site)
        ).read_bytes() == file.read_bytes()
