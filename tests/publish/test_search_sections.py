"""What search reads of a page is what the theme's own plugin would read of it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from guide.data.pages import DocPage
from guide.publish.search import sections
from tests.publish.sites import site
from tests.small import book as small_book

PAGE = DocPage(path="a", name="docs/a.md", title="Title", product=None, calls=())
ARTICLES = {
    "headings": '<h1 id="a">A <b>b</b></h1>\n<p>one</p>'
    '<h2 id="s">S<a class="headerlink" href="#s" title="Link">&para;</a></h2>\n<p>two</p>',
    "before the first heading": '<div class="hero"><h1 id="a">A</h1><p>one</p></div><p>two</p>',
    "no heading": "<p>one &amp; &lt;b&gt; two</p>",
    "a heading within": '<h1 id="a">A</h1><div><h2 id="s">S</h2><p>in</p></div><p>after</p>'
    '<div><div><h3 id="t">T</h3>x</div>y</div>z',
    "left out": '<h1 id="a">A</h1><p>one</p><div data-search-exclude><p>no<br>no</p></div><p>two</p>'
    '<h2 id="s" data-search-exclude="data-search-exclude">S</h2><p>no</p><h2 id="t">T</h2>yes',
    "in the heading": '<h1 id="a">A <span data-search-exclude>no</span> z</h1><p>one</p>',
    "scripts and drawings": '<h1 id="a">A</h1><script>no</script><style>p{}</style><p>one</p>'
    '<svg viewBox="0 0 1 1"><path d="M0"/><linearGradient id="g"/></svg><p>two<input>three</p>',
    "signs": '<h1 id="a">A</h1><p title="a > b">one<sup>[1]</sup></p><!-- no --><ul><li>x</li></ul>',
    "ends of nothing": '<h1 id="a">A</h1></p><p>one</b></p><p>two',
}


def plugins(article: str, **meta: Any) -> list[dict[str, Any]]:
    """The entries that the plugin makes."""
    index = SearchIndex()
    page = SimpleNamespace(content=article, meta=meta, toc=[], url="a/", title="Title")
    index.add_entry_from_context(page)
    return [{**it, "text": _one_space(it["text"])} for it in index.entries]


def ours(article: str, page: DocPage = PAGE) -> list[dict[str, Any]]:
    """Those that are made of a finished page."""
    html = (
        f'<html><body><p>no</p><article class="md-typeset">\n {article}\n</article></body></html>'
    )
    found = sections.entries("a/", html, page)
    return [{**it, "text": _one_space(it["text"])} for it in found]


def _one_space(text: str) -> str:
    """The plugin leaves out empty paragraphs and some spaces; no search is looking for them."""
    for tag in ("p", "ul", "li"):
        text = text.replace(f"<{tag}></{tag}>", "")
    return " ".join(text.split())


@pytest.mark.parametrize("name", ARTICLES)
def test_sections_are_those_of_the_plugin(name: str) -> None:
    found = ours(ARTICLES[name])
    assert found == plugins(ARTICLES[name])
    assert "no" not in " ".join(f"{it['title']} {it['text']}" for it in found).split()


def test_the_head_of_a_page_counts() -> None:
    article = '<h1 id="a">A</h1>'
    assert ours(article, replace(PAGE, boost=3)) == plugins(article, search={"boost": 3})
    assert ours(article, replace(PAGE, searched=False)) == []


def test_marks_are_gone_when_they_were_read() -> None:
    book = replace(small_book(), pages={})
    it = site({"a/index.html": "<article><p data-search-exclude>x</p>y</article>"}, book=book)
    sections.apply(it)
    assert it.pages == {"a/index.html": "<article><p>x</p>y</article>"}
