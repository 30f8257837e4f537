"""The data and the pages are read again when they have changed, and only then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.data.book import Book, open_book
from guide.errors import DataError
from guide.paths import DOCS

WHATSAPP = "opt-out/whatsapp.md"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the pages and their data, to be edited."""
    return Path(shutil.copytree(DOCS, tmp_path / "docs"))


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
    edit(docs / WHATSAPP, 'title: "', 'title: "Newly named ')
    after = opened(docs)
    assert after.pages["opt-out/whatsapp"].title.startswith("Newly named")
    assert after.data is before.data


def test_an_edited_page_must_still_fit_the_data(docs: Path) -> None:
    opened(docs)
    with (docs / WHATSAPP).open("a", encoding="utf-8") as page:
        page.write('\n{{ cite("nothing-of-this-name") }}\n')
    with pytest.raises(DataError, match="nothing-of-this-name"):
        opened(docs)


def test_edited_data_is_read_again(docs: Path) -> None:
    claim, text = next((name, it.text) for name, it in opened(docs).data.claims.items())
    edit(docs / "data" / "platforms.yml", text, f"Newly said. {text}")
    assert opened(docs).data.claims[claim].text == f"Newly said. {text}"


def test_a_letter_that_is_not_utf_8_is_told_with_its_line(docs: Path) -> None:
    letter = docs / "data" / "letters" / "eu" / "object.en.txt"
    raw = letter.read_bytes()
    letter.write_bytes(raw[: raw.index(b"# demands")] + b"\xff" + raw)
    with pytest.raises(DataError) as told:
        opened(docs)
    line = raw[: raw.index(b"# demands")].count(b"\n") + 1
    assert (
        str(told.value)
        == f"letters/eu/object.en.txt:{line}: this is not UTF-8 text; save the file as UTF-8"
    )
