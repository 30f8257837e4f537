"""The way to the same page in other languages, on pages held in memory."""

from __future__ import annotations

import gzip
import re

import pytest

from guide.i18n import pages
from guide.i18n.language import building, named
from guide.publish import language_switch
from guide.publish.site import Site, ThemeChangedError
from guide.settings import PSEUDO
from tests.publish.sites import site

ROOT = "https://guide.example/guide/"
STEPS = "opt-out/facebook/web"
PAGE = '<header><label class="x" for="__search"></label></header><h1>Title</h1>'
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'
)
_LINK = re.compile(r'<a href="([^"]*)"[^>]* hreflang="([^"]*)"')


def made(*languages: str, root: str = ROOT, own: str = "en") -> Site:
    url = root if own == "en" or not root else f"{root}{own}/"
    sitemap = SITEMAP.format(f"{url}rights/eu/").encode()
    found = site(
        dict.fromkeys(
            ("index.html", "404.html", "rights/eu/index.html", f"{STEPS}/index.html"), PAGE
        ),
        {
            "assets/javascripts/switches.js": b"own();\n",
            "sitemap.xml": sitemap,
            "sitemap.xml.gz": gzip.compress(sitemap),
        },
        languages=languages or None,
        root_url=root,
        site_url=url,
    )
    with building(named(own)):
        language_switch.apply(found)
    return found


def told(found: Site) -> str:
    return found.files["sitemap.xml"].decode()


def links(found: Site, page: str) -> dict[str, str]:
    return {code: href for href, code in _LINK.findall(found.pages[page])}


def test_a_page_leads_to_itself_in_each_other_language() -> None:
    found = made("en", "de", "pt-BR")
    assert links(found, "rights/eu/index.html") == {
        "de": "../../de/rights/eu/",
        "pt-BR": "../../pt-br/rights/eu/",
    }
    assert (
        '<a href="../../de/rights/eu/" hreflang="de" lang="de">Deutsch</a>'
        in (found.pages["rights/eu/index.html"])
    )
    assert ">Português (Brasil)</a>" in found.pages["rights/eu/index.html"]


def test_a_translation_leads_back_to_the_root() -> None:
    found = made("en", PSEUDO, own=PSEUDO)
    assert links(found, "rights/eu/index.html") == {"en": "../../../rights/eu/"}
    assert links(found, "index.html") == {"en": "../"}


def test_a_page_for_lost_readers_leads_to_the_other_home_from_any_address() -> None:
    assert links(made("en", "de"), "404.html") == {"de": "/guide/de/"}


def test_the_home_page_tells_the_languages_below_its_title() -> None:
    found = made("en", "de")
    assert '</h1><p class="languages">' in found.pages["index.html"]
    assert '<p class="languages">' not in found.pages["rights/eu/index.html"]


@pytest.mark.parametrize("languages", [(), ("en",)])
def test_english_alone_is_as_it_was(languages: tuple[str, ...]) -> None:
    found = made(*languages)
    assert set(found.pages.values()) == {PAGE}
    assert found.files["assets/javascripts/switches.js"] == b"own();\n"
    assert b"hreflang" not in found.files["sitemap.xml"]


@pytest.mark.parametrize("own", ["en", PSEUDO])
def test_search_engines_are_told_the_pairs_in_each_sitemap(own: str) -> None:
    found = made("en", PSEUDO, own=own)
    text = told(found)
    assert re.findall(r'hreflang="([^"]*)" href="([^"]*)"', text) == [
        ("en", f"{ROOT}rights/eu/"),
        (PSEUDO, f"{ROOT}{PSEUDO.lower()}/rights/eu/"),
        ("x-default", f"{ROOT}rights/eu/"),
    ]
    assert 'xmlns:xhtml="http://www.w3.org/1999/xhtml"' in text
    assert gzip.decompress(found.files["sitemap.xml.gz"]).decode() == text


def test_no_page_tells_browsers_of_languages_in_its_head() -> None:
    heads = re.findall(r"<link [^>]*>", "".join(made("en", "de").pages.values()))
    assert [it for it in heads if "hreflang" in it] == []


def test_without_scripts_each_step_leads_to_itself_in_each_other_language() -> None:
    found = made("en", "de", "pt-BR")
    assert '<noscript><a href="languages/">' in found.pages[f"{STEPS}/index.html"]
    assert "<noscript>" not in found.pages["rights/eu/index.html"]
    chooser = _LINK.findall(found.pages[f"{STEPS}/languages/index.html"])
    for step in ("log-in", "send"):
        for folder, code in (("de", "de"), ("pt-br", "pt-BR")):
            address = f"../../../../{folder}/{STEPS}/#facebook-web-object--{step}"
            assert (address, code) in chooser


def test_a_translation_leads_from_a_step_to_the_english_one() -> None:
    chooser = made("en", PSEUDO, own=PSEUDO).pages[f"{STEPS}/languages/index.html"]
    assert f'href="../../../../../{STEPS}/#facebook-web-object--send" hreflang="en"' in chooser


def test_a_copy_leads_to_the_web_for_the_same_step() -> None:
    found = made("en", "de")
    language_switch.in_copy(found)
    assert f"{STEPS}/languages/index.html" not in found.pages
    way = f'<a href="{ROOT}{STEPS}/languages/" rel="noreferrer">'
    assert way in found.pages[f"{STEPS}/index.html"]


def test_search_engines_are_not_told_of_what_is_mostly_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "share", lambda *_: 0.4)
    assert re.findall(r'hreflang="([^"]*)"', told(made("en", "de"))) == ["en", "x-default"]
    assert "<url>" not in told(made("en", "de", own="de"))


def test_a_copy_leads_to_the_web_for_what_it_does_not_hold() -> None:
    found = made("en", "de")
    language_switch.in_copy(found)
    for page, path in (("rights/eu/index.html", "rights/eu/"), ("index.html", "")):
        assert set(links(found, page).values()) == {f"{ROOT}de/{path}"}
        assert found.pages[page].count('rel="noreferrer"') == found.pages[page].count("<a ")


def test_a_copy_without_an_address_on_the_web_offers_none() -> None:
    found = made("en", "de", root="")
    language_switch.in_copy(found)
    assert set(found.pages.values()) == {PAGE}


def test_a_theme_without_a_place_for_the_list_stops_the_build() -> None:
    found = site({"index.html": "<h1>Title</h1>"}, languages=("en", "de"))
    with pytest.raises(ThemeChangedError, match=r"index\.html has no button for the search"):
        language_switch.apply(found)
