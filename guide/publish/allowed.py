"""What finished pages may hold: elements, their attributes, and values that matter.

What is not here stops the build. A template that needs more adds it here, where it is seen.
"""

from __future__ import annotations

import re

_ANYWHERE = "class dir hidden id lang role tabindex title translate"
_TEXT = """
    abbr b blockquote br caption cite code dd del dfn div dl dt em fieldset figcaption figure h1 h2
    h3 h4 h5 h6 head hr i ins kbd legend li main mark noscript p pre q rp rt ruby s samp section
    small span strong sub summary sup table tbody tfoot thead title tr ul u var wbr
    article aside body footer header html nav
"""
_MORE = {
    "a": "download href hreflang rel",
    "button": "type",
    "col": "span",
    "colgroup": "span",
    "details": "open",
    "form": "autocomplete name spellcheck",
    "img": "alt height loading src width",
    "input": "accept autocapitalize autocomplete autocorrect checked inputmode max maxlength min"
    " name placeholder required spellcheck type value",
    "label": "for",
    "link": "href media rel",
    "meta": "charset content http-equiv name property",
    "ol": "reversed start type",
    "option": "value",
    "output": "for",
    "script": "defer src type",
    "select": "name",
    "style": "media",
    "td": "align colspan rowspan",
    "textarea": "autocapitalize autocomplete maxlength name rows spellcheck",
    "th": "align colspan rowspan scope",
    "time": "datetime",
    # Drawings: no links, no animation, nothing of another file.
    "svg": "height viewbox width xmlns",
    "circle": "cx cy r",
    "g": "",
    "path": "d",
    "rect": "height rx width x y",
    "text": "font-size x y",
    "tspan": "dy x",
}
_DATA = """
    address addressees also anchor answers back basis blank by-letter calendar company confirmed
    count do due field kind label md-color-accent md-color-media md-color-primary
    md-color-scheme md-component md-level md-scrollfix md-toggle md-type name names near note
    now offer on-disk part pass place places planned question rank route say scripts
    search-exclude sheet since text then tick title to unit uses who
"""

ELEMENTS: dict[str, frozenset[str]] = {
    **{name: frozenset() for name in _TEXT.split()},
    **{name: frozenset(given.split()) for name, given in _MORE.items()},
}
"""Element → what it may have besides the attributes of all."""

_ALL = frozenset(_ANYWHERE.split()) | {f"data-{name}" for name in _DATA.split()}
_ARIA = re.compile(r"aria-[a-z]+")

VALUES: dict[tuple[str, str], frozenset[str]] = {
    ("a", "rel"): frozenset({"noreferrer"}),
    ("button", "type"): frozenset({"button", "reset", "submit"}),
    ("form", "autocomplete"): frozenset({"off"}),
    ("form", "name"): frozenset({"search"}),
    ("img", "loading"): frozenset({"lazy"}),
    ("input", "autocomplete"): frozenset({"off"}),
    ("input", "type"): frozenset({"checkbox", "date", "file", "radio", "search", "text"}),
    ("link", "rel"): frozenset({"canonical", "icon", "stylesheet"}),
    ("meta", "charset"): frozenset({"utf-8"}),
    ("meta", "http-equiv"): frozenset({"Content-Security-Policy"}),
    ("meta", "name"): frozenset({"color-scheme", "description", "referrer", "robots",
                                 "twitter:card", "viewport"}),
    ("script", "type"): frozenset({"application/json"}),
    ("textarea", "autocomplete"): frozenset({"off"}),
}  # fmt: skip
"""Element and attribute → the words it may consist of."""

OUT_OF_FRAME = "_blank"
"""The ``target`` of links on pages made to stand in a frame, and on no others."""

ASKS = frozenset({"mermaid"})
"""Classes for which the theme's script loads code from another site."""

FILES = frozenset({
    ".css", ".csv", ".gz", ".html", ".ics", ".jpg", ".js", ".json", ".png", ".svg", ".txt",
    ".webp", ".woff2", ".xml", ".yml", ".zip", "_headers", "license",
})  # fmt: skip
"""Endings of the site's files. Any other may be a page by another name (``.xhtml``)."""
CODE = ("assets/javascripts/", "search/", "search.js")  # the last is Zensical's index on disk
"""Where scripts stand."""


def attribute(element: str, name: str) -> bool:
    """Whether an element may have it."""
    return name in ELEMENTS[element] or name in _ALL or bool(_ARIA.fullmatch(name))
