"""Which pages a test in a browser opens: one of each kind, or, in an audit, all of them."""

from __future__ import annotations

from tests.conftest import OFFLINE, html_files

KINDS = ["", "plan/", "opt-out/facebook/web/", "rights/eu/", "letters/brazil/",
         "letters/brazil/object/", "compare/", "about/sources/", "about/sources/zoom/"]  # fmt: skip


def addresses(chunk: int = 0, chunks: int = 1) -> list[str]:
    """Every page's address on the web, and on disk; or every so-manieth of them."""
    files = (file.relative_to(OFFLINE).as_posix() for file in html_files(OFFLINE))
    return [name.removesuffix("index.html") for name in files][chunk::chunks]
