"""The words of letters: one text file for each letter and language, read as named parts.

``docs/data/letters/<place>/<kind>.<language>.txt`` holds headings, ``# right``, each
followed by its paragraph, or by a list whose items start with ``- ``. A word in braces
is filled in from the addressee: ``{products}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guide.addresses import ENGLISH
from guide.data import letter_agreement, unseen
from guide.data.letter_agreement import Part
from guide.data.model.letters import Letter, LetterLaw
from guide.errors import DataError, Problem

Texts = Mapping[str, str]
"""``eu/object.de`` → what the file holds."""

_HEADING = re.compile(r"# ([a-z_]+)\Z")
_FIELD = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def read_all(folder: Path) -> dict[str, str]:
    """Every text below the folder by its name without its ending."""
    found = {}
    for file in sorted(folder.rglob("*.txt")):
        name = file.relative_to(folder).with_suffix("").as_posix()
        found[name], wrong = unseen.decoded(file.read_bytes(), file_name(name))
        if wrong:
            raise DataError(wrong)
    return found


def file_name(name: str) -> str:
    """As told in messages."""
    return f"letters/{name}.txt"


def parts(text: str, name: str) -> dict[str, Part]:
    """Heading → paragraph or list; ``DataError`` with file and line if it is neither."""
    found: dict[str, Part] = {}
    heading = ""
    for number, line in enumerate(text.split("\n"), 1):
        if started := _HEADING.match(line):
            heading = started.group(1)
            if heading in found:
                raise _stop(number, f"`# {heading}` is here twice", "keep one", name)
            found[heading] = []
        elif line and heading:
            _add(found, heading, line, number, name)
        elif line:
            raise _stop(number, "words stand before the first heading", "start with `# name`", name)
    return found


def _add(found: dict[str, Part], heading: str, line: str, number: int, name: str) -> None:
    own = found[heading]
    if line.startswith("- ") and isinstance(own, list):
        own.append(line.removeprefix("- "))
    elif not own and not line.startswith("- "):
        found[heading] = line
    else:
        raise _stop(number, "a paragraph has a second line", "write one line, or only items", name)


def fill(part: Part, fields: Mapping[str, str], name: str) -> Part:
    """The part with its fields filled in from the addressee."""
    if isinstance(part, list):
        return [_fill(item, fields, name) for item in part]
    return _fill(part, fields, name)


def _fill(text: str, fields: Mapping[str, str], name: str) -> str:
    for field in _FIELD.findall(text):
        if field not in fields:
            right = f"use one of {', '.join(sorted(fields))}" if fields else "write it out"
            raise _stop(1, f"nothing fills in `{{{field}}}`", right, name)
    return _FIELD.sub(lambda found: fields[found.group(1)], text)


def _stop(line: int, wrong: str, right: str, name: str) -> DataError:
    return DataError([Problem(line, "", wrong, right, file_name(name))])


def letter(law: LetterLaw, place: str, languages: list[str], texts: Texts,
           fields: Mapping[str, Mapping[str, str]]) -> Letter:  # fmt: skip
    """A law's letter with its words in each language, filled in for its addressee."""
    said: dict[str, dict[str, Part]] = {}
    written: dict[str, dict[str, Part]] = {}
    for language in languages:
        name = f"{place}/{law.kind}.{language}"
        if name not in texts:
            raise _stop(1, "this letter is missing", "write it, or take out the language", name)
        written[name] = parts(texts[name], name)
        for heading, part in written[name].items():
            said.setdefault(heading, {})[language] = fill(part, fields.get(language, {}), name)
    _agree(written, f"{place}/{law.kind}.{ENGLISH}")
    # The law's own sentences were looked at before, and may be in another language by now.
    own: dict[str, Any] = {
        it: getattr(law, it) for it in ("hints", "reply") if it in law.model_fields_set
    }
    rest = law.model_dump(exclude_unset=True, exclude=set(own))
    try:
        return Letter.model_validate({**rest, **said}).model_copy(update=own)
    except ValidationError as error:
        raise DataError([_problem(detail, place, law.kind) for detail in error.errors()]) from None


def _agree(written: Mapping[str, Mapping[str, Part]], english: str) -> None:
    """``DataError`` with everything that a language has and the English has not, or lacks."""
    found = [
        Problem(1, at, wrong, right, file_name(name))
        for name, own in written.items()
        for at, wrong, right in letter_agreement.differences(written.get(english, own), own)
    ]
    if found:
        raise DataError(found)


def _problem(detail: ErrorDetails, place: str, kind: str) -> Problem:
    part, language = (*map(str, detail["loc"]), "en")[:2]
    context = detail.get("ctx", {})
    wrong = str(context.get("wrong", f"`# {part}`: {detail['msg']}"))
    right = str(context.get("right", "use the headings that other letters have"))
    return Problem(1, part, wrong, right, file_name(f"{place}/{kind}.{language}"))
