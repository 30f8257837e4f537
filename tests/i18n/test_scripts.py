"""Words in scripts are said in the language of the site."""

from __future__ import annotations

import json
import re

from guide.i18n.language import named
from guide.i18n.scripts import said, texts
from guide.paths import ROOT
from guide.settings import PSEUDO

CODE = """say(/*_*/"Copied \\"it\\"", "not-words", kept ? /*_*/` for ${quoted(x.map(([, y]) => y))} days` : "");"""


def test_marked_words_are_found_and_no_others() -> None:
    assert list(texts(CODE)) == ['Copied "it"', " for ${quoted(x.map(([, y]) => y))} days"]


COMMENT = re.compile(r"(?m)^ *//.*")
SENTENCE = re.compile(r"""(/\*_\*/ ?)?["'`][A-Z][a-z]+ [a-z$][^"'`]*""")


def test_every_sentence_of_a_script_is_marked() -> None:
    ours = [it for part in ("docs/assets", "guide/publish") for it in (ROOT / part).rglob("*.js")]
    code = [COMMENT.sub("", file.read_text(encoding="utf-8")) for file in ours]
    found = [it for text in code for it in SENTENCE.finditer(text)]
    assert len(found) > 50
    assert [it[0] for it in found if not it[1]] == []


def test_words_within_words_are_said_too() -> None:
    code = '/*_*/`ticked.${whole ? "" : /*_*/" Some left out."}`'
    assert list(texts(code)) == ['ticked.${whole ? "" : /*_*/" Some left out."}', " Some left out."]
    assert said(code, named(PSEUDO)) == '`«tîçkéd.${whole ? "" : "« Šömé léft öût.»"}»`'
    assert said(code, named("en")) == code.replace("/*_*/", "")


def test_dates_and_names_are_written_by_the_sites_language() -> None:
    assert said('say(/*@*/"en-GB")', named("en")) == 'say("en-GB")'
    assert said('say(/*@*/"en-GB")', named(PSEUDO)) == f'say("{PSEUDO}")'


def test_english_loses_the_marks_alone() -> None:
    assert said(CODE, named("en")) == CODE.replace("/*_*/", "")


def test_another_language_says_them_and_keeps_what_is_filled_in() -> None:
    told = said(CODE, named(PSEUDO))
    words = json.dumps('«Çöpîéd "ît"»', ensure_ascii=False)
    assert f'say({words}, "not-words"' in told
    assert "`« för ${quoted(x.map(([, y]) => y))} dàýš»`" in told
