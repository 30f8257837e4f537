"""Critical CSS: one style sheet for the site, and in each page the part that a phone shows at once.

On a wide screen, and from a file, the whole and the one for paper are asked for before anything
is shown; on a narrow one when the reader first does something, or prints (``early.js``,
``lazy-theme.js``); without scripts both are linked as ever. Rules keep their order, and the whole
comes after the part: in the end it alone counts.

Our own selection stays: ``lightningcss`` without unused names leaves a fifth more, as it does
not know sections, conditions and what a phone shows before the first touch.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from guide import addresses
from guide.data.book import Book
from guide.errors import BuildFailedError
from guide.paths import DOCS, installed
from guide.publish.content_name import name_for
from guide.publish.site import Site
from guide.publish.speed import css, scripts, selectors
from guide.publish.speed.selectors import Names
from guide.settings import Settings

FOLDER = "assets/stylesheets/"
WIDE = 45
"""Width in em from which on the whole sheet is asked for at once, as in ``early.js``."""

_LINK = re.compile(rf'<link rel="stylesheet" href="([^"]*?){FOLDER}([^"]+)">')
_SCRIPT = re.compile(r' (src|data-near)="[^"]*?(assets/javascripts/[^"]+)"')
_NARROWS = re.compile(r"max-width:\s*44\.98")
_BLOCK = "display:block"
_OPENED = re.compile(r"(?<!not\()\[open\]|details[\w.-]*>(?!summary(?!\+))|\.confirmed>(?!summary)")
_PLAIN = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_WORLD = 'class="world"'
_STEPS = '<ol class="steps">'
_FROM = re.compile(r"min-width:\s*([\d.]+)em")

UNSEEN = (
    r"\.md-(nav|tabs|sidebar)",  # menus: closed on a phone
    r"\.md-(overlay|tooltip|dialog|source|top)",  # what appears after a touch
    r"\.md-search(-result|__(?!inner))",  # search while it is closed
    r":(hover|focus|focus-visible|focus-within|active)\b",  # answers to a touch or a key
    r"\.focus-visible",  # the theme's own word for the same
    r"toggle=.?(drawer|search)",  # menu and search while they are open
    r"\.no-js",  # without scripts the whole is linked
    r":not\(\[data-md-color-media",  # the same
    r"::-(webkit|moz)-",  # bars and marks that a browser draws
    r"summary:(before|after)|\[type\]",  # the theme's, which our own sheets draw anew
    r"^(\[dir=\w+\] )?\.md-typeset summary$|details:not\(\[open\]\)",  # the same
    r"summary:(last|:marker)|^(sup|img)$|^\.md-typeset details>summary::before$",  # the same
    r"[ou]l ol$",  # letters before the lines of a list in a list
    r"option(:checked|>)",  # the boxes for colours, of which a label alone is seen
    r"\.plan__(keep|none|total|deed|time|who|done)",  # a plan: plan.js asks for the whole sheet
    r"\.plan \[data-route",  # the same
    r"columnheader|#(gh|only)-|([ou]l ){2}[ou]l",  # tables, tags and lists the guide does not write
    r"\.md-(header|tabs)\[hidden",  # a header that hides on scrolling
    r"\.said$|\.off-screen$",  # only said aloud, or copied from
    r":target>\.headerlink",  # the sign at a heading, which a touch brings out
    r"html:not\(\.js\)",  # without scripts the whole is linked
    r"\.keys span",  # keys on a keyboard, which the guide does not draw
)
"""Selectors of what nobody sees before the first touch."""
STILL = (
    r"(-webkit-tap-highlight|touch-action|cursor|outline-(color|offset))[\w-]*:",  # touch and focus
    r"isolation:",  # the same
    r"text-size-adjust:",  # -webkit-text-size-adjust stands beside it
    r"(transition|backface-visibility)[\w-]*:",  # movement
    r"(-webkit-print|color-adjust|page-break)[\w-]*:",  # paper
    r"(-(webkit|moz-osx)-font-smoothing|-moz-text)[\w-]*:",  # of one system
    r"font-feature-settings:",  # what is on without it, and type.css leaves at that
    r"(mask|scrollbar-)[\w-]*:",  # -webkit-mask stands beside it; bars
    r"--md-scroll|scroll-margin-top:calc",  # where a link stops, before there is one to follow
    r"[\w-]+:var\(--md-admonition",  # colours that ours set anew
)
"""Declarations that change nothing before the first touch."""

_UNSEEN = re.compile("|".join(UNSEEN))
_STILL = re.compile("|".join(STILL))

# Menus are not laid out until there is the whole sheet; one that is opened can take the focus.
_AWAY = (
    "@media(max-width:76.2em){.md-tabs,.md-sidebar{display:none}"
    ":where([data-md-toggle=drawer]:checked~*) .md-sidebar--primary"
    "{display:block;position:fixed;left:-100%}}"
)
_OURS = ("body[data-md-color-scheme]",)
"""The selector under which our palette sets the theme's own colours anew."""


def ahead(_book: Book, _settings: Settings) -> None:
    """Take the guide's sheets and the theme's apart: an engine hands them on as they are."""
    theme = installed("mkdocs-material", f"material/templates/{FOLDER}")
    sheets = [file for folder in (DOCS / FOLDER, theme) for file in folder.glob("*.css")]
    for rule in _rules(it.read_text(encoding="utf-8") for it in sheets):
        for selector in (it for one in (rule, *rule.inside) for it in one.selectors):
            selectors.required_names(selector)
            selectors.alternatives(selector)


def apply(site: Site) -> None:
    """Write the sheets and put them into every page of the theme."""
    rules = _rules(site.files[FOLDER + name].decode() for name in _linked(site))
    kinds = _kinds(site)
    held = {
        kind: selectors.in_html(*(site.pages[page] for page in pages))
        for kind, pages in kinds.items()
    }
    written = {
        path: selectors.in_script(data.decode(), ours=".min." not in path)
        for path, data in site.files.items()
        if path.endswith(".js")
    }

    everything = selectors.join([*held.values(), *written.values()])
    site.remove(lambda path: path.startswith(FOLDER))
    used = css.without_overruled(css.keep_rules(rules, everything.may_match))
    paper = _add(site, "print", _printed(used))
    shown = css.without_unused(tuple(rule for rule in used if not _on_paper(rule.head)))
    whole = _add(site, "guide", shown)

    for kind, pages in kinds.items():
        seen = selectors.in_html(*(_in_sight(site.pages[page]) for page in pages))
        own = {path for page in pages for path in _runs(site.pages[page], seen)}
        part = selectors.join([seen, *(written[path] for path in own)])
        style = f"<style>{_critical(shown, part, held[kind])}</style>"
        for page in pages:
            _relink(site, page, style, whole, paper)


def _rules(texts: Iterable[str]) -> tuple[css.Rule, ...]:
    return tuple(rule for text in texts for rule in css.read(text))


def _linked(site: Site) -> list[str]:
    """The style sheets in order; one order for all pages, else there is no single sheet."""
    orders: dict[tuple[str, ...], str] = {}
    for page in site.themed:
        orders.setdefault(tuple(name for _, name in _LINK.findall(site.pages[page])), page)
    if len(orders) > 1:
        pages = " and ".join(orders.values())
        raise BuildFailedError(f"{site.step}: {pages} link different style sheets")
    return list(*orders)


def _kinds(site: Site) -> dict[str, list[str]]:
    """Pages of one kind share a part, so that the policy for the whole site names few.

    All that show steps are one kind, wherever they stand, and so is all evidence; the others are
    by section.
    """
    kinds = defaultdict(list)
    for page in site.themed:
        first, *rest = page.split("/")
        kind = first if rest else ""
        if page.startswith(f"{addresses.SOURCES}/"):
            kind = "evidence"
        if _WORLD in site.pages[page]:
            kind = "world"
        if _STEPS in site.pages[page]:
            kind = "steps"
        kinds[kind].append(page)
    return kinds


def _in_sight(page: str) -> str:
    """The page without what is folded up, and what only browsers without scripts show."""
    return _PLAIN.sub("", selectors.unfolded(page))


def _runs(page: str, seen: Names) -> Iterator[str]:
    """The page's scripts, without the one that works where nothing is shown yet.

    Reply times have a script that is fetched when the reader comes near (``scripts.py``).
    """
    for attribute, path in _SCRIPT.findall(page):
        if attribute == "src" or ".deadline" in seen.html:
            yield path


def _critical(rules: tuple[css.Rule, ...], part: Names, folded: Names) -> str:
    """The critical CSS of these pages: what a narrow screen shows before the first touch.

    A table that is ``folded`` up has what keeps it as narrow as the screen, since the reader may
    open it before the whole sheet is there.
    """
    anew = {
        css.property_of(one) for rule in rules if rule.selectors == _OURS
        for one in rule.declarations
    }  # fmt: skip

    def seen(selector: str) -> bool:
        opened = _OPENED.search(selector) and "[open]" not in part.html
        return part.may_match(selector) and not opened and not _UNSEEN.search(selector)

    def needed(declaration: str, of: tuple[str, ...]) -> bool:
        overruled = css.property_of(declaration) in anew and of != _OURS
        return not overruled and not _STILL.match(declaration)

    def fits(selector: str) -> bool:
        return not part.may_match(selector) and folded.may_match(selector)

    kept = css.keep_declarations(css.keep_rules(rules, seen, _narrow), needed)
    tables = (rule for rule in rules if _NARROWS.search(rule.head))
    blocks = css.keep_declarations(
        css.keep_rules(tuple(tables), fits), lambda one, of: one == _BLOCK and "table" in of[0]
    )
    text = css.written(css.without_unused(kept + blocks)) + _AWAY
    if "url(../" in text or 'url("../' in text:
        wrong = "a file that a narrow screen shows cannot be named in a page's own style"
        raise BuildFailedError(f"critical CSS: {wrong}")
    if "</style" in text.lower():
        raise BuildFailedError("critical CSS: a text with </style in it would end the style")
    return text


def _narrow(condition: str) -> bool:
    starts = [float(width) for width in _FROM.findall(condition)]
    return all(width < WIDE for width in starts) and "reduced-motion" not in condition


def _on_paper(condition: str) -> bool:
    return condition.startswith("@page") or "print" in condition


def _printed(rules: tuple[css.Rule, ...]) -> tuple[css.Rule, ...]:
    """The print style sheet: rules for paper alone, and the variables they read."""
    printed = tuple(rule for rule in rules if _on_paper(rule.head))
    read = css.variables(printed)
    anywhere = tuple(rule for rule in rules if not rule.head)
    return css.keep_declarations(anywhere, lambda one, _: css.property_of(one) in read) + printed


def _add(site: Site, stem: str, rules: tuple[css.Rule, ...]) -> str:
    text = css.written(rules).encode()
    path = FOLDER + name_for(stem, text, ".css")
    site.files[path] = text
    return path


def _relink(site: Site, page: str, style: str, whole: str, paper: str) -> None:
    """Replace the theme's links by the critical CSS, inline, and links to the whole sheet."""
    root = site.find(page, _LINK, "links to style sheets")[1]
    first = site.pages[page].index('<link rel="stylesheet"')
    head = (
        f'{site.own(style)}<noscript><link rel="stylesheet" href="{root}{whole}">'
        f'<link rel="stylesheet" href="{root}{paper}" media="print"></noscript>'
        f"{site.own(scripts.inline('early.js'))}"
    )
    text = site.pages[page]
    site.pages[page] = text[:first] + head + _LINK.sub("", text[first:])
    site.replace_once(page, " data-scripts=", f' data-sheet="{root}{whole}" data-scripts=')
