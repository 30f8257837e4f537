"""The facts, said in another language: which fields are sentences is told by the model.

A field of the type ``Prose`` (``guide.data.types``) is said anew, any other stays: ids, dates,
addresses, names of documents, quoted places in them, and labels of menus. Labels stand as
slots in sentences (``Press {submit}.``), so nobody can translate one: it is called what the data
says that its app calls it. Countries have their names from the Unicode CLDR, by their codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from guide.data import labels
from guide.data.model.file import File
from guide.data.model.places import Member
from guide.data.model.routes import Company
from guide.data.types import PROSE
from guide.i18n.language import Language

IN_SENTENCE = "in a sentence"
"""The context of a place's name in running text: another word than alone, in some languages."""


class Text(NamedTuple):
    """A text of the data for readers, and where it stands."""

    text: str
    place: str
    context: str


def said(file: File, language: Language) -> File:
    """The file with its sentences and countries in another language."""
    if language.english:
        return file
    known = language.locale.territories

    def anew(value: Any, hint: Any, context: str = "") -> Any:
        """The value of this type, with every text in it said anew."""
        prose, hint = _kind(hint)
        if value is None or not (prose or _holds(hint)):
            return value
        if isinstance(value, str):
            return language.say("data", value, context)
        if isinstance(value, BaseModel):
            own = {it: inner for it, inner in _own(value).items() if it in value.model_fields_set}
            update = {
                it: anew(getattr(value, it), inner, _context(it)) for it, inner in own.items()
            }
            if isinstance(value, Member) and value.code in known:
                update["name"] = known[value.code]
            return value.model_copy(update=update)
        if isinstance(value, list):
            return [anew(it, _inner(hint)) for it in value]
        return {key: anew(it, _inner(hint)) for key, it in value.items()}

    return labels.in_language(anew(file, File), language.code)


@cache
def sayer(language: Language) -> Callable[[File], File]:
    """Says any file in this language; the same for each time it is asked for."""
    return partial(said, language=language)


def texts(file: File) -> Iterator[Text]:
    """Every text for readers but for countries, in the order of the file."""
    return _texts(file, File, ())


def _texts(value: Any, hint: Any, path: tuple[str, ...]) -> Iterator[Text]:
    prose, hint = _kind(hint)
    if value is None or not (prose or _holds(hint)):
        return
    if isinstance(value, str):
        yield Text(value, ".".join(path), _context(path[-1]))
    elif isinstance(value, BaseModel):
        for name, inner in _own(value).items():
            yield from _texts(getattr(value, name), inner, (*path, name))
    elif isinstance(value, list):
        for it in value:
            own = getattr(it, "id", None)
            yield from _texts(it, _inner(hint), (*path, own) if own else path)
    else:
        for key, it in value.items():
            yield from _texts(it, _inner(hint), (*path, key))


def _context(field: str) -> str:
    return IN_SENTENCE if field == "in_sentence" else ""


def _own(value: BaseModel) -> dict[str, Any]:
    """The fields of an entry to be said; the Unicode CLDR says what a country is called.

    A company is called the same everywhere, but where two names are joined by a word of English.
    """
    own = fields(type(value))
    country = isinstance(value, Member) and "-" not in value.code
    one = isinstance(value, Company) and " and " not in value.name
    return {name: hint for name, hint in own.items() if name != "name" or not (country or one)}


@cache
def fields(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a model that are, or hold, texts for readers, with their types."""
    hints = get_type_hints(model, include_extras=True)
    own = {name: (hints[name], *_kind(hints[name])) for name in model.model_fields}
    return {name: hint for name, (hint, prose, bare) in own.items() if prose or _holds(bare)}


def _kind(hint: Any) -> tuple[bool, Any]:
    """Whether the type is that of a text for readers; the type without remarks or ``None``."""
    prose = False
    while True:
        if get_origin(hint) is Annotated:
            hint, *remarks = get_args(hint)
            prose = prose or PROSE in remarks
        elif NoneType in get_args(hint):
            hint = next(it for it in get_args(hint) if it is not NoneType)
        else:
            return prose, hint


def _holds(hint: Any) -> bool:
    """Whether there is a text for readers anywhere in a value of this type."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return bool(fields(hint))
    if get_origin(hint) is Literal:
        return False
    return any(prose or _holds(bare) for prose, bare in map(_kind, get_args(hint)))


def _inner(hint: Any) -> Any:
    """The type of what a list or a map holds."""
    return get_args(hint)[-1]
