"""One style sheet for the site, and in each page the part of it that a phone shows.

On a wide screen, and from a file, the whole and the one for paper are asked for before anything
is shown; on a narrow one when the reader first does something, or prints (``early.js``,
``later.js``); without scripts both are linked as ever. Rules keep their order, and the whole
comes after the part: in the end it alone counts.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from guide.publish.speed import css, scripts, selectors
from guide.publish.speed.fingerprint import name_for
from guide.publish.speed.selectors import Names

FOLDER = "assets/stylesheets/"
WIDE = 45
"""Width in em from which on the whole sheet is asked for at once, as in ``early.js``."""

_LINK = re.compile(rf'\s*<link rel="stylesheet" href="([^"]*?){FOLDER}([^"]+)">')
_SCRIPT = re.compile(r' (?:src|data-near)="[^"]*?(assets/javascripts/[^"]+)"')
_FROM = re.compile(r"min-width:\s*([\d.]+)em")

# What nobody sees before the first touch: closed lists, answers to a touch, movement;
# and what the theme draws only for our own sheets to take away again.
_UNSEEN = re.compile(
    r"\.md-(nav|tabs|sidebar|overlay|tooltip|dialog|source|top|search(-result|__(?!inner)))"
    r"|\.(no-js|focus-visible)|:(hover|focus|focus-visible|focus-within|active)\b|toggle=.?(drawer|search)"
    r"|::-(webkit|moz)-|summary::?before|columnheader|#(gh|only)-"
    r"|\.said$|([ou]l ){2}[ou]l|\[type\]|\.md-(header|tabs)\[hidden"
    r"|:not\(\[data-md-color-media"  # without scripts, and then the whole is linked
)
_STILL = re.compile(
    r"(-webkit-tap-highlight|-webkit-print|-(webkit|moz-osx)-font-smoothing|-moz-text"
    r"|color-adjust|page-break|transition|cursor|outline-color|outline-offset"
    r"|mask|backface-visibility|touch-action|scrollbar-)[\w-]*:"  # mask: beside -webkit-mask
    r"|--md-scroll|scroll-margin-top:calc|[\w-]+:var\(--md-admonition"  # which ours set anew
)
# Menus are not laid out until there is the whole sheet; one that is opened can take the focus.
_AWAY = (
    "@media(max-width:76.2em){.md-tabs,.md-sidebar{display:none}"
    ":where([data-md-toggle=drawer]:checked~*) .md-sidebar--primary"
    "{display:block;position:fixed;left:-100%}}"
)
_OURS = "body[data-md-color-scheme]"
"""The selector under which our palette sets the theme's own colours anew."""


def apply(site: Path) -> None:
    """Write the sheets and put them into every page that has style sheets."""
    pages = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    pages = {page: text for page, text in pages.items() if _LINK.search(text)}
    rules = css.read("\n".join((site / FOLDER / name).read_text(encoding="utf-8")
                               for name in _linked(pages.values())))  # fmt: skip
    held = {page: selectors.in_html(text) for page, text in pages.items()}
    said = {
        file: selectors.in_script(file.read_text(encoding="utf-8"), ours=".min." not in file.name)
        for file in site.rglob("*.js")
    }

    everything = selectors.join([*held.values(), *said.values()])
    shutil.rmtree(site / FOLDER)
    (site / FOLDER).mkdir()
    used = css.without_overruled(css.pick(rules, everything.hold))
    paper = _publish(site, "print", _printed(used))
    shown = css.without_unused(tuple(rule for rule in used if not _on_paper(rule.head)))
    whole = _publish(site, "guide", shown)

    parts = defaultdict(list)
    for page in pages:
        parts[_section(page, site)].append(page)
    for section in parts.values():
        own = {site / src for page in section for src in _SCRIPT.findall(pages[page])}
        part = selectors.join([*(held[page] for page in section), *(said[file] for file in own)])
        style = f"<style>{_first(shown, part)}</style>"
        for page in section:
            page.write_text(_relinked(pages[page], style, whole, paper), encoding="utf-8")


def _linked(texts: Iterable[str]) -> list[str]:
    """The style sheets in order; one order for all pages, else there is no single sheet."""
    orders = {tuple(name for _, name in _LINK.findall(text)) for text in texts}
    if len(orders) > 1:
        raise ValueError(f"pages link different style sheets: {sorted(orders)}")
    return list(orders.pop())


def _section(page: Path, site: Path) -> str:
    """Pages of one section share a part, so that the site's policies stay few."""
    folder = page.parent.relative_to(site).parts
    return folder[0] if folder else ""


def _first(rules: tuple[css.Rule, ...], part: Names) -> str:
    """What a narrow screen shows of these pages."""
    anew = {css.property_of(one) for rule in rules if rule.head == _OURS
            for one in css.declarations(rule.body)}  # fmt: skip

    def seen(selector: str) -> bool:
        return part.hold(selector) and not _UNSEEN.search(selector)

    def needed(declaration: str, selector: str) -> bool:
        overruled = css.property_of(declaration) in anew and selector != _OURS
        return not overruled and not _STILL.match(declaration)

    picked = css.declared(css.pick(rules, seen, _narrow), needed)
    text = css.written(css.without_unused(picked)) + _AWAY
    if "url(../" in text or 'url("../' in text:
        raise ValueError("a file a narrow screen shows cannot be named in a page's own style")
    return text


def _narrow(condition: str) -> bool:
    starts = [float(width) for width in _FROM.findall(condition)]
    return all(width < WIDE for width in starts) and "reduced-motion" not in condition


def _on_paper(condition: str) -> bool:
    return condition.startswith("@page") or "print" in condition


def _printed(rules: tuple[css.Rule, ...]) -> tuple[css.Rule, ...]:
    """What is for paper alone, to be linked last, with the variables it reads."""
    printed = tuple(rule for rule in rules if _on_paper(rule.head))
    read = css.variables(printed)
    anywhere = tuple(rule for rule in rules if not rule.head.startswith("@"))
    return css.declared(anywhere, lambda one, _: css.property_of(one) in read) + printed


def _publish(site: Path, stem: str, rules: tuple[css.Rule, ...]) -> str:
    text = css.written(rules).encode()
    name = name_for(stem, text, ".css")
    (site / FOLDER / name).write_bytes(text)
    return FOLDER + name


def _relinked(text: str, style: str, whole: str, paper: str) -> str:
    """The page with its part of the sheet, and ways to the whole."""
    before, root, _, *_ = _LINK.split(text, maxsplit=1)
    head = (
        f'{style}<noscript><link rel="stylesheet" href="{root}{whole}">'
        f'<link rel="stylesheet" href="{root}{paper}" media="print"></noscript>'
        f"{scripts.inline('early.js')}"
    )
    after = _LINK.sub("", text[len(before) :])
    return (
        before
        + head
        + after.replace(" data-scripts=", f' data-sheet="{root}{whole}" data-scripts=', 1)
    )
