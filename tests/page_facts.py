"""Built pages, parsed into what tests ask about."""

from __future__ import annotations

import os
import pickle
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import html  # type: ignore[import-untyped]

from tests.once import TESTED

_INERT = ("code", "pre", "script")


@dataclass(frozen=True)
class Facts:
    """One page, without its tree: a site of hundreds of pages stays small in memory."""

    title: str
    description: str
    canonical: str | None
    headings: int
    ids: Counter[str]
    loaded: tuple[str, ...]
    rels: frozenset[str]
    pings: tuple[str, ...]
    leading_out: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    article_links: tuple[str, ...]
    action_links: tuple[str, ...]
    cited: frozenset[str]
    step_links: frozenset[tuple[str, str]]
    lines: frozenset[tuple[str, str]]
    """Links that have an address of their own: each stands for what is elsewhere now."""
    styled: tuple[str, ...]
    handlers: tuple[str, ...]
    metas: tuple[str | None, ...]
    policy: str
    referrer: str
    inline_scripts: tuple[str, ...]
    inline_styles: tuple[str, ...]
    article: str
    footer: str


def has_class(name: str) -> str:
    """The XPath condition for an element of this class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _text(node: Any) -> str:
    return " ".join(node.xpath(f".//text()[not({' or '.join(f'ancestor::{t}' for t in _INERT)})]"))


def parsed(file: Path) -> Any:
    """The page's elements. Not kept: all pages together fill the memory."""
    return html.document_fromstring(file.read_text(encoding="utf-8"))


@cache
def facts(file: Path) -> Facts:
    """What tests ask about a page; of a site built for all of them, read by one worker alone."""
    if not file.is_relative_to(TESTED):
        return _read(file)
    kept = TESTED / "facts" / file.relative_to(TESTED).with_suffix(".pickle")
    if kept.exists():
        found: Facts = pickle.loads(kept.read_bytes())  # noqa: S301 (another worker's)
        return found
    found = _read(file)
    kept.parent.mkdir(parents=True, exist_ok=True)
    part = kept.with_name(f"{kept.name}.{os.getpid()}")
    part.write_bytes(pickle.dumps(found))
    part.rename(kept)  # whole, or not there
    return found


def _read(file: Path) -> Facts:
    tree = parsed(file)
    (article,) = tree.xpath("//article")[:1]
    footer = tree.xpath("//footer")
    policy = 'meta[@http-equiv="Content-Security-Policy"]/@content'
    actions = f"//*[{has_class('go__button')}] | //*[{has_class('step')}]//a | //*[{has_class('trouble')}]//a"
    return Facts(
        title="".join(tree.xpath("//title/text()")),
        description="".join(tree.xpath('//meta[@name="description"]/@content')),
        canonical=next(iter(tree.xpath('//link[@rel="canonical"]/@href')), None),
        headings=len(tree.xpath("//h1")),
        ids=Counter(tree.xpath("//@id")),
        loaded=tuple(
            tree.xpath(
                "//@src | //@srcset | //@poster | //object/@data | //@action | //@formaction"
                ' | //link[not(@rel="canonical")]/@href | //svg//@href'
            )
        ),
        rels=frozenset(rel for rels in tree.xpath("//link/@rel") for rel in rels.split()),
        pings=tuple(tree.xpath("//@ping")),
        leading_out=tuple(
            (link.get("href"), link.get("rel", ""))
            for link in tree.xpath("//a[@href]")
            if urlsplit(link.get("href")).netloc
        ),
        links=tuple(tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src")),
        article_links=tuple(article.xpath(".//a/@href")),
        action_links=tuple(node.get("href") for node in tree.xpath(actions) if node.get("href")),
        cited=frozenset(
            urlsplit(href).fragment for href in tree.xpath(f"//*[{has_class('cite')}]//a/@href")
        ),
        step_links=frozenset(
            (step.get("id"), href)
            for step in tree.xpath(f"//li[{has_class('step')}]")
            for href in step.xpath(".//a/@href")
        ),
        lines=frozenset((it.get("id"), it.get("href")) for it in tree.xpath("//a[@id][@href]")),
        styled=tuple(node.tag for node in tree.xpath("//*[@style]")),
        handlers=tuple(
            str(name) for node in tree.iter() for name in node.attrib if name.startswith("on")
        ),
        metas=tuple(node.get("http-equiv") for node in tree.xpath("/html/head/*")),
        policy="".join(tree.xpath(f"//{policy}")),
        referrer="".join(tree.xpath('//meta[@name="referrer"]/@content')),
        inline_scripts=tuple(
            node.text or ""
            for node in tree.xpath('//script[not(@src) and not(@type="application/json")]')
        ),
        inline_styles=tuple(node.text or "" for node in tree.xpath("//style")),
        article=_text(article),
        footer=_text(footer[0]) if footer else "",
    )
