"""The words of a built page: what is read as sentences, and all that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pyphen import Pyphen  # type: ignore[import-untyped]

from tests.page_facts import has_class, parsed

# Not our sentences: lists of sources and names, labels in a row, search terms, forms, letters.
ASIDES = ("evidence", "documents", "searched", "cite", "path", "names", "also-called", "picture", "qr",
    "deadline__places", "entry__ids", "step__opens", "step__link", "tick", "where", "form",
    "letter-form", "finder", "letter", "letter-variant", "index", "subjects", "entry__cited",
    "hosts", "direct__path")  # fmt: skip

# Words of others: documents' titles, search terms as people type them, ids, addresses.
OTHERS = (
    "evidence", "documents", "index", "searched", "also-called", "entry__ids", "direct__path",
    "letter-address",
)  # fmt: skip

# The outside of a letter.
FRAME = ("sender", "recipient", "date", "subject", "signature")

_RE = {"re": "http://exslt.org/regular-expressions"}  # many names in one go
_INERT = "//script | //style | //code"
_FOREIGN = "//*[@lang and not(starts-with(@lang, 'en'))]"
_NAMES = f"//a[@rel='noreferrer' and not({has_class('go__button')})]"  # of documents and bodies
_HEARD = "//@aria-label | //@title | //@alt | //@placeholder | //meta[@name='description']/@content"
_LABELS = f"//b | //strong | //*[{has_class('path')}] | //*[{has_class('picture')}]"
_END = re.compile(r"[.!?][”)]?$")
_QUOTED = re.compile(r"“[^”]*”")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|#\S+|[\w-]+(?:[./_][\w-]+)+/?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class Texts:
    """A page's words in English."""

    prose: tuple[str, ...]
    """Its sentences: paragraphs, list items, definitions; no tables, names or lists of sources."""
    steps: dict[str, tuple[str, ...]]
    """The sentences of each list of steps, by the id of its first."""
    letters: tuple[tuple[str, ...], ...]
    """The sentences of each letter in English."""
    shown: str
    """All a reader sees or hears, but quotations and titles of documents."""
    said: str
    """The same without the labels of menus, which are their makers' words."""


def _without(root: Any, *what: str) -> Any:
    copy = deepcopy(root)
    for node in copy.xpath(" | ".join(what), namespaces=_RE):
        if node.getparent() is not None:
            node.drop_tree()
    return copy


def _classes(names: tuple[str, ...]) -> str:
    return rf"//*[re:test(@class, '(^|\s)({'|'.join(names)})(\s|$)')]"


def _sentences(root: Any) -> tuple[str, ...]:
    """Each block's own words, ending like a sentence. The tree is used up."""
    found = []
    for block in reversed(root.xpath(".//p | .//li | .//dd")):
        text = re.sub(r"\s+([.,;:!?)])", r"\1", " ".join(block.text_content().split()))
        block.drop_tree()
        if _WORD.search(text):
            found.append(text if _END.search(text) else f"{text.rstrip(',:;')}.")
    return tuple(reversed(found))


def _steps(root: Any) -> dict[str, tuple[str, ...]]:
    plain = _without(root, _classes(("step__opens", "step__link", "tick", "path", "names", "cite")))
    for label in plain.xpath(f"//*[{has_class('step__do')}]/b"):
        label.text = "this"  # the menu's words are not ours
    lists = plain.xpath(f"//ol[{has_class('steps')}]")
    return {it.xpath("string(li/@id)"): _sentences(it) for it in lists}


def _letters(root: Any) -> tuple[tuple[str, ...], ...]:
    frame = " or ".join(f"@data-part='{part}'" for part in FRAME)
    plain = _without(root, f"//*[{frame}]")
    return tuple(_sentences(it) for it in plain.xpath(f"//article[{has_class('letter')}]"))


def unquoted(text: str) -> str:
    """What is said in our own words."""
    return _QUOTED.sub(" ", text)


def _text(root: Any) -> str:
    return unquoted("\n".join([*root.itertext(), *root.xpath(_HEARD)]))


@cache
def texts(file: Path) -> Texts:
    """A page's words; read once in each process."""
    root = _without(parsed(file), _INERT, _FOREIGN)
    etree.strip_tags(root, "wbr")
    own = _without(root, _classes(OTHERS), _NAMES, "//svg/*")
    (article,) = _without(root, _classes(ASIDES), "//table").xpath("//article")[:1]
    return Texts(
        prose=_sentences(article),
        steps=_steps(root),
        letters=_letters(root),
        shown=_text(own),
        said=_text(_without(own, _LABELS)),
    )


def words(text: str) -> list[str]:
    """Its words, without addresses, and without what makes a name its owner's."""
    plain = _ADDRESS.sub(" ", text).replace("’", "'")
    return [it.removesuffix("'s") for it in _WORD.findall(plain)]


_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_HYPHENS = Pyphen(lang="en_US")


def grade(sentences: Iterable[str]) -> float:
    """The US school grade by Flesch and Kincaid; a syllable ends where a word may be broken.

    What has two words or fewer is no sentence: the end of an abbreviation, a lone label.
    """
    text = " ".join(sentences)
    read = [re.sub(r"[^\w\s']", "", word.lower()) for word in text.split()]
    read = [word for word in read if word]
    ended = sum(len(it.split()) > 2 for it in _SENTENCE.findall(text))
    syllables = sum(len(_HYPHENS.positions(word)) + 1 for word in read)
    return 0.39 * len(read) / max(1, ended) + 11.8 * syllables / max(1, len(read)) - 15.59
