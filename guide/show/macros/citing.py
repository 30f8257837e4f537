"""What a page says and what it rests on: claims, their chips, the pages of evidence."""

from __future__ import annotations

from guide.show import evidence as entries
from guide.show.context import Here
from guide.show.macros.declare import cited, fill, macro


@macro("claim")
def cite(here: Here, *ids: str, where_said: bool = False) -> str:
    """Small links to claims, after a sentence, each with its doubt in words.

    ``where_said=True``: the sentence itself says where it holds, so the links do not.
    """
    about = [] if where_said else here.about
    return fill("cite", here, claims=cited(here, ids), about=about)


@macro("claim")
def claim(here: Here, name: str) -> str:
    """A claim’s own sentence with its link, inside a paragraph."""
    return fill("claim", here, claims=cited(here, [name]), about=here.about)


@macro("claim")
def claims(here: Here, *ids: str) -> str:
    """A list of claims, each with where it holds, what disagrees, and its link."""
    return fill("claims", here, claims=cited(here, ids))


@macro(scripts=("lead-on",))
def source_index(here: Here) -> str:
    """A line for each claim, event and document. Used once, on the sources page."""
    linked, named = entries.sources(here.book, here.book.data.sources)
    return fill("source-index", here, evidence=entries, subjects=entries.shown(here.book),
                 changes=entries.changes(here.book), linked=entries.by_publisher(linked),
                 named=entries.by_publisher(named))  # fmt: skip


@macro("subject")
def evidence(here: Here, subject: str) -> str:
    """All evidence on a company, a place or another subject. Used once, on its own page."""
    own = here.book.data.subjects[subject]
    linked, named = entries.sources(here.book, own.sources)
    return fill("evidence", here, claims=entries.claims(here.book, own.claims),
                 changes=entries.changes(here.book, own.changes), linked=linked, named=named,
                 company=subject if subject in here.book.data.companies else None,
                 rests=entries.rests_on(here.book, own.sources))  # fmt: skip
