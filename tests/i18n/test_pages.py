"""Pages in another language: the same addresses, and English told as English."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.messages.catalog import Catalog

from guide.i18n import foreign
from guide.i18n.catalogue import Catalogue, Domain
from guide.i18n.engine_settings import made
from guide.i18n.language import Language, named
from guide.i18n.pages import said
from guide.paths import DOCS, LOCALES
from guide.settings import PSEUDO

PAGE = """---
title: "A page"
---
# A page

## What *you* can do { .wide }

{{ claim("x") }} Write to {{ controller("y") }} soon.

### What you can do

{% call part("{fact} about it") %}
{% endcall %}

- Read [this {{ count("companies") }} times](a.md).
"""


def german(**texts: str) -> Language:
    """A language with these translations, and no others."""
    domains: tuple[Domain, ...] = ("frame", "pages", "data")
    file = LOCALES / "de" / "pages.po"
    own = {("", english.replace("_", " ")): text for english, text in texts.items()}
    found = {it: Catalogue(file, Catalog(locale="de"), own) for it in domains}
    return Language("de", Locale("de"), found)


def test_headings_keep_the_addresses_of_the_english_page() -> None:
    page = said(PAGE, german(What_you_can_do="Was du tun kannst"))
    assert "# " + foreign.SPAN + "A page</span> { #a-page }\n" in page
    assert "</span> { #what-you-can-do .wide }\n" in page
    assert "### Was du tun kannst { #what-you-can-do_1 }\n" in page


def test_what_is_not_translated_is_told_to_be_english_around_macros() -> None:
    page = said(PAGE, german())
    span = foreign.SPAN
    assert (
        f'{{{{ claim("x") }}}} {span}Write to</span> {{{{ controller("y") }}}} {span}soon.</span>'
        in page
    )
    assert f'- {span}Read [this {{{{ count("companies") }}}} times](a.md).</span>\n' in page
    assert f'{{% call part("{foreign.mark("{fact} about it")}") %}}' in page
    assert 'title: "A page"\n' in page  # a title can hold no mark


def test_english_pages_are_as_they_are_written() -> None:
    assert said(PAGE, named("en")) == PAGE


def test_the_pseudo_language_leaves_no_sentence_plain() -> None:
    page = said(PAGE, named(PSEUDO))
    assert '«Wrîté tö {{ controller("y") }} šööñ.»' in page
    assert foreign.SPAN not in page


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>{} is</p>", '<p><span lang="en">No</span> is</p>'),
        ('<a title="{}">{}</a>', '<a title="No"><span lang="en">No</span></a>'),
        ("<title>{}</title>", "<title>No</title>"),
        ('<script>"{}"</script>', '<script>"No"</script>'),
        ("<option>{}</option>", "<option>No</option>"),
        ("## {} { #no }", '## <span lang="en">No</span> { #no }'),
        ("<p>No</p>", "<p>No</p>"),
    ],
)
def test_english_is_told_where_an_element_may_stand(html: str, told: str) -> None:
    assert foreign.told(html.replace("{}", foreign.mark("No"))) == told


def test_a_sentence_and_what_fills_it_in_are_both_told() -> None:
    both = foreign.mark(f"By {foreign.mark('readers')}.")
    assert foreign.told(both) == f"{foreign.SPAN}By {foreign.SPAN}readers</span>.</span>"


def test_a_mark_that_lost_its_other_half_is_not_seen() -> None:
    assert foreign.told(f"<p>cut {foreign.OPEN}short…</p>") == "<p>cut short…</p>"


def test_the_menu_and_the_engines_own_words_are_translated() -> None:
    told = made(named(PSEUDO))
    assert {"«Hömé»": "index.md"} in told["nav"]
    assert told["theme"]["palette"][0]["toggle"] == {
        "icon": "guide/moon",
        "name": "«Šwîtçh tö dàrk mödé»",
    }
    toc = next(it["toc"] for it in told["markdown_extensions"] if "toc" in it)
    assert toc["permalink_title"] == "«Lîñk tö thîš šéçtîöñ»"
    assert toc["toc_depth"] == 2


def test_every_heading_that_a_macro_fills_has_an_address_of_its_own() -> None:
    """What the macro says depends on the language, and so would the address."""
    wrong = [
        f"{file.relative_to(DOCS)}: {line}"
        for file in DOCS.rglob("*.md")
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("#") and "{{" in line and "{ #" not in line
    ]
    assert wrong == []
