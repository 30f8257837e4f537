"""``mkdocs.yml`` in another language: what an engine itself puts into words.

The file lies beside the original, because engines take paths in it from where it lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from guide import settings
from guide.i18n import foreign, pages
from guide.i18n.language import Language
from guide.paths import ROOT
from guide.settings import PSEUDO

MENU = "menu"
"""The context of entries in the menu: they are short, and mean their page."""
ZENSICAL = "zensical.yml"


def texts(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """Context and English of everything that is translated in it."""
    config = settings.engine_config(root)
    for name in ("site_name", "site_description", "copyright"):
        if config.get(name):
            yield "", str(config[name]).strip()
    yield "", str(config["extra"]["tagline"])
    yield from (("", str(it)) for it in config["extra"].get("words", {}).values())
    yield from (("", str(it["toggle"]["name"])) for it in config["theme"].get("palette", []))
    yield from (("", it) for it in _titles(config))
    yield from ((MENU, it) for it in _names(config["nav"]))


def _titles(config: dict[str, Any]) -> Iterator[str]:
    for options in _options(config):
        if "permalink_title" in options:
            yield str(options["permalink_title"])


def _options(config: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for it in config["markdown_extensions"]:
        if isinstance(it, dict):
            yield from (options for options in it.values() if isinstance(options, dict))


def _names(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        if isinstance(entry, dict):
            for name, inner in entry.items():
                yield name
                yield from _names(inner) if isinstance(inner, list) else ()


def write(language: Language, root: Path = ROOT) -> None:
    """Write the settings of both engines for this language."""
    text = yaml.safe_dump(made(language, root), allow_unicode=True, sort_keys=False)
    (root / name(language)).write_text(text, encoding="utf-8")
    own = (root / ZENSICAL).read_text(encoding="utf-8")
    own = own.replace("INHERIT: mkdocs.yml", f"INHERIT: {name(language)}")
    (root / name(language, ZENSICAL)).write_text(own, encoding="utf-8")


def name(language: Language, of: str = "mkdocs.yml") -> str:
    """The file's name: ``mkdocs.de.yml``."""
    return of if language.english else of.replace(".", f".{language.code}.")


def made(language: Language, root: Path = ROOT) -> dict[str, Any]:
    """The settings that differ. Lists replace those they inherit, so they are whole."""
    config = deepcopy(settings.engine_config(root))

    def say(text: str, context: str = "") -> str:
        return foreign.bare(language.say("frame", str(text).strip(), context))

    def menu(nav: list[Any]) -> list[Any]:
        return [
            {say(key, MENU): menu(it) if isinstance(it, list) else it for key, it in e.items()}
            if isinstance(e, dict)
            else e
            for e in nav
        ]

    for it in config["theme"].get("palette", []):
        it["toggle"]["name"] = say(it["toggle"]["name"])
    for options in _options(config):
        if "permalink_title" in options:
            options["permalink_title"] = say(options["permalink_title"])
    extra: dict[str, Any] = {"tagline": say(config["extra"]["tagline"])}
    if words := config["extra"].get("words"):
        extra["words"] = {key: say(it) for key, it in words.items()}
    return {
        "INHERIT": "mkdocs.yml",
        "site_url": settings.current().site_url,
        "site_name": say(config["site_name"]),
        "site_description": say(config.get("site_description") or ""),
        "copyright": say(config.get("copyright") or ""),
        "docs_dir": pages.docs(language).relative_to(ROOT).as_posix(),
        "theme": {
            # The theme's own words; it knows no pseudo-language.
            "language": "en" if language.code == PSEUDO else language.code.partition("-")[0],
            "palette": config["theme"].get("palette", []),
        },
        "nav": menu(config["nav"]),
        "extra": extra,
        "markdown_extensions": config["markdown_extensions"],
    }
