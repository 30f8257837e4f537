"""What rests on an older copy though a newer one of the same document was read.

Our own sources tell it, so it holds for documents compared by hand as for tracked ones.
"""

from __future__ import annotations

from guide.data import older_copies
from guide.data.book import Book
from guide.data.checks.traverse import each_evidence
from guide.data.loader import dotted
from guide.recheck.finding import Finding
from guide.show.dates import in_words

_HEAD = """\
Each entry below cites an older copy of a document of which `platforms.yml` holds a newer one.
Read it in the newer copy. If it still holds, cite that; if not, mend it. A claim that tells of
the past stays with the old copy: give it `past: true`.
"""


def check(book: Book) -> list[Finding]:
    """One finding for all entries that nobody compared with the newer copy."""
    resting: dict[str, list[str]] = {}
    for path, entry in each_evidence(book.data):
        for older in older_copies.uncompared(entry, book.older):
            resting.setdefault(older, []).append(dotted(path))
    if not resting:
        return []
    entries = {name for names in resting.values() for name in names}
    sections = [line for older in resting for line in _section(book, older, resting[older])]
    title = f"Read in an older copy: {len(entries)} entries"
    return [Finding("copies", title, "\n".join([_HEAD, *sections]))]


def _section(book: Book, older: str, entries: list[str]) -> list[str]:
    days = [
        in_words(older_copies.day(book.data.sources[name])) for name in (older, book.older[older])
    ]
    head = f"`{older}` ({days[0]}) → `{book.older[older]}` ({days[1]})"
    return [f"\n{head}\n", *(f"- [ ] `{entry}`" for entry in entries)]
