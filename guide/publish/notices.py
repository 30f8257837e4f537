"""The terms of others' work that the built site carries, in one text file of the site."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from guide.paths import installed
from guide.publish.site import Site

FILE = "licences.txt"

_TEXTS = Path(__file__).with_name("licences")
_HEAD = """\
WORK OF OTHERS IN THIS GUIDE

The guide's own code is under the MIT licence, its texts under Creative Commons Attribution
4.0, its data and letters under Creative Commons Zero 1.0. It also carries the work named
below, each under its own terms.
"""
_SAME = "Its terms are those printed above, with this author in place of that one."


class Theme(NamedTuple):
    """A package whose scripts, styles and templates make the pages, and where it keeps them."""

    name: str
    package: str
    folder: str
    licence: str


class Module(NamedTuple):
    """Work bundled into a theme's scripts and styles; ``name`` is its name at npm."""

    name: str
    author: str
    terms: Literal["MIT", "Apache-2.0", "W3C", "0BSD"]


THEMES = (
    Theme("Material for MkDocs", "mkdocs-material", "material/templates", "LICENSE"),
    Theme("Zensical", "zensical", "zensical/templates", "LICENSE.md"),
)
MODULES = (
    Module("clipboard", "Zeno Rocha", "MIT"),
    Module("escape-html", "2012-2013 TJ Holowaychuk, 2015 Andreas Lubbe, 2015 Tiancheng Gu", "MIT"),
    Module("lunr", "2020 Oliver Nightingale", "MIT"),
    Module("material-design-color", "2014 Denis Malinochkin", "MIT"),
    Module("tslib", "Microsoft Corporation", "0BSD"),
    Module("focus-visible", "WICG", "W3C"),
    Module("rxjs", "2015-2018 Google, Inc., Netflix, Inc., Microsoft Corp. and contributors",
           "Apache-2.0"),
)  # fmt: skip


def apply(site: Site) -> None:
    """Write the notices; ``ThemeChangedError`` if no theme known here made the site."""
    site.files[FILE] = "\n".join(_notices(_theme(site))).encode()


def _theme(site: Site) -> Theme:
    """The theme whose main script the site carries."""
    carried = {PurePosixPath(path).name for path in site.files}
    for theme in THEMES:
        scripts = installed(theme.package, f"{theme.folder}/assets/javascripts")
        if carried & {file.name for file in scripts.glob("bundle.*.js")}:
            return theme
    known = " or ".join(theme.name for theme in THEMES)
    raise site.changed("the site", f"main script of {known} (publish/notices.py names their terms)")


def _notices(theme: Theme) -> Iterator[str]:
    yield _HEAD
    yield _heading(f"{theme.name} {metadata.version(theme.package)}: theme and scripts")
    yield _licence(theme.package, theme.licence)
    yield _heading("Bundled in its scripts and styles")
    for module in MODULES:
        yield f"{module.name}: Copyright {module.author}. Licence: {module.terms}."
        yield f"{_SAME}\n" if module.terms == "MIT" else "Its terms are printed below.\n"
    yield _heading("Icons: Material Design Icons, by Pictogrammers")
    icons = installed(theme.package, f"{theme.folder}/.icons/material/LICENSE")
    yield icons.read_text(encoding="utf-8")
    yield _heading("Names of countries: Unicode CLDR, through Babel")
    yield installed("babel", "babel/locale-data/LICENSE.unicode").read_text(encoding="utf-8")
    for terms in ("0BSD", "W3C"):
        yield _heading(f"Terms: {terms}")
        yield (_TEXTS / f"{terms}.txt").read_text(encoding="utf-8")
    yield _heading("Terms: Apache-2.0")
    yield _licence("packaging", "LICENSE.APACHE")


def _heading(words: str) -> str:
    return f"{'-' * 78}\n{words}\n{'-' * 78}\n"


def _licence(package: str, name: str) -> str:
    """A licence file as the installed package brings it."""
    text = metadata.distribution(package).read_text(f"licenses/{name}")
    if text is None:
        raise ValueError(f"{package} brings no {name}: find where it tells its terms now")
    return text
