"""The whole guide in one page without scripts, for a phone, where folders rarely open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]
from markupsafe import Markup

from guide import addresses
from guide.data import nav
from guide.data.book import Book
from guide.data.checks import letter_pages
from guide.data.checks.traverse import each_evidence
from guide.data.nav import Part
from guide.i18n import scripts
from guide.i18n.engine_settings import MENU
from guide.i18n.language import current
from guide.i18n.words import pgettext
from guide.paths import DOCS
from guide.publish import csp, shared_data
from guide.publish.copies.one_file import article
from guide.publish.copies.one_file.deduplicate import SeenBlocks
from guide.publish.site import Site
from guide.show import evidence, letters, queries, wording
from guide.show.dates import a_year_after, in_words
from guide.show.render import render

STYLES = (
    *(DOCS / "assets" / "stylesheets" / f"{name}.css" for name in ("palette", "dark")),
    Path(__file__).with_suffix(".css"),
)

_TAG = re.compile(r"<[a-z][^<>]*>")
_QUOTED = re.compile(r"""="([^\s"'=<>`]+)"(?=[ >])""")
_COMMENT = re.compile(r"/\*.*?\*/|\n\s*", re.DOTALL)
_CLASS = re.compile(r"\.([a-z][\w-]*)")
# End tags that HTML has optional. minify-html leaves out more of them than older parsers bear.
_IMPLIED = re.compile(
    r"</(?:li|d[dt]|t[dhr]|tbody|thead)>"
    r"|</p>(?=<(?:/(?:li|dd|td|div|details|article)|p|[uod]l|div|details|h\d)\b)"
)


def text(site: Site) -> str:
    """The file, made from a site for disk."""
    contents = nav.complete(_in_language(nav.read_nav()), titles(site.book))
    pages = {path: site.pages[addresses.file(path)] for path in nav.pages(contents)}
    articles = {path: article.read(page) for path, page in pages.items()}
    _shorten(articles, site.book)
    style = look()
    _gather(articles, set(_CLASS.findall(style)), site.settings.site_url)
    filled = render(
        "one-file",
        name=site.settings.name,
        tagline=site.settings.tagline,
        articles=[_markup(tree) for tree in articles.values()],
        contents=contents,
        start=article.START,
        language=current().code,
        style=Markup(style),  # noqa: S704 our own stylesheets
        policy=policy(site.own(f"<style>{style}</style>")),
        date=in_words(site.settings.guide_date.isoformat()),
        old=in_words(a_year_after(site.settings.guide_date).isoformat()),
        web=site.settings.site_url,
        newest=addresses.absolute(site.settings.site_url, addresses.TAKE_ALONG),
    )
    return shared_data.on_web(site, f"{filled}\n")


def _in_language(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The menu in the language of the site."""
    return tuple(
        replace(it, title=pgettext(MENU, it.title), parts=_in_language(it.parts)) for it in parts
    )


def titles(book: Book) -> dict[str, str]:
    """The pages' titles; letters in the data's order, not the alphabet's.

    All evidence stands in one place here, a company's answers under each question. Letters in
    languages that are neither the guide's nor English are in the zip: half a megabyte that few who
    carry this file need.
    """
    written = letter_pages.wanted(book.data)
    read = {letters.page(book.data, place, kind) for place, kind, *_ in written.values()}
    left = {path for path, words in written.items() if len(words) > 2} - read
    left |= {addresses.company(key) for key in book.data.companies}
    order = [path for path in [*written, *book.pages] if path not in left]
    apart = f"{addresses.SOURCES}/"
    return {path: book.pages[path].title for path in order if not path.startswith(apart)}


def look() -> str:
    """The file's stylesheet: the site's colours, and as little else as reading needs."""
    sheets = (scripts.said(it.read_text(encoding="utf-8"), current()) for it in STYLES)
    return "".join(_COMMENT.sub("", sheet) for sheet in sheets)


def policy(html: str) -> str:
    """The site's policy without what the file does not need: nothing is loaded, nothing runs."""
    (digest,) = csp.style_hashes(html)
    closed = {name: rule for name, rule in csp.RULES.items() if rule == "'none'"}
    return "; ".join(f"{name} {value}" for name, value in {**closed, "style-src": digest}.items())


def _gather(articles: dict[str, Any], styled: set[str], web: str) -> None:
    """Make the pages' articles one document, in place."""
    anchors = article.Anchors.of(articles)
    seen = SeenBlocks()
    for page, tree in articles.items():
        article.adopt(tree, page, anchors, styled, web)
        seen.replace(tree)
    _number(articles)
    linked = {href for tree in articles.values() for href in tree.xpath(".//a/@href")}
    for tree in articles.values():
        for heading in tree.xpath(".//*[self::h3 or self::h4 or self::h5][@id]"):
            if f"#{heading.get('id')}" not in linked:
                del heading.attrib["id"]


def _number(articles: dict[str, Any]) -> None:
    """Number the claims and sources: thousands of links lead to them, by long names."""
    short = {}
    for index, entry in enumerate(articles[addresses.SOURCES].xpath(".//li[@id]"), 1):
        short[f"#{entry.get('id')}"] = f"#e{index}"
        entry.set("id", f"e{index}")
    for tree in articles.values():
        for link in tree.xpath(".//a[@href]"):
            link.set("href", short.get(link.get("href"), link.get("href")))


def _shorten(articles: dict[str, Any], book: Book) -> None:
    """Name each source in full once, and link to it: else evidence would fill half the file."""
    facts = {"book": book, "data": book.data, "words": wording, "select": queries,
             "addresses": addresses}  # fmt: skip
    refs = {(ref.id, ref.at): ref for _, it in each_evidence(book.data) for ref in it.sources}
    lists = html.fragments_fromstring(
        render("one-file-evidence", refs=list(refs.values()), **facts)
    )
    full, short = (it.xpath("./li") for it in lists)
    brief = dict(zip(map(_said, full), short, strict=True))
    for tree in articles.values():
        for line in tree.xpath(".//ul[@class='evidence']/li"):
            if _said(line) in brief:
                line.getparent().replace(line, deepcopy(brief[_said(line)]))

    page = articles[addresses.SOURCES]
    (first,) = page.xpath("./h2[@id='subjects']")
    for it in [first, *first.itersiblings()]:
        it.drop_tree()
    linked, named = evidence.sources(book, book.data.sources)
    claims = render("one-file-claims", linked=linked, named=named, **facts)
    page.extend(html.fragments_fromstring(claims))


def _said(line: Any) -> str:
    return " ".join(line.text_content().split())


def _markup(tree: Any) -> Markup:
    text = etree.tostring(tree, encoding="unicode", method="html", with_tail=False)
    short = _TAG.sub(lambda tag: _QUOTED.sub(r"=\1", tag[0]), _IMPLIED.sub("", text))
    return Markup(short)  # noqa: S704 pages the engine has escaped
