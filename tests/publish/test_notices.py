"""Others' work in the built site: every family of it is named, with its terms."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

from guide.paths import DOCS, installed
from guide.publish import notices
from guide.publish.site import ThemeChangedError
from tests.conftest import OFFLINE, SITE, html_files
from tests.page_facts import facts
from tests.publish.sites import site

THEME = installed("mkdocs-material", "material/templates")
DRAWN = ("qr.svg", "assets/previews/")
"""Pictures made from the pages' own words."""


@cache
def text() -> str:
    return (SITE / notices.FILE).read_text(encoding="utf-8")


def bundled() -> set[str]:
    """Names of the npm packages in the theme's scripts and styles, by its source maps."""
    maps = [json.loads(file.read_text(encoding="utf-8")) for file in THEME.rglob("*.map")]
    sources = [source for one in maps for source in one["sources"]]
    return {
        found[1] for it in sources if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", it))
    }


def families(folder: Path) -> set[str]:
    """What there is of scripts, styles, pictures and fonts: ``bundle.js`` of any version."""
    suffixes = {".js", ".css", ".png", ".svg", ".ico", ".webp", ".woff", ".woff2", ".ttf", ".otf"}
    return {
        file.name.partition(".")[0] + file.suffix
        for file in folder.rglob("*")
        if file.suffix in suffixes and not any(name in file.as_posix() for name in DRAWN)
    }


def test_every_module_in_the_themes_scripts_is_named() -> None:
    assert {"lunr", "rxjs", "clipboard"} <= bundled()
    unnamed = {name for name in bundled() if f"\n{name}: Copyright " not in text()}
    assert unnamed == set(), "name them in guide/publish/notices.py"


def test_no_terms_are_printed_of_what_is_not_carried() -> None:
    assert {module.name for module in notices.MODULES} == bundled()


def test_every_icon_is_of_the_family_that_is_named() -> None:
    shapes = {
        path.removeprefix('d="')
        for page in html_files()
        for path in re.findall(r'd="[^"]{40,}', page.read_text(encoding="utf-8"))
    }
    families = {
        file.relative_to(THEME / ".icons").parts[0]
        for file in (THEME / ".icons").rglob("*.svg")
        if any(d in shapes for d in re.findall(r'd="([^"]{40,})', file.read_text(encoding="utf-8")))
    }
    assert families == {"material"}
    assert "Icons: Material Design Icons" in text()


def test_every_asset_is_ours_or_the_named_themes() -> None:
    joined = {"guide.css", "every.js", "page.js", "start.js"}  # of both
    joined |= {
        "places.js",
        "planned.js",
        "since.js",
        "addressees.js",
        "compared.js",
        "uses.js",
    }  # made of the data and the CLDR
    known = families(DOCS / "assets") | families(THEME / "assets") | joined
    assert families(SITE) - known == set(), "whose is it? name it in guide/publish/notices.py"
    assert f"Material for MkDocs {metadata.version('mkdocs-material')}" in text()


@pytest.mark.parametrize(
    "words",
    [
        "Copyright (c) 2016-2025 Martin Donath",
        "Permission is hereby granted, free of charge",
        "Pictogrammers Free License",
        "Apache License\n                           Version 2.0, January 2004",
        "W3C Software and Document License",
        "UNICODE LICENSE V3",
        "Permission to use, copy, modify, and/or distribute this software",
    ],
)
def test_the_terms_are_whole_texts(words: str) -> None:
    assert words in text()


def test_the_copy_to_take_along_carries_them_and_every_page_links_to_them() -> None:
    assert (OFFLINE / notices.FILE).read_bytes() == (SITE / notices.FILE).read_bytes()
    # On all pages but the first, one script writes the links at the foot (copies/parts.py).
    written = OFFLINE / "assets" / "javascripts" / "links.js"
    assert f'href=\\"{{root}}{notices.FILE}\\"' in written.read_text(encoding="utf-8")
    for page in html_files(OFFLINE):
        targets = {(page.parent / link).resolve() for link in facts(page).links}
        assert targets & {(OFFLINE / notices.FILE).resolve(), written.resolve()}, page


def test_a_theme_nobody_knows_is_refused() -> None:
    with pytest.raises(ThemeChangedError, match="names their terms"):
        notices.apply(site())


def test_the_other_engines_theme_is_known() -> None:
    scripts = installed("zensical", "zensical/templates/assets/javascripts")
    (bundle,) = scripts.glob("bundle.*.js")
    it = site(files={f"assets/javascripts/{bundle.name}": b""})
    notices.apply(it)
    written = it.files[notices.FILE].decode()
    assert f"Zensical {metadata.version('zensical')}: theme and scripts" in written
    assert "Zensical and contributors" in written
