"""The copy for disk: what a browser without a server needs, and nothing of a server."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from guide.publish.copies import offline
from guide.publish.site import Site, ThemeChangedError
from tests.publish.sites import URL, site

HOME = (
    '<a class="x" href="rights/">R</a><a href="#y">y</a><p class="judged">As of a day.</p></body>'
)


def web(site_url: str = URL, home: str = HOME) -> Site:
    pages = {
        "index.html": home,
        "404.html": '<p class="judged"></p></body>',
        "about/offline/index.html": '<div class="downloads"></div><p class="judged"></p></body>',
    }
    index = {"docs": [{"location": ""}, {"location": "#where"}, {"location": "rights/#eu"}]}
    files = {
        "search/search_index.json": json.dumps(index).encode(),
        "_headers": b"",
        "sitemap.xml": b"",
        "sitemap.xml.gz": b"",
        ".well-known/security.txt": b"",
        "assets/previews/index.png": b"",
        "data/sitemap.xml": b"data",
        "data/companies/x.json": b"{}",
        "data/changes/x.xml": b"",
    }
    return site(pages, files, site_url=site_url)


def test_a_site_is_converted_whole() -> None:
    copy = offline.convert(web())
    start = '<a class="x" href="rights/index.html">R</a><a href="#y">y</a>'
    assert copy.pages["index.html"].startswith(start)
    script = copy.files["search/search_index.js"].decode()
    index = json.loads(script.removeprefix("var __index = "))
    assert [entry["location"] for entry in index["docs"]] == [
        "index.html", "index.html#where", "rights/index.html#eu",
    ]  # fmt: skip


def test_other_languages_are_linked_to_on_the_web() -> None:
    line = '<p class="languages"><a href="de/" hreflang="de" lang="de">Deutsch</a></p>'
    there = web(home=f"{line}{HOME}")
    there.settings = replace(there.settings, languages=("en", "de"), root_url=URL)
    home = offline.convert(there).pages["index.html"]
    assert f'<a href="{URL}de/" rel="noreferrer" hreflang="de" lang="de">' in home


def test_what_is_never_read_from_disk_is_left_out() -> None:
    assert set(offline.convert(web()).content()) == {
        "index.html",
        "about/offline/index.html",
        "search/search_index.js",
        "assets/javascripts/copy-age.js",
        "data/sitemap.xml",
        "README.txt",
    }


def test_files_of_one_company_and_the_links_to_them_are_left_out() -> None:
    home = '<p>a <span class="alone">X alone: <a href="data/companies/x.json">x</a>.</span></p>'
    assert "alone" not in offline.convert(web(home=f"{home}{HOME}")).pages["index.html"]


@pytest.mark.parametrize("site_url", [URL, ""])
@pytest.mark.parametrize("file", ["platforms.yml", "comparison.csv", "letters/eu/object.de.txt"])
def test_data_stays_on_the_web_where_that_is_known(site_url: str, file: str) -> None:
    made = web(site_url, f'<a href="data/{file}">J</a><p class="judged"></p></body>')
    made.files[f"data/{file}"] = b"{}"
    copy = offline.convert(made)
    left = ' rel="noreferrer"' if site_url else ""
    assert f'<a href="{site_url}data/{file}"{left}>' in copy.pages["index.html"]
    assert (f"data/{file}" in copy.files) is not bool(site_url)


def test_a_feed_is_on_the_web_where_feed_readers_ask() -> None:
    made = web()
    page = made.pages["about/offline/index.html"]
    made.pages["about/changes/index.html"] = f'<a href="feed.xml">Feed</a>{page}'
    made.files["about/changes/feed.xml"] = b"<feed/>"
    copy = offline.convert(made)
    assert "about/changes/feed.xml" not in copy.files
    link = f'<a href="{URL}about/changes/feed.xml" rel="noreferrer">Feed</a>'
    assert copy.pages["about/changes/index.html"].startswith(link)


def test_the_site_itself_stays_as_it_was() -> None:
    it = web()
    before = it.content()
    offline.convert(it)
    assert it.content() == before


@pytest.mark.parametrize(
    ("site_url", "said"),
    [(URL, f"{URL}about/offline/"), ("", "ask whoever gave it to you")],
)
def test_a_copy_says_that_it_is_one_and_where_the_newest_is(site_url: str, said: str) -> None:
    copy = offline.convert(web(site_url))
    html = copy.pages["index.html"]
    assert "This is a copy made on that day." in html.partition("As of a day.")[2]
    readme = copy.files["README.txt"].decode()
    assert "A copy of 23 November 2026, version 1." in readme
    assert said in html
    assert said in readme


def test_a_page_that_says_no_day_is_refused() -> None:
    with pytest.raises(ThemeChangedError, match=r"index\.html has no day it is judged by"):
        offline.convert(web(home="<p>"))
