"""What macros write comes through Markdown as it is, and what stands around it is still read."""

from __future__ import annotations

import pytest

from guide.show.unread import marked
from tests.publish.made_sites import as_html

MADE = "<div class='x'>\n<p>A *star*, a_b_c &amp; [no](link.md)</p>\n\n    four blanks\n</div>"


def test_a_block_is_as_it_was_written() -> None:
    made = as_html(f"Before *it*.\n\n{marked(MADE)}\n\nAfter *it*.")
    assert made == f"<p>Before <em>it</em>.</p>\n{MADE}\n<p>After <em>it</em>.</p>"


def test_also_inside_what_is_read_as_markdown() -> None:
    made = as_html(f'<section markdown="1">\n\nA *word*.\n\n{marked(MADE)}\n\n</section>')
    assert MADE in made
    assert "A <em>word</em>." in made


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("A line %s goes *on*.", "<p>A line <b>b</b> goes <em>on</em>.</p>"),
        ("%s", "<p><b>b</b></p>"),
        ("A line\n%s\ngoes on.", "<p>A line\n<b>b</b>\ngoes on.</p>"),
    ],
)
def test_within_a_line_it_is_read_with_it(page: str, expected: str) -> None:
    assert as_html(page % marked("<b>b</b>")) == expected


def test_headings_are_read_and_what_is_between_them_is_not() -> None:
    made = as_html(marked(f"{MADE}\n\n## Send *it* {{ #send }}\n\n{MADE}"))
    assert made.count(MADE) == 2
    assert '<h2 id="send">Send <em>it</em>' in made


def test_markdown_in_what_a_macro_writes_is_read() -> None:
    made = as_html(marked('<div markdown="1">\n\nA *word*.\n\n</div>'))
    assert "A <em>word</em>." in made


@pytest.mark.parametrize(
    "page",
    [
        f"{marked(MADE)}{marked('<p>more</p>')}",
        f"{marked(MADE)} then *words*.\n\nA *word*.\n\n{marked('<p>more</p>')}",
    ],
)
def test_what_goes_on_behind_a_block_is_read(page: str) -> None:
    made = as_html(page)
    assert "<!--" not in made
    assert "*word" not in made


def test_no_page_shows_a_mark() -> None:
    page = f"- {marked(MADE)}\n\n    {marked('<p>indented</p>')}\n\n{marked('plain words')}"
    assert "<!--" not in as_html(page)
