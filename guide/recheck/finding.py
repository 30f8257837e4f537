"""What somebody should look at again."""

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


class WatchError(RuntimeError):
    """A check could not be made; it says nothing about what it would have found."""


def literal(text: str, limit: int = 300) -> str:
    """Text from elsewhere as Markdown code: nothing in it links, mentions or closes."""
    plain = " ".join(text.replace("`", "'").split())
    return f"`{plain[:limit]}`"
