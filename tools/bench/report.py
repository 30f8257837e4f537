"""Write ``BENCHMARKS.md``: figures, targets, and what was learnt on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

NOTES = Path(__file__).with_name("notes.md")


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: what is measured, the most it may be, and what it is."""

    words: str
    most: float
    found: float
    unit: str = ""

    @property
    def row(self) -> tuple[str, str, str, str]:
        """As a row of the table."""
        verdict = "met" if self.found <= self.most else "**not met**"
        return (
            self.words,
            f"{_short(self.most)}{self.unit}",
            f"{_short(self.found)}{self.unit}",
            verdict,
        )


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *([_short(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def middle(values: Sequence[float]) -> str:
    """The median, with how far the runs lie apart."""
    if len(values) == 1:
        return _short(values[0])
    return f"{_short(median(values))} ({_short(min(values))}–{_short(max(values))})"


def kib(size: float) -> str:
    """Bytes in KiB."""
    return f"{size / 1024:.1f}"


def write(out: Path, head: str, sections: dict[str, str]) -> None:
    """The whole file."""
    body = "".join(f"\n## {title}\n\n{text}" for title, text in sections.items())
    out.write_text(f"# Benchmarks\n\n{head}{body}\n{NOTES.read_text('utf-8')}", encoding="utf-8")


def _short(value: object) -> str:
    if not isinstance(value, float):
        return str(value)
    return (
        f"{value:.0f}"
        if abs(value) >= 100
        else f"{value:.1f}"
        if abs(value) >= 10
        else f"{value:.2f}"
    )
