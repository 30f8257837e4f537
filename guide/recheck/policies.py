"""New versions of the policies we read, in Open Terms Archive's public repositories.

A source's ``archive`` names the repository, the commit and the document that was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any
from urllib.parse import quote, unquote

from guide.data.book import Book
from guide.data.checks.traverse import each_evidence
from guide.data.loader import dotted
from guide.data.model.evidence import Source
from guide.data.types import earliest
from guide.recheck.finding import Finding, RecheckError, literal, told
from guide.recheck.github import PAGE, GitHub
from guide.show.dates import in_words

COPY = re.compile(r"https://github\.com/(OpenTermsArchive/[^/]+)/blob/([0-9a-f]+)/(.+)\Z")
_SHA = re.compile(r"[0-9a-f]{7,64}")
_TOLD = 20
"""Versions of a document that an issue lists."""
# The archive read the same page anew with other settings: the policy did not change.
_TECHNICAL = ("Apply technical or declaration upgrade", "Refilter")


@dataclass(frozen=True, slots=True)
class Document:
    """A tracked document: the newest copy we read, and the sources that name that copy."""

    repository: str
    path: str
    commit: str
    read: str
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        """``Facebook/Privacy Policy.md`` → ``Facebook Privacy Policy``."""
        return self.path.removesuffix(".md").replace("/", " ")


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that recorded a document; ``day`` is ``YYYY-MM-DD``."""

    sha: str
    day: str
    message: str


def tracked(book: Book) -> list[Document]:
    """Each archived document once, in its newest copy."""
    copies: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = {}
    for name, source in book.data.sources.items():
        for repository, commit, path in _copy(source):
            read = source.captured or source.published or book.data.compiled
            copies.setdefault((repository, path), {}).setdefault((read, commit), []).append(name)
    return [
        Document(*document, commit, read, tuple(versions[read, commit]))
        for document, versions in copies.items()
        for read, commit in [max(versions, key=lambda version: earliest(version[0]))]
    ]


def check(book: Book, github: GitHub) -> Iterator[Finding]:
    """One finding for each document with a version newer than the copy we read.

    A document that cannot be asked for does not hide the others: it is told at the end.
    """
    failed: list[str] = []
    for document in tracked(book):
        try:
            versions = newer(document, _versions(github, document))
        except RecheckError as error:
            failed.append(told(error))
        else:
            if versions:
                yield _finding(book, document, versions)
    if failed:
        raise RecheckError("; ".join(failed))


def newer(document: Document, versions: list[Version]) -> list[Version]:
    """The versions, newest first, that changed the document after our copy."""
    fresh = list(takewhile(lambda it: not it.sha.startswith(document.commit), versions))
    if len(fresh) == len(versions):
        fresh = [it for it in versions if earliest(it.day) > earliest(document.read)]
    return [it for it in fresh if not it.message.startswith(_TECHNICAL)]


def _copy(source: Source) -> Iterator[tuple[str, str, str]]:
    if source.archive and (found := COPY.match(source.archive)):
        yield found[1], found[2], unquote(found[3])


def _versions(github: GitHub, document: Document) -> list[Version]:
    commits = github.get(
        f"/repos/{document.repository}/commits",
        path=document.path,
        since=f"{earliest(document.read).isoformat()}T00:00:00Z",
        per_page=str(PAGE),
    )
    try:
        return [_version(it) for it in commits]
    except (AttributeError, KeyError, TypeError, ValueError):
        wrong = f"{document.name}: the list of its versions cannot be read"
        raise RecheckError(wrong) from None


def _version(listed: Any) -> Version:
    sha, day = listed["sha"], listed["commit"]["committer"]["date"][:10]
    if not _SHA.fullmatch(sha):
        raise ValueError(sha)
    earliest(day)
    return Version(sha, day, f"{listed['commit']['message'] or ''}")


def _subject(version: Version) -> str:
    return version.message.partition("\n")[0]


def _finding(book: Book, document: Document, versions: list[Version]) -> Finding:
    home = f"https://github.com/{document.repository}"
    latest = versions[0]
    resting = [
        f"- [ ] `{dotted(path)}`"
        for path, entry in each_evidence(book.data)
        if any(ref.id in document.sources for ref in entry.sources)
    ]
    copy = f"{home}/blob/{document.commit}/{quote(document.path)}"
    body = [
        f"We read the copy of {in_words(document.read)}: <{copy}>",
        "\nSince then Open Terms Archive has recorded, newest first:\n",
        *(
            f"- {in_words(it.day)}: <{home}/commit/{it.sha}> {literal(_subject(it))}"
            for it in versions[:_TOLD]
        ),
        *([f"- and {older} older"] if (older := len(versions[_TOLD:])) else []),
        "\nUntil the new text is read, say so beside what rests on it, in `platforms.yml`:\n",
        *(f'- `sources.{name}`: `changed: "{latest.day}"`' for name in document.sources),
        "\nThen read what changed, and re-check:\n",
        *resting,
    ]
    title = f"New text: {document.name} ({document.repository.split('/')[1]})"
    return Finding(f"policy {document.repository}/{document.path}", title, "\n".join(body))
