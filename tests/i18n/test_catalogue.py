"""What a catalogue says, and what it never says again once the English has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel import Locale

from guide.errors import DataError
from guide.i18n.catalogue import Catalogue, written
from guide.i18n.check import check, differences, months
from guide.translate.collect import Message
from guide.translate.update import updated

OLD = "Meta uses your posts, all of them, and has said so more than once since May 2025."
NEW = OLD.replace("uses", "may use")
GERMAN = "Meta nutzt deine Beiträge, und sagt das seit Mai 2025 mehr als einmal."
DE = Locale("de")

Update = Callable[..., Catalogue]


@pytest.fixture
def update(tmp_path: Path) -> Update:
    """Brings one catalogue up to date with these texts, over and over."""
    file = tmp_path / "locales" / "de" / "data.po"
    file.parent.mkdir(parents=True)

    def run(*texts: str, same: str = "", say: str = "") -> Catalogue:
        wanted = {it.key: it for it in map(Message, texts)}
        file.write_bytes(
            written(updated(Catalogue.read(file, "de"), wanted, same), "data", "German", None)
        )
        if say:
            empty = 'msgstr ""\n'
            head, _, rest = file.read_text("utf-8").partition(f'msgid "{texts[0]}"\n{empty}')
            file.write_text(f'{head}msgid "{texts[0]}"\nmsgstr "{say}"\n{rest}', "utf-8")
        return Catalogue.read(file, "de")

    return run


def test_a_translation_is_found_by_its_english(update: Update) -> None:
    assert update(OLD, say=GERMAN).said == {("", OLD): GERMAN}


def test_what_changed_in_english_is_never_shown_as_it_was(update: Update) -> None:
    update(OLD, say=GERMAN)
    changed = update(NEW)
    assert changed.said == {}
    text = changed.file.read_text("utf-8")
    assert "#, fuzzy" in text
    assert GERMAN in text
    assert "#| msgid" in text


def test_it_comes_back_with_its_english(update: Update) -> None:
    update(OLD, say=GERMAN)
    update(NEW)
    update(NEW)
    assert update(OLD).said == {("", OLD): GERMAN}


def test_a_change_that_means_the_same_keeps_the_translation(update: Update) -> None:
    update(OLD, say=GERMAN)
    assert update(NEW, same="may use your").said == {("", NEW): GERMAN}


def test_a_text_that_is_gone_is_kept_for_its_return(update: Update) -> None:
    update(OLD, say=GERMAN)
    assert update("Something else.").said == {}
    assert update(OLD).said == {("", OLD): GERMAN}


def test_a_second_run_changes_no_byte(update: Update) -> None:
    update(OLD, "Press {submit}.", say=GERMAN)
    first = update(NEW, "Press {submit}.").file.read_bytes()
    assert update(NEW, "Press {submit}.").file.read_bytes() == first


@pytest.mark.parametrize(
    ("english", "said", "wrong"),
    [
        ('So.{{ cite("a") }} And.', "Also. Und.", '`{{ cite("a") }}` is missing'),
        ("[Here](a.md)", "[Hier](b.md)", "`](a.md)` is missing"),
        ("Press {submit}.", "Senden.", "`{submit}` is missing"),
        ("Press it.", "Drücke {submit}.", "`{submit}` is not in the English"),
        ("%(number)s days", "%(nummer)s Tage", "`%(number)s` is missing"),
        ("${count} left", "noch ${zahl}", "`${count}` is missing"),
        ("In 30 days.", "In 20 Tagen.", "`30` is missing"),
        ("On 26 May 2025.", "Am 26. März 2025.", "`5` is missing"),
        ("In May 2025.", "2025.", "`5` is missing"),
        ("**No.**", "Nein.", "`**` is missing"),
        (" and ", "und", "blank at its beginning"),
    ],
)
def test_what_a_translation_lost_is_told(english: str, said: str, wrong: str) -> None:
    assert wrong in " ".join(told for told, _ in differences(english, said, DE))


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("On 26 May 2025, 2,000 people.", "Am 26. Mai 2025 waren es 2.000 Personen."),
        ("You may do so until 1 June 2026.", "Sie dürfen das bis zum 1. Juni 2026."),
        ("1.5 or 2", "1,5 oder 2"),
        (":", "\u00a0:"),
        ('[A](a.md){ aria-label="At home" }', '[A](a.md){ aria-label="Zu Hause" }'),
        ("{fact} about [it](a.md)", "Zu [ihm](a.md): {fact}"),
    ],
)
def test_other_words_and_other_order_are_fine(english: str, said: str) -> None:
    assert list(differences(english, said, DE)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le 26 mai 2025"),
        ("es", "26 de mayo de 2025"),
        ("pl", "26 maja 2025"),
        ("it", "maggio 2025"),
    ],
)
def test_months_are_known_in_each_language(language: str, text: str) -> None:
    assert list(months(text, Locale(language))) == ["5"]


def test_a_wrong_message_is_told_with_its_file_and_line(update: Update) -> None:
    made = update("Press {submit}.", say="Senden.")
    line = made.file.read_text("utf-8").split("\n").index('msgid "Press {submit}."') + 1
    with pytest.raises(DataError, match=rf"locales/de/data\.po:{line}: .*submit"):
        check([made])


def test_a_broken_catalogue_is_told_as_one_line(update: Update) -> None:
    made = update(OLD, say=GERMAN)
    made.file.write_text(f"{made.file.read_text('utf-8')}\nmsgid no quotes\n", "utf-8")
    with pytest.raises(DataError, match=r"locales/de/data\.po:\d+: this is no catalogue"):
        Catalogue.read(made.file, "de")
