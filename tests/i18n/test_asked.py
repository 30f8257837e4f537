"""What people type in each published language: enough of it, and of every kind of page."""

from __future__ import annotations

import pytest

from guide.data.book import Book
from tests.i18n import PUBLISHED
from tools import questions

LEAST = 40
"""As many lines are put to a language's site (tests/i18n/test_published.py)."""
ASKED = (
    "opt-out/facebook/", "opt-out/instagram/", "opt-out/whatsapp/", "opt-out/chatgpt/",
    "opt-out/gemini/", "opt-out/linkedin/", "rights/eu/", "rights/if-refused/",
    "rights/for-someone-else/", "letters/", "limit/ai-chats/", "limit/leave/", "learn/myths/",
)  # fmt: skip
"""Pages that people look for in every language."""


@pytest.mark.parametrize("code", PUBLISHED)
def test_enough_is_asked_in_every_language(code: str, book: Book) -> None:
    lines = questions.of_language(code)
    pages = {f"{path}/" for path in book.pages}
    assert len({it.typed for it in lines}) == len(lines) >= LEAST
    assert {it.kind for it in lines} <= questions.KINDS
    assert [it.typed for it in lines if not it.heard or not it.answered(pages)] == []
    wanted = {answer for it in lines for answer in it.answers}
    assert [page for page in ASKED if page not in wanted] == []
