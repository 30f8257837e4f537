"""What somebody should look at again, and how words from elsewhere are told in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to re-check: one issue.

    ``key`` stays the same from run to run; title and body (Markdown) may change.
    """

    key: str
    title: str
    body: str


class RecheckError(RuntimeError):
    """A check could not be made; it says nothing about what it would have found."""


def one_line(text: str, limit: int = 300) -> str:
    """Text from elsewhere on one line of what is seen: no control, no hidden direction.

    ``##[`` begins a command in the log of a workflow, wherever it stands in a line.
    """
    words = " ".join(text[: 4 * limit].split()).replace("##[", "# #[")
    seen = "".join(it if it.isprintable() else "\N{REPLACEMENT CHARACTER}" for it in words)
    return f"{seen[:limit]}…" if len(seen) > limit or len(text) > 4 * limit else seen


def literal(text: str, limit: int = 300) -> str:
    """Text from elsewhere as Markdown code: nothing in it links, mentions or closes."""
    return f"`{one_line(text.replace('`', chr(39)), limit) or ' '}`"


def told(error: Exception) -> str:
    """An error in one line: our own words, or the kind of what went wrong and its words."""
    words = one_line(str(error))
    return words if isinstance(error, RecheckError) else f"{type(error).__name__}: {words}"
