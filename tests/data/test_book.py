"""The data and the pages are read again when they have changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.data.book import Book
from guide.errors import DataError
from guide.show.book import open_book
from tests import small_pages

PAGE = "opt-out/facebook/web.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The pages of the small guide and their data, to be edited."""
    small_pages.write(tmp_path / "docs")
    return tmp_path / "docs"


def opened(docs: Path) -> Book:
    return open_book(docs / "data" / "platforms.yml", docs)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_has_not_changed_is_not_read_again(docs: Path) -> None:
    assert opened(docs) is opened(docs)


def test_an_edited_page_is_read_again_and_the_data_is_not(docs: Path) -> None:
    before = opened(docs)
    edit(docs / PAGE, 'title: "', 'title: "Newly named ')
    after = opened(docs)
    assert after.pages["opt-out/facebook/web"].title.startswith("Newly named")
    assert after.data.sources is before.data.sources


def test_an_edited_page_must_still_fit_the_data(docs: Path) -> None:
    opened(docs)
    with (docs / PAGE).open("a", encoding="utf-8") as page:
        page.write('\n{{ cite("nothing-of-this-name") }}\n')
    with pytest.raises(DataError, match="nothing-of-this-name"):
        opened(docs)


def test_edited_data_is_read_again(docs: Path) -> None:
    claim, text = next((name, it.text) for name, it in opened(docs).data.claims.items())
    edit(docs / "data" / "platforms.yml", text, f"Newly said. {text}")
    assert opened(docs).data.claims[claim].text == f"Newly said. {text}"


UNKNOWN = {
    "letters('euu')": "there is no place with letters `euu`; did you mean `eu`?",
    'letters("euu")': "there is no place with letters `euu`; did you mean `eu`?",
    "cite('no-such')": "there is no claim `no-such`",
    "cite(*['no-such'])": "there is no claim `no-such`",
    "route(level=1, name='facebook-web-object-2')": "there is no route `facebook-web-object-2`",
    "form('no-such')": "there is no form `no-such`",
    "glance('facebok')": "there is no product `facebok`; did you mean `facebook`?",
    "controller('meta-irland')": "there is no controller `meta-irland`; did you mean `meta-ireland`?",
    "authorities('euu', level=4)": "there is no jurisdiction `euu`",
    "timeline('mata')": "there is no company `mata`; did you mean `meta`?",
    "latest_change(company='mata')": "there is no company `mata`; did you mean `meta`?",
    "places('yess')": "there is no answer `yess`; did you mean `yes`?",
}


def test_an_unknown_id_in_any_macro_call_is_told_before_a_build(docs: Path) -> None:
    page = docs / PAGE
    text = page.read_text(encoding="utf-8")
    calls = "\n".join(f"{{{{ {call} }}}}" for call in UNKNOWN)
    page.write_text(f"{text}{calls}\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        opened(docs)
    told = str(caught.value).splitlines()
    for line, (call, wrong) in enumerate(UNKNOWN.items(), text.count("\n") + 1):
        assert any(it.startswith(f"docs/{PAGE}:{line}: {wrong}") for it in told), (call, told)
