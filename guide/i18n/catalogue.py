"""A catalogue: what a language says for each English text, read from and written to a ``.po`` file.

The key is the English text itself. A message whose English changed is therefore not found,
and so is one that is marked fuzzy: an old sentence is never shown.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from gettext import GNUTranslations
from itertools import takewhile
from pathlib import Path
from typing import Literal, TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, unescape, write_po

from guide.errors import DataError, Problem

Domain = Literal["frame", "pages", "data"]
"""``frame``: templates, menus, scripts and all short words; ``pages``; ``data``: the facts."""
DOMAINS: tuple[Domain, ...] = ("frame", "pages", "data")

Key: TypeAlias = tuple[str, str]
"""A context (mostly none), and the English text; of a plural, its singular."""

_STATED = re.compile(r"^(Published|Read by a native speaker): (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_SAYS = """\
{name}: {domain}.
Write what stands in msgstr; leave msgid, the English, as it is.
What a sentence holds in braces, brackets or after % stays, each as often.
"""
_DATES = """\
Published: {published}
Read by a native speaker: {read}
"""


@dataclass
class Catalogue:
    """What one file holds."""

    file: Path
    content: Catalog
    said: dict[Key, str] = field(default_factory=dict)
    """What can be shown: translated, and of the English as it is now."""

    @classmethod
    def read(cls, file: Path, language: str) -> Catalogue:
        """The catalogue of this file, empty if there is none; ``DataError`` if it is broken."""
        try:
            raw = file.read_bytes() if file.exists() else b""
            content = read_po(
                io.BytesIO(raw), locale=language.replace("-", "_"), abort_invalid=True
            )
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            line = getattr(error, "lineno", 0)
            wrong = f"this is no catalogue: {error}"
            raise DataError([Problem(line, "", wrong, "mend it, in Poedit for example",
                                     named(file))]) from None  # fmt: skip
        found = cls(file, content)
        found.said = {key(it): forms(it)[0] for it in found.messages() if usable(it)}
        return found

    def messages(self) -> Iterator[Message]:
        """Its messages, without the header."""
        return (it for it in self.content if it.id)

    @property
    def plural(self) -> Callable[[str, str, int], str]:
        """``ngettext`` of what it holds; the English where it has none."""
        compiled = io.BytesIO()
        write_mo(compiled, self.content)
        compiled.seek(0)
        return GNUTranslations(compiled).ngettext

    @property
    def published(self) -> str:
        """The day the language was first published; empty before."""
        return self._stated("Published")

    @property
    def read_on(self) -> str:
        """The day a native speaker had read it; empty before."""
        return self._stated("Read by a native speaker")

    def _stated(self, what: str) -> str:
        return _stated(self.content.header_comment, what)


def published(frame: Path) -> str:
    """The day a language was first published, from the head of its frame alone.

    To read what all of them say takes a second.
    """
    with frame.open(encoding="utf-8", errors="replace") as lines:
        return _stated("".join(takewhile(lambda it: it.startswith("#"), lines)), "Published")


def _stated(head: str, what: str) -> str:
    stated = dict(_STATED.findall(re.sub(r"(?m)^#\s?", "", head)))
    return str(stated.get(what, ""))


def key(message: Message) -> Key:
    """What a message is looked up by."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", text


def forms(message: Message) -> tuple[str, ...]:
    """Its translation, in all its forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def usable(message: Message) -> bool:
    """Whether it is translated, in all its forms, and not out of date."""
    return not message.fuzzy and bool(forms(message)) and all(forms(message))


def previous(message: Message) -> str:
    """The English that a fuzzy translation was made for; Babel reads it as a comment."""
    told = " ".join(it[1:].strip() for it in message.user_comments if it.startswith("|"))
    _, _, last = told.rpartition("msgid")  # of a plural, the form that stands last
    return "".join(unescape(it) for it in _QUOTED.findall(last))


def comments(message: Message) -> list[str]:
    """What translators wrote beside it."""
    return [it for it in message.user_comments if not it.startswith("|")]


def written(content: Catalog, domain: Domain, name: str, dates: tuple[str, str] | None) -> bytes:
    """The file of a catalogue: no day of writing, no line numbers, so that few lines change.

    ``dates``: when it was published and read by a native speaker, in the one file that says it.
    """
    says = _SAYS.format(name=name, domain=domain)
    if dates:
        published, read = (it or "no" for it in dates)
        says += _DATES.format(published=published, read=read)
    head = [f"# {line}" for line in says.splitlines()]
    head += ['msgid ""', 'msgstr ""']
    head += [f'"{line}\\n"' for line in (
        f"Language: {str(content.locale).replace('_', '-')}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {content.plural_forms}",
    )]  # fmt: skip
    body = io.BytesIO()
    # A text is one line, as in our sources: a changed word changes one line.
    write_po(body, content, 0, omit_header=True, include_previous=True, include_lineno=False)
    return ("\n".join(head) + "\n\n").encode() + body.getvalue().strip(b"\n") + b"\n"


def named(file: Path) -> str:
    """A catalogue's file as told in messages: ``locales/de/data.po``."""
    return "/".join(file.parts[-3:])
