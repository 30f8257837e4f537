"""Why nothing goes on, told in lines a person can act on."""

from __future__ import annotations

import errno
from dataclasses import dataclass

DATA_FILE = "platforms.yml"
MOST = 50
"""Mistakes told at once; the rest wait until these are mended."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what is wrong, and what would be right."""

    line: int
    """Its line, from 1; 0 where lines mean nothing to anybody."""
    path: str
    wrong: str
    right: str
    file: str = DATA_FILE

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        path = f"{self.path}: " if self.path else ""
        return _visible(f"{where}{path}{self.wrong}; {self.right}")


def _visible(text: str) -> str:
    """One line that shows what it repeats, and sends a terminal no commands."""
    return "".join(it if it.isprintable() else ascii(it).strip("'") for it in text)


def odd_place(error: OSError) -> str:
    """What the system would not let us do, in a line: a full disk, a missing right."""
    where = f" in {error.filename}" if error.filename else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            told = f"there is no room to write{where}; make some"
        case errno.EROFS | errno.EACCES | errno.EPERM:
            told = f"there is no right to write or read{where}; give it, or work elsewhere"
        case errno.EBUSY | errno.EXDEV:
            told = f"something holds what should be replaced{where}; unmount or close it"
        case _:
            told = f"the system stopped it{where}: {error.strerror or error}"
    return _visible(f"{told}. The last good site is untouched.")


class StoppedError(Exception, SystemExit):
    """Nothing goes on; the message says why.

    It is also a ``SystemExit`` so that every engine stops with the message and a
    non-zero exit code, and the live preview shows it and goes on watching.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.code = message

    def __str__(self) -> str:
        return str(self.code)


class BuildFailedError(StoppedError):
    """No site was made; the last good one is untouched."""


class DataError(StoppedError):
    """The data cannot be used."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        told = [str(problem) for problem in self.problems[:MOST]]
        if len(self.problems) > MOST:
            told.append("and more, told once these are mended")
        super().__init__("\n".join(told))
