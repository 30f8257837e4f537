"""French has a space before ``:``, ``;``, ``!`` and ``?``, at which no line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from guide.data.book import Book
from guide.data.letter_texts import read_all
from guide.i18n import scripts
from guide.i18n.blocks import SEARCH_WORDS
from guide.i18n.catalogue import forms, key, usable
from guide.i18n.kept import KEPT
from guide.i18n.language import building, named
from guide.paths import DOCS, ROOT
from guide.show import comparison
from guide.show.render import render

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
SCRIPTS = sorted([*(DOCS / "assets").rglob("*.js"), *(ROOT / "guide" / "publish").rglob("*.js")])
_WRONG = re.compile(
    r"[^\W\d_][:;!?](?:\s|$)"  # no space at all
    r"| (?=[:;!?»])|(?<=«) "  # one at which a line breaks
    r"|«\S|\S»"
)
_SAID = re.compile(  # what translators get whole, and what is for writers of templates
    r"\{#.*?#\}|\{%-? *trans\b.*?endtrans *-?%\}"
    r'|\b(?:_|pgettext|ngettext)\((?:"[^"]*"|[^()"]|\([^()]*\))*\)',
    re.DOTALL,
)
_BARE = re.compile(r'(?:\}\}|%\}|</[a-z]+>)[:;!?](?=[\s<"{]|$)', re.MULTILINE)
_JOINED = re.compile(r'\{\{(?:(?!\}\}).)*?(?<!partition\()"[:;!?] ?"')
_IN_SCRIPT = re.compile(r'\$\{[^{}`]*\}[:;!?](?:\s|`)|(?<=[\s(,\[+])"[:;!?] ?"(?=[\s),\]+])')


def french(book: Book) -> Iterator[str]:
    """Every text of the French catalogues and letters."""
    for catalogue in named("fr").catalogues.values():
        for it in filter(usable, catalogue.messages()):
            if key(it)[0] != SEARCH_WORDS:
                yield from forms(it)
    letters = read_all(DOCS / "data" / "letters")
    yield from (it for name, it in letters.items() if name.endswith(".fr"))
    common = book.data.letter_words["fr"]
    yield from [*common.model_dump(exclude={"blanks"}).values(), *common.blanks.values()]


def test_each_french_text_has_them(book: Book) -> None:
    texts = list(french(book))
    assert len(texts) > 1000
    assert [it for it in texts if _WRONG.search(KEPT.sub("x", it))] == []


@pytest.mark.parametrize("text", ["Langues: a", "Langues : a", "quoi?", "« non »", "«non»"])
def test_a_slip_is_seen(text: str) -> None:
    assert _WRONG.search(text)


def template(text: str) -> list[str]:
    """Signs that a template puts after a word as only some languages have them."""
    own = _SAID.sub("", text)
    return [*_BARE.findall(own), *_JOINED.findall(own)]


def test_no_template_puts_a_sign_of_its_own_after_a_word() -> None:
    found = {it.name: template(it.read_text("utf-8")) for it in TEMPLATES}
    assert len(found) > 50
    wrong = 'let the language say it: {{ _(":") }}'
    assert {name: signs for name, signs in found.items() if signs} == {}, wrong


@pytest.mark.parametrize(
    "text", ["{{ name }}: {{ said }}", "<b>{{ name }}</b>: so", "{% endif %};\n", '{{ x | join("; ") }}']
)  # fmt: skip
def test_such_a_sign_is_seen(text: str) -> None:
    assert template(text)


def script(code: str) -> list[str]:
    """The same of a script."""
    whole = "\n".join(scripts.texts(code))
    return [it for it in _IN_SCRIPT.findall(code) if it not in whole]


def test_no_script_does_either() -> None:
    found = {it.name: script(it.read_text("utf-8")) for it in SCRIPTS}
    assert len(found) > 20
    assert {name: signs for name, signs in found.items() if signs} == {}
    assert script("`${name}: ${said}`") == ["${name}: "]
    assert script('[word, "?"]') == ['"?"']


def test_so_readers_get_them(book: Book) -> None:
    links = [("../", "en", "English")]
    with building(named("fr")):
        assert "Langues\u00a0: <a" in render("language-line", links=links)
        assert comparison.gist(book, "full-opt-out").startswith("Meta\u00a0: ")
    assert "Languages: <a" in render("language-line", links=links)
