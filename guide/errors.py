"""What is wrong with the data, told in one line a person can act on."""

from __future__ import annotations

from dataclasses import dataclass

DATA_FILE = "platforms.yml"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what is wrong, and what would be right."""

    line: int
    path: str
    wrong: str
    right: str
    file: str = DATA_FILE

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: "
        path = f"{self.path}: " if self.path else ""
        return f"{where}{path}{self.wrong}; {self.right}"


class DataError(Exception, SystemExit):
    """The data cannot be used.

    It is also a ``SystemExit`` so that every engine stops with the message and a
    non-zero exit code, and the live preview shows it and goes on watching.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        message = "\n".join(str(problem) for problem in self.problems)
        super().__init__(message)
        self.code = message

    def __str__(self) -> str:
        return str(self.code)
