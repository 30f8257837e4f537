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
from guide.i18n.catalogue import Catalogue, Domain, written
from guide.paths import LOCALES
from guide.publish.assemble import joined
from tests.hosting import hosting
from tests.small_project import small_project
from tools import questions
from tools.questions import Question

GERMAN = "de"
SAID: dict[Domain, dict[str, str]] = {
    "frame": {},
    "pages": {"The page rights/eu": "Die Seite rights/eu"},
    "data": {
        "In the EU you may object.": "In der EU können Sie widersprechen. Auch später.",
        "Object in a browser": "Im Browser widersprechen",
    },
}
CHANGED = "The page about/changes", "So war es früher"
_ID = re.compile(r'\bid="?([\w-]+)')
_SWITCH = re.compile(r"<a href=(\S+) hreflang=")
_LANGUAGE = re.compile(r'<html [^>]*\blang="?([\w-]+)')


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide in English, and in German: the frame's own, and few words for the rest.

    Beside the site are its copies to take along.
    """
    project = small_project(tmp_path_factory.mktemp("languages") / "guide")
    folder = project / "locales" / GERMAN
    folder.mkdir(parents=True)
    for domain, said in SAID.items():
        content = Catalog(locale=GERMAN)
        if domain == "frame":
            content = Catalogue.read(LOCALES / GERMAN / "frame.po", GERMAN).content
        for english, text in said.items():
            content.add(english, text)
        if domain == "pages":  # its English changed, and nobody has read the German since
            content.add(*CHANGED, flags=["fuzzy"], previous_id=["Where we stood on changes"])
        (folder / f"{domain}.po").write_bytes(written(content, domain, "German", None))
    given = {"GUIDE_DATE": "2026-11-23", "NO_MKDOCS_2_WARNING": "1", "LANGUAGES": f"en,{GERMAN}"}
    line = [sys.executable, "-m", "guide", "offline"]
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
    assert "Diese Seite ist noch nicht ganz übersetzt." in page


def test_what_changed_in_english_is_english_until_somebody_has_read_it(built_site: Path) -> None:
    english, was = CHANGED
    page = pages(built_site / GERMAN)["about/changes/index.html"]
    assert re.search(rf'<span lang="?en"?>{english}</span>', page)
    assert was not in page
    assert "Diese Seite ist noch nicht ganz übersetzt." in page


def test_a_page_that_nobody_read_says_so_in_other_languages_only(built_site: Path) -> None:
    said = "Diese Übersetzung hat noch niemand mit deutscher Muttersprache gelesen."
    assert said in pages(built_site / GERMAN)["rights/eu/index.html"]
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


def test_search_finds_words_of_the_language(built_site: Path, chromium: Browser) -> None:
    typed = ("widersprechen", "WIDERSPRECHEN", "spater")
    asked = [Question(it, GERMAN, "", ("rights/eu/",), "") for it in typed]
    with hosting(built_site) as address:
        page = chromium.new_page()
        page.goto(f"{address}{GERMAN}/compare/")
        found = questions.ask(page, asked)
        page.close()
    assert [it.question.typed for it in found if not it.near] == []


def test_the_facts_as_data_stand_once_for_all_languages(built_site: Path) -> None:
    own = built_site / GERMAN
    held = {it.relative_to(own).parts[:2] for it in (own / "data").rglob("*")}
    assert held <= {("data", "changes")}
    page = own / "about/sources/meta/index.html"
    found = re.findall(r"href=(\S*data/companies/meta\.json)", page.read_text("utf-8"))
    assert [(page.parent / it).resolve() for it in set(found)] == [
        (built_site / "data/companies/meta.json").resolve()
    ]


def test_without_scripts_a_step_is_found_in_the_other_language(
    built_site: Path, chromium: Browser
) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((built_site / "opt-out/facebook/web/index.html").as_uri())
    page.locator("details.languages summary").click()
    way = page.get_by_role("link", name="To the same step")
    expect(way).to_be_visible()
    page.goto(f"{built_site.as_uri()}/opt-out/facebook/web/{way.get_attribute('href')}index.html")
    href = page.get_by_role("link", name="Deutsch").last.get_attribute("href")
    place, _, step = str(href).partition("#")
    page.goto(f"{built_site.as_uri()}/opt-out/facebook/web/languages/{place}index.html#{step}")
    expect(page.locator("html")).to_have_attribute("lang", GERMAN)
    expect(page.locator("li.step:target")).to_be_in_viewport()
    page.close()


def test_a_copy_leads_to_the_same_step_in_the_other_language_on_the_web(
    built_site: Path, chromium: Browser
) -> None:
    copy = built_site.parent / "dist" / f"offline-{GERMAN}"
    held = [it.parent for it in copy.rglob("*.html") if "class=languages" in it.read_text("utf-8")]
    assert held == [copy], "the list stands once, and on the first page"
    page = chromium.new_page()
    for path, address in (("opt-out/facebook/web/", "#all"), ("compare/", "#all"), ("", "")):
        page.goto(f"{copy.as_uri()}/{path}index.html{address}")
        page.get_by_label("Sprachen: DE").press("Enter")
        link = page.locator("header").get_by_role("link", name="English")
        expect(link).to_have_js_property("href", f"https://guide.example/x/{path}{address}")
    page.close()


def test_an_old_copy_says_so_in_its_language(built_site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.clock.set_fixed_time("2030-01-01T12:00:00")
    page.goto((built_site.parent / "dist" / f"offline-{GERMAN}" / "index.html").as_uri())
    line = page.locator(".copy-age")
    expect(line).to_have_text(
        "Diese Kopie des Wegweisers ist über 3 Jahre alt. Die neueste Kopie im Web holen."
    )
    page.close()


def test_without_scripts_a_copy_leads_to_where_languages_are_chosen(
    built_site: Path, chromium: Browser
) -> None:
    copy = built_site.parent / "dist" / f"offline-{GERMAN}"
    page = chromium.new_page(java_script_enabled=False)
    for path, more in (("opt-out/facebook/web/", "languages/"), ("compare/", "")):
        page.goto(f"{copy.as_uri()}/{path}index.html")
        link = page.get_by_role("link", name="Sprachen", exact=True)
        expect(link).to_be_visible()
        expect(link).to_have_attribute("href", f"https://guide.example/x/de/{path}{more}")
        assert (built_site / GERMAN / path / more / "index.html").exists()
    page.close()


def test_a_live_preview_has_the_pages_in_the_language(built_site: Path) -> None:
    project = built_site.parent
    (project / f"mkdocs.{GERMAN}.yml").unlink()
    environment = {**os.environ, "GUIDE_LANGUAGE": GERMAN}
    subprocess.run(
        [sys.executable, "-m", "guide", "pages"], cwd=project, env=environment, check=True
    )
    told = (project / f"mkdocs.{GERMAN}.yml").read_text("utf-8")
    docs = re.search(r"docs_dir: (\S+)", told)
    assert docs
    assert "Die Seite rights/eu" in (project / docs[1] / "rights/eu.md").read_text("utf-8")
