"""A page in pieces for translators, and whole again."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.i18n.blocks import SEARCH_WORDS, Block, join, split
from guide.paths import DOCS

PAGES = sorted(DOCS.rglob("*.md"))
PAGE = """---
title: "A \\"page\\""
description: In plain words. # for writers
search:
  words: ["FB", "Widerspruch"]
---
# Where to complain { #complain }

{{ claim("x") }} Write to [them](a.md). {{ cite("y") }}

- **Who.** {{ letter_count("eu") }} and more.
{{ route("r") }}
{% call part("{fact} about it") %}

| Our words | |
|---|---|
| {{ published("a|b") }} | unsure |

{{ also_called("opt out", "no") }}

```text
Hello,
me
```

```python
code = "stays"
```
<p class="typed" hidden>You typed <b></b>.</p>
<div class="x">
"""


def texts(page: str) -> list[str]:
    return [it.text for it in split(page) if it.text]


@pytest.mark.parametrize("text", [PAGE, PAGE.rstrip("\n"), "", "\n", "```text\nnot closed"])
def test_the_pieces_of_a_page_joined_are_the_page(text: str) -> None:
    assert join(split(text)) == text


def test_so_are_those_of_every_page_of_the_guide() -> None:
    wrong = [it for it in PAGES if join(split(text := it.read_text("utf-8"))) != text]
    assert wrong == []


def test_a_translator_sees_words_and_no_marks() -> None:
    assert texts(PAGE) == [
        'A "page"',
        "In plain words.",
        "FB · Widerspruch",
        "Where to complain",
        "Write to [them](a.md).",
        '**Who.** {{ letter_count("eu") }} and more.',
        "{fact} about it",
        "Our words",
        "unsure",
        "opt out · no",
        "Hello,\nme",
        "You typed <b></b>.",
    ]


def test_a_piece_says_other_words_in_the_same_place() -> None:
    said = {
        'A "page"': 'title: "Eine \\"Seite\\""\n',
        "In plain words.": 'description: "Klar." # for writers\n',
        "FB · Widerspruch": '  words: ["a", "b", "c"]\n',
        "Where to complain": "# Wohin { #complain }\n",
        "Write to [them](a.md).": '{{ claim("x") }} Schreib. {{ cite("y") }}\n',
        "{fact} about it": '{% call part("{fact}") %}\n',
        "opt out · no": '{{ also_called("nein") }}\n',
    }
    new = ['Eine "Seite"', "Klar.", "a · b · c", "Wohin", "Schreib.", "{fact}", "nein"]
    blocks = {it.text: it for it in split(PAGE)}
    assert [blocks[it].said(word) for it, word in zip(said, new, strict=True)] == [*said.values()]


def test_words_people_search_for_are_told_apart() -> None:
    found = {it.text for it in split(PAGE) if it.context == SEARCH_WORDS}
    assert found == {"FB · Widerspruch", "opt out · no"}


def test_each_piece_knows_its_line() -> None:
    lines = Path(__file__).read_text("utf-8").split("\n")
    page = "\n".join(lines)
    assert all(it.lead in page.split("\n", it.line - 1)[-1] for it in split(page))
    assert next(it for it in split(PAGE) if it.text == "Our words") == Block(
        15, "| ", "Our words", "", "Our words"
    )
