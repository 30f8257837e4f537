"""Macro calls on pages: each can be made, and names what the data holds."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Pages, missing
from guide.data.macro_calls import KINDS
from guide.data.model.root import Data
from guide.errors import Problem


def problems(data: Data, pages: Pages) -> Iterator[Problem]:
    """Calls that would stop the build, each with the page and the line it stands on."""
    known = {kind: ids(data) for kind, ids in KINDS.items()}
    for page in pages.values():
        for call in page.calls:
            if call.wrong:
                right = "see the list of macros on the page about/macros"
                yield Problem(call.line, call.macro, call.wrong, right, page.name)
            for name in call.names:
                if call.kind and name not in known[call.kind]:
                    _, wrong, right = missing((), call.kind, name, known[call.kind])
                    yield Problem(call.line, "", wrong, right, page.name)
