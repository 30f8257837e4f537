"""The files a site is made of, looked at before anything reads them.

Text must show what it holds, and what stands under ``docs/`` and ``overrides/`` must be there
itself: a symbolic link would publish what lies elsewhere.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from guide.data import unseen
from guide.errors import DATA_FILE, DataError, Problem
from guide.paths import ROOT

PUBLISHED = ("docs", "overrides")
_READ = (*PUBLISHED, ".github", "guide", "macros.py", "mkdocs.yml", "zensical.yml")
_TEXT = frozenset({
    ".css", ".csv", ".html", ".js", ".json", ".md", ".py", ".svg", ".txt", ".xml", ".yaml", ".yml",
})  # fmt: skip
_LEFT_OUT = frozenset({"__pycache__"})
_OF_TOOLS = frozenset({"site", "dist"})


def check(root: Path = ROOT) -> None:
    """Raise ``DataError`` with file and line for all that must not be there."""
    found = list(problems(root))
    if found:
        raise DataError(found)


def problems(root: Path) -> Iterator[Problem]:
    """Everything that is wrong with the files themselves."""
    for part in _READ:
        yield from _at(root / part, root)


def _at(path: Path, root: Path) -> Iterator[Problem]:
    name = path.relative_to(root).as_posix()
    try:
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind):
            if name.startswith(PUBLISHED):
                yield from _link(path, name, root)
        elif stat.S_ISDIR(kind):
            for inside in sorted(os.listdir(path)):  # noqa: PTH208 (names, however many)
                if inside not in _LEFT_OUT:
                    yield from _at(path / inside, root)
        elif not stat.S_ISREG(kind):
            yield Problem(1, "", "this is neither a file nor a folder", "remove it", name)
        elif path.suffix in _TEXT:
            shown = DATA_FILE if name == f"docs/data/{DATA_FILE}" else name
            yield from unseen.decoded(path.read_bytes(), shown)[1]
    except FileNotFoundError:
        return  # told by whoever needs it
    except OSError as error:
        yield Problem(1, "", f"this cannot be read: {error.strerror}", "make it readable", name)


def _link(path: Path, name: str, root: Path) -> Iterator[Problem]:
    right = "put the file itself there"
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        yield Problem(1, "", "a link that leads nowhere, or in a circle", right, name)
        return
    home = root.resolve()
    parts = target.relative_to(home).parts if target.is_relative_to(home) else ()
    if not parts or parts[0].startswith(".") or parts[0] in _OF_TOOLS:
        yield Problem(1, "", "a link that leaves what is published", right, name)
    elif path.absolute().is_relative_to(target):
        yield Problem(1, "", "a link that leads nowhere, or in a circle", right, name)
