"""Which page of evidence an entry stands on: worked out from its block, and from its id.

A company's entries stand on the company's page, a place's on the place's, what several share on
the page ``shared``. A block with too much for one page names more under ``evidence``: a claim
goes to the page whose beginning its id has (the longest counts), events and documents to the
page that holds them. Ids never change, so neither do these addresses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from guide import addresses
from guide.data.loader import Path
from guide.data.model.evidence import EvidencePage
from guide.data.model.file import File

SHARED = "shared"


@dataclass(slots=True)
class Subject:
    """A page of evidence and the ids of what stands there, in the order of the file."""

    at: Path
    """Where in the file it is told, for messages."""
    claims: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    def anchors(self) -> Iterator[str]:
        """What everything on the page is called there."""
        yield from (addresses.claim(name)[1] for name in self.claims)
        yield from (addresses.change(name)[1] for name in self.changes)
        yield from (addresses.source(name)[1] for name in self.sources)


Finding = tuple[Path, str, str]


def sort_by_subject(file: File) -> tuple[dict[str, Subject], list[Finding]]:
    """Every subject, companies first, and what does not fit together."""
    found: dict[str, Subject] = {}
    problems: list[Finding] = []
    for key, block in file.companies.items():
        changes = [change.id for change in block.changes]
        at: Path = ("companies", key)
        _sort(found, problems, at, key, block.evidence, block.claims, changes, block.documents)
    _sort(found, problems, (), SHARED, file.evidence, file.claims, (), file.documents)
    for key, place in file.places.items():
        at = ("places", key)
        _sort(found, problems, at, key, {}, place.claims, (), place.documents)
    return found, problems


def _sort(
    found: dict[str, Subject],
    problems: list[Finding],
    at: Path,
    own: str,
    pages: Mapping[str, EvidencePage],
    claims: Iterable[str],
    changes: Iterable[str],
    sources: Iterable[str],
) -> None:
    """Put a block's entries on its pages."""
    named: dict[str, Path] = {own: at, **{key: (*at, "evidence", key) for key in pages}}
    for key, told in named.items():
        if key in found:
            problems.append((told, f"two subjects are called `{key}`", "choose another id"))
        found[key] = Subject(told)
    begins = {begin: key for key, page in pages.items() for begin in page.begins}
    holds = {kind: key for key, page in pages.items() for kind in page.holds}
    used = set()
    for name in claims:
        fitting = [begin for begin in begins if f"{name}-".startswith(f"{begin}-")]
        longest = max(fitting, key=len, default="")
        used.add(longest)
        found[begins.get(longest, own)].claims.append(name)
    found[holds.get("changes", own)].changes += changes
    found[holds.get("documents", own)].sources += sources
    for begin in begins.keys() - used:
        told = (*named[begins[begin]], "begins")
        problems.append((told, f"no claim begins with `{begin}`", "remove it, or correct it"))
