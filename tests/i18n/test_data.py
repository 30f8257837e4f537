"""Which fields of the data are said in other languages, and that they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from guide.data import loader
from guide.data.model.file import File
from guide.data.model.letters import Letter
from guide.data.seen import SOURCE_ID
from guide.data.types import PROSE
from guide.i18n import data
from guide.i18n.language import building, named
from guide.settings import PSEUDO
from guide.show.book import open_book
from tests import small_pages
from tests.small import TEXT, changed

KEPT = {
    # Names and titles are what they are.
    "AddresseeWords.company", "AddresseeWords.products", "AddresseeWords.assistant",
    "Authority.name", "Controller.name", "Controller.attention", "Controller.address",
    "Source.title", "Source.publisher", "Source.same_text_as",
    # Quoted from documents and screens.
    "SourceRef.at", "Label.text", "Label.english", "LabelName.text",
    "LabelName.earlier", "Step.labels", "Step.path", "Step.english",
    # A letter's words are in its own language.
    "Controller.in_letters", "Wording.greeting", "Wording.who_self", "Wording.who_child",
    "Wording.who_no_account", "Wording.demand", "Wording.situation", "Wording.proof",
    "Wording.enclosed", "Wording.closing", "Wording.products", "Wording.assistant",
    "Wording.blanks",
    # Addresses, and words to search for, in any language.
    "Retired.page", "Retired.see", "Moved.new", "Jurisdiction.also_called", "Product.also_called",
}  # fmt: skip
"""Texts of the data that stay as they are in every language."""


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if model not in seen:
        seen.add(model)
        yield model
        for field in model.model_fields.values():
            for inner in parts(field.annotation):
                if isinstance(inner, type) and issubclass(inner, BaseModel):
                    yield from models(inner, seen)


def parts(hint: Any) -> Iterator[Any]:
    yield hint
    for inner in get_args(hint):
        yield from parts(inner)


def free_texts(model: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    """Fields that hold any text, by the model that declares them, and whether it is prose."""
    for name, field in model.model_fields.items():
        everything = [*field.metadata, *parts(field.annotation)]
        free = any(
            getattr(getattr(it, "func", None), "__name__", "") == "_text" for it in everything
        )
        if free:
            owner = next(
                it for it in reversed(model.__mro__) if name in getattr(it, "model_fields", {})
            )
            yield f"{owner.__name__}.{name}", PROSE in everything


def test_of_every_text_it_is_said_whether_it_is_prose() -> None:
    found = dict(
        it for model in models(File, set()) if model is not Letter for it in free_texts(model)
    )
    undecided = {name for name, prose in found.items() if not prose} - KEPT
    assert undecided == set(), "make it Prose in the model, or say in KEPT why it stays"
    assert {name for name in KEPT if found.get(name, True)} == set(), "KEPT names what is not there"


def small() -> File:
    return File.model_validate(loader.load(TEXT.encode())[0])


def test_sentences_are_said_anew_and_nothing_else() -> None:
    before, after = small(), data.said(small(), named(PSEUDO))
    claims = {key: it.text for key, it in after.claims.items()}
    assert claims["eu-may-object"] == "«Îñ thé ÉÛ ýöû màý öbjéçt.»"
    route = after.companies["meta"].products["facebook"].routes[0]
    assert route.steps[0].path == ["settings", "privacy-center"]
    assert after.documents == before.documents
    assert after.companies["meta"].shared_steps["send-form"][0].do == "«Préšš {submit}.»"


def test_countries_have_their_names_from_the_language() -> None:
    assert data.said(small(), named(PSEUDO)).places["eu"].members[0].name == "Irland"


def test_a_country_in_a_sentence_is_said_by_translators() -> None:
    text = changed('name: "Ireland",', 'name: "Ireland", in_sentence: "the Irish Republic",')
    file = File.model_validate(loader.load(text.encode())[0])
    member = data.said(file, named(PSEUDO)).places["eu"].members[0]
    assert (member.name, member.in_sentence) == ("Irland", "«thé Îrîšh Répûblîç»")
    assert "the Irish Republic" in {it.text for it in data.texts(file)}


def test_of_the_names_of_companies_only_one_with_an_english_word_is_said_anew() -> None:
    assert data.said(small(), named(PSEUDO)).companies["meta"].name == "Meta"
    text = changed('    name: "Meta"', '    name: "Meta and Muse"')
    both = File.model_validate(loader.load(text.encode())[0])
    assert data.said(both, named(PSEUDO)).companies["meta"].name == "«Métà àñd Mûšé»"
    named_so = [it.text for it in data.texts(both) if it.place == "companies.meta.name"]
    assert named_so == ["Meta and Muse"]


def test_reports_count_in_every_language(tmp_path: Path) -> None:
    small_pages.write(tmp_path / "docs")
    file = tmp_path / "docs" / "data" / "platforms.yml"
    text = file.read_text("utf-8").replace('kind: "reader"', 'kind: "maintainer"')
    file.write_text(text, "utf-8")
    with building(named(PSEUDO)):
        book = open_book(file, tmp_path / "docs")
    assert book.routes["facebook-web-object"].route.confirmed.source == SOURCE_ID
    assert book.data.claims["eu-may-object"].text.startswith("«")


def test_english_is_the_file_itself() -> None:
    file = small()
    assert data.said(file, named("en")) is file


def test_every_text_is_told_with_its_place() -> None:
    told = {it.text: it.place for it in data.texts(small())}
    assert told["Press {submit}."] == "companies.meta.shared_steps.send-form.send.do"
    assert told["In the EU you may object."] == "claims.eu-may-object.text"
    assert "Ireland" not in told  # the Unicode CLDR knows it
