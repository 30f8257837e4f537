"""A text that changes in English is asked for in every published language, in the same change."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog

from guide.i18n.catalogue import Catalogue, Domain, Key
from guide.translate.collect import Message
from guide.translate.command import SHOWN, asked

NEW = "Send the form again, from each account that is not linked."


def needed(*texts: str) -> dict[Domain, dict[Key, Message]]:
    return {"data": {it.key: it for it in map(Message, texts)}}


def said(language: str, *texts: str) -> dict[Domain, Catalogue]:
    own = {("", it): "x" for it in texts}
    return {"data": Catalogue(Path("data.po"), Catalog(locale=language), own)}


def test_what_changed_is_asked_for_in_each_language_that_lacks_it() -> None:
    published = {"de": said("de", "Old."), "fr": said("fr", "Old.", NEW), "pl": said("pl", "Old.")}
    head, *lines = asked(published, needed("Old.", NEW))
    assert "1 text of the core" in head
    assert "English shows" in head
    assert lines == [f"- de, pl: data.po: {NEW}"]


def test_a_whole_core_asks_for_nothing() -> None:
    published = {"de": said("de", NEW), "fr": said("fr", NEW)}
    assert asked(published, needed(NEW)) == ["the core is whole in 2 languages: de, fr"]


def test_of_many_texts_the_first_are_named() -> None:
    texts = [f"Text {number}." for number in range(SHOWN + 5)]
    lines = asked({"de": said("de")}, needed(*texts))
    assert len(lines) == 1 + SHOWN + 1
    assert lines[-1] == "- and 5 more"
