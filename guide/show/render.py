"""Fill the Jinja partials of ``overrides/{macros,publish}``; they own all markup."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from guide import run_cache
from guide.data.types import host
from guide.i18n import foreign, words
from guide.paths import ROOT
from guide.show.dates import in_words

PARTIALS = (ROOT / "overrides" / "macros", ROOT / "overrides" / "publish")

_MARKDOWN = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]()#+-.!|~^=:<>&\"'$@"})


def markdown_text(value: str) -> Markup:
    """Text that stays text where Markdown is still to be read (headings, running text)."""
    return Markup(value.translate(_MARKDOWN))  # noqa: S704


def marked_labels(value: str, labels: list[str], english: Mapping[str, str]) -> Markup:
    """The text, escaped, with the on-screen labels in bold; ``english``: of those it is told of."""
    if not labels:
        return Markup(html.escape(value))  # noqa: S704
    left = dict(english)
    pattern = re.compile("|".join(re.escape(x) for x in sorted(labels, key=len, reverse=True)))
    parts: list[str] = []
    end = 0
    for found in pattern.finditer(value):
        parts += [
            html.escape(value[end : found.start()]),
            f'<b translate="no">{html.escape(found.group())}</b>',
            in_english(left.pop(found.group(), "")),
        ]
        end = found.end()
    return Markup("".join([*parts, html.escape(value[end:])]))  # noqa: S704


def in_english(label: str) -> Markup:
    """What a label is called in English, in brackets after its own name."""
    if not label:
        return Markup()
    return Markup(f' <span lang="en" translate="no">({html.escape(label)})</span>')  # noqa: S704


def environment() -> Environment:
    """The partials' environment: compiled once a run, strict, escaping everything."""
    return _environment(run_cache.folder())


@cache
def _environment(kept: Path | None) -> Environment:
    env = Environment(
        bytecode_cache=FileSystemBytecodeCache(str(kept)) if kept else None,
        loader=FileSystemLoader(PARTIALS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_callables(  # type: ignore[attr-defined] # the extension adds it
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext
    )
    env.filters |= {
        "in_words": in_words,
        "host": host,
        "md": markdown_text,
        "labelled": marked_labels,
        "in_english": in_english,
    }
    return env


def render(partial: str, **values: Any) -> str:
    """The partial ``<partial>.html`` filled with the values."""
    filled = environment().get_template(f"{partial}.html").render(**values)
    return foreign.told(filled).strip("\n")
