"""Read YAML as plain data, with the line of every value.

YAML 1.1 guesses: ``NO`` is false, ``2025-05-01`` is a date, ``1_0`` is ten.
Nothing is guessed here. A value is a quoted string, a whole number, ``true``,
``false``, a list or a mapping; anchors, aliases, tags and duplicate keys are
refused, and so is a file without its last line, ``...``: the rest may be lost.
Parsing stays with PyYAML; only what the events mean is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from guide.data import unseen
from guide.errors import DATA_FILE, DataError, Problem

Path: TypeAlias = tuple[str | int, ...]
Lines: TypeAlias = dict[Path, int]

MAX_BYTES = 8_000_000
MAX_DEPTH = 24
MAX_VALUES = 200_000
MAX_TEXT = 2_000
END = "..."

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})\Z")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
_GUESSED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def dotted(path: Path) -> str:
    """``("claims", "x", "where", 0)`` as a reader writes it: ``claims.x.where[0]``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def load(raw: bytes) -> tuple[dict[str, Any], Lines]:
    """Return the data and the 1-based line of each path, or raise ``DataError``."""
    if len(raw) > MAX_BYTES:
        raise _stop(1, (), "the file is too large", f"keep it under {MAX_BYTES:,} bytes")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _stop(line, (), "this is not UTF-8 text", "save the file as UTF-8") from None
    if text.startswith("\ufeff"):
        raise _stop(1, (), "the file starts with a byte-order mark", "save it without one")
    if hidden := list(unseen.problems(text, DATA_FILE)):
        raise DataError(hidden)
    try:
        return _Reader(text).document()
    except yaml.YAMLError as error:
        raise _broken(error, text) from None


def _broken(error: yaml.YAMLError, text: str) -> DataError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", None)
    if mark is not None:
        line = min(mark.line, text.count("\n")) + 1
    else:
        line = _line_at(text, position) if isinstance(position, int) else 1
    reason = getattr(error, "problem", None) or getattr(error, "reason", "it cannot be read")
    hint = "check indentation, colons and quotes on this line and the one above"
    return _stop(line, (), f"broken YAML: {reason}", hint)


def _line_at(text: str, position: int) -> int:
    """The line at a reader's position: libyaml counts bytes, Python's own reader characters."""
    if SAFE is yaml.SafeLoader:
        return text.count("\n", 0, position) + 1
    return text.encode().count(b"\n", 0, position) + 1


def _tag(event: yaml.Event) -> str | None:
    return getattr(event, "tag", None)


def _stop(line: int, path: Path, wrong: str, right: str) -> DataError:
    return DataError([Problem(line, dotted(path), wrong, right)])


class _Reader:
    """Turns the parser's events into data; stops at the first thing refused."""

    def __init__(self, text: str) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=SAFE)
        self.last = text.count("\n")
        self.lines: Lines = {}

    def document(self) -> tuple[dict[str, Any], Lines]:
        data: Any = None
        documents, whole = 0, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                line = self.line(event)
                if documents > 1:
                    raise _stop(line, (), "a second YAML document starts", "keep one document")
                if event.version or event.tags:
                    raise _stop(line, (), "directives are not allowed", "remove the `%` line")
                data = self.value(next(self.events), ())
            if isinstance(event, yaml.DocumentEndEvent):
                whole = bool(event.explicit)
        if not isinstance(data, dict):
            raise _stop(1, (), "the file holds no mapping", "start with `sources:`")
        if not whole:
            last = max(self.lines.values())
            raise _stop(last, (), "the file is cut short", f"its last line is `{END}`")
        return data, self.lines

    def value(self, event: yaml.Event, path: Path) -> Any:
        line = self.line(event)
        self.lines.setdefault(path, line)
        if len(path) > MAX_DEPTH:
            raise _stop(line, path[:3], "the data is nested too deeply", "flatten it")
        if len(self.lines) > MAX_VALUES:
            right = f"keep the file under {MAX_VALUES:,} values"
            raise _stop(line, path[:3], "there are too many values", right)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            right = "write the value out, or refer to it by its id"
            raise _stop(line, path, "anchors and aliases are not allowed", right)
        if _tag(event):
            raise _stop(line, path, f"the tag `{_tag(event)}` is not allowed", "remove it")
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.scalar(event, path)

    def mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, path)
            line = self.line(event)
            if key in found:
                first = self.lines[(*path, key)]
                right = f"it is already on line {first}; keep one"
                raise _stop(line, (*path, key), "this key is here twice", right)
            self.lines[(*path, key)] = line
            found[key] = self.value(next(self.events), (*path, key))
        return found

    def key(self, event: yaml.Event, path: Path) -> str:
        line = self.line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _stop(line, path, "anchors and aliases are not allowed", "write the key out")
        if _tag(event):
            raise _stop(line, path, f"the tag `{_tag(event)}` is not allowed", "remove it")
        if not isinstance(event, yaml.ScalarEvent):
            raise _stop(line, path, "a key must be text", "use a short name as the key")
        key = self.short(event, path)
        if not event.style and (key.lower() in _GUESSED or not _KEY.match(key)):
            right = f'write "{key}" in double quotes'
            raise _stop(line, path, f"YAML may read the key `{key}` as something else", right)
        return key

    def sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.value(event, (*path, len(found))))
        return found

    def scalar(self, event: yaml.Event, path: Path) -> str | int | bool:
        value = self.short(event, path)
        if getattr(event, "style", None):
            return value
        if _INTEGER.match(value):
            return int(value)
        if value in {"true", "false"}:
            return value == "true"
        line = self.line(event)
        if not value:
            raise _stop(line, path, "the value is missing", "give it a value or remove the key")
        right = f'write "{value}" in double quotes'
        raise _stop(line, path, "YAML may read this value as something else", right)

    def short(self, event: yaml.Event, path: Path) -> str:
        """What is written, before it is looked at or repeated in a message."""
        value = str(getattr(event, "value", ""))
        if len(value) > MAX_TEXT:
            wrong = f"{len(value):,} characters are too many"
            raise _stop(self.line(event), path, wrong, f"keep it under {MAX_TEXT:,}")
        return value

    def line(self, event: yaml.Event) -> int:
        """Its line; where a file ends too early the parser tells one more than there are."""
        return min(event.start_mark.line, self.last) + 1 if event.start_mark else 1
