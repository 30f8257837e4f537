"""What the check lets through can be built: addresses, languages, names, words, domains."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from guide.data import nav
from guide.data.model import comparison, evidence, letters, places, routes
from guide.errors import BuildFailedError
from guide.show import wording
from tests.small import changed, line_of, mistakes

ADDRESS = '"https://www.dataprotection.ie/en"'


@pytest.mark.parametrize(
    "written",
    [
        "https://www.dataprotection.ie/\\ax",
        "\\x01https://www.dataprotection.ie/en",
        "https://www.dataprotection.ie/\\0",
        "https://www.dataprotection.ie/\\x7f",
        "https://www.dataprotection.ie/\\x1b[2J",
        "https://www.dataprotection.ie/é",
        "https://www.dataprotection.ie/ x",
    ],
)
def test_an_address_is_printable_ascii(written: str) -> None:
    text = changed(ADDRESS, f'"{written}"')
    (told,) = mistakes(text)
    assert told.startswith(f"platforms.yml:{line_of(text, written)}: ")
    assert "holds characters an address cannot have" in told


@pytest.mark.parametrize("code", ["xx", "zz", "en-ZZ", "pt-XX"])
def test_a_language_has_a_name(code: str) -> None:
    text = changed("fr: {text:", f"{code}: {{text:")
    (told,) = mistakes(text)
    assert told.startswith(f"platforms.yml:{line_of(text, f'{code}: {{text:')}: ")
    assert f"there is no name for the language `{code}`" in told


@pytest.mark.parametrize(
    "suffix", ["co.uk", "com.br", "github.io", "pages.dev", "org.uk", "herokuapp.com", "web.app"]
)
def test_a_domain_is_nobody_elses(suffix: str) -> None:
    text = changed('["facebook.com", "instagram.com"]', f'["facebook.com", "{suffix}"]')
    told = mistakes(text)
    assert any(f"under `{suffix}` anybody can have a name" in line for line in told)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (wording.KIND, evidence.Kind),
        (wording.SURE, evidence.Confidence),
        (wording.SURE_MEANS, evidence.Confidence),
        (wording.VERDICT, comparison.Verdict),
        (wording.LETTER, letters.Kind),
        (wording.FIELD, letters.Blank),
        (wording.DEED, places.Deed),
        (wording.HOW, routes.How),
        (wording.SURFACE, routes.Surface),
        (wording.UNIT, letters.Reply.model_fields["unit"].annotation),
        (wording.BASIS, letters.Reply.model_fields["basis"].annotation),
        (wording.OBJECTION, places.Jurisdiction.model_fields["objection"].annotation),
        (wording.BY_LETTER, places.ByLetter.model_fields["answer"].annotation),
    ],
)
def test_templates_have_a_word_for_all_the_data_may_say(words: dict[str, str], given: Any) -> None:
    assert set(get_args(given)) == set(words)


def test_the_table_of_contents_names_what_is_there(tmp_path: Any) -> None:
    head = "site_name: x\nextra: {tagline: y}\n"
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"{head}nav:\n  - A: a.md\n  - B:\n      - b/index.md\n      - C: b/c.md\n")
    nav.check(["a", "b", "b/c"], tmp_path)
    for known, said in (
        (["a", "b"], "`b/c` is no page"),
        (["a", "b", "b/c", "d"], "`d` is not in"),
    ):
        with pytest.raises(BuildFailedError, match=said):
            nav.check(known, tmp_path)
    for broken in ("", "nav: 3\n", "nav: [[x]]\n", "nav:\n  - a.md\n"):
        config.write_text(head + broken)
        with pytest.raises(BuildFailedError, match="`nav` cannot be read"):
            nav.check(["a"], tmp_path)
