"""Search finds the answer, follows the box, and never ends in nothing."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"
_BOX = "tests/reader/test_search_box.py"
_ASKED = "tests/reader/test_questions.py"

BREAKAGES = (
    Breakage(
        "search without its worker on disk",
        "mkdocs.yml",
        "    - assets/javascripts/search-worker.js\n",
        "",
        "tests/reader/test_search.py::test_a_result_opens",
    ),
    Breakage(
        "function words count",
        "guide/publish/search/words.js",
        "  return left.length ? left : some;",
        "  return some;",
        f"{_ASKED}::test_words_that_say_nothing_change_nothing",
    ),
    Breakage(
        "every word is a beginning",
        "guide/publish/search/asked.js",
        "take(word, unfinished && i === last, answer)",
        "take(word, true, answer)",
        f"{_ASKED}::test_only_the_unfinished_last_word_is_a_beginning",
    ),
    Breakage(
        "no slip is forgiven",
        "guide/publish/search/asked.js",
        "  for (const slips of [1, 2]) {",
        "  for (const slips of []) {",
        f"{_ASKED}::test_the_first_three_hold_the_answer",
    ),
    Breakage(
        "titles outweigh all",
        "guide/publish/search/ranking.js",
        "const FIELDS = { name: 8, title: 5, also: 4,",
        "const FIELDS = { name: 8, title: 1000, also: 0,",
        f"{_ASKED}::test_the_first_three_hold_the_answer",
    ),
    Breakage(
        "the data's names are not searched",
        "guide/publish/search/index.py",
        "yield from (product.name, *product.also_called)",
        "yield product.name",
        f"{_ASKED}::test_every_product_place_and_authority_is_found_by_its_names",
    ),
    Breakage(
        "changes before steps",
        "guide/publish/search/ranking.js",
        "  return [...front.filter(({ late }) => !late), ...front.filter(({ late }) => late), "
        "...found.slice(end)];",
        "  return [...front.filter(({ late }) => late), ...front.filter(({ late }) => !late), "
        "...found.slice(end)];",
        f"{_ASKED}::test_the_first_three_hold_the_answer",
    ),
    Breakage(
        "an unknown service leads anywhere",
        "guide/publish/search/ranking.js",
        "if (unknowns) add(id, UNKNOWN);",
        "if (unknowns) add(id, 0);",
        f"{_ASKED}::test_what_no_page_names_leads_to_the_page_for_it",
    ),
    Breakage(
        "what is pasted is not searched",
        f"{_JS}/search-box.js",
        "      box.addEventListener(type, ask);",
        "",
        f"{_BOX}::test_it_follows_however_words_came",
    ),
    Breakage(
        "the count is shown, not told",
        "overrides/main.html",
        ' role="status"',
        "",
        f"{_BOX}::test_the_count_is_told_and_a_near_word_offered",
    ),
    Breakage(
        "nothing found, and no way on",
        f"{_JS}/search-box.js",
        '[paragraph(/*_*/"Look here instead:"), ways(typed)]',
        "[]",
        f"{_BOX}::test_nothing_found_leads_on_by_keyboard_with_the_word_typed",
    ),
    Breakage(
        "search waits in silence",
        f"{_JS}/search-worker.js",
        "if (this.status >= 400) failed();",
        "",
        f"{_BOX}::test_it_says_that_it_failed_and_what_to_do",
    ),
    Breakage(
        "what was typed becomes markup",
        f"{_JS}/not-here.js",
        "textContent = words",
        "innerHTML = words",
        f"{_BOX}::test_the_word_typed_is_text_only",
    ),
    Breakage(
        "a pattern older browsers cannot read",
        "guide/publish/search/words.js",
        "const WORD = /[",
        "const WORD = /(?<!_)[",
        "tests/reader/test_search.py::test_no_script_looks_behind",
    ),
    Breakage(
        "search reads what is left out of it",
        "guide/publish/search/sections.py",
        "if any(self._left_out):",
        "if False:",
        "tests/publish/test_search_sections.py::test_sections_are_those_of_the_plugin",
    ),
    Breakage(
        "a heading within an element keeps what stands after that",
        "guide/publish/search/sections.py",
        "if self._section.depth > len(self._open):",
        "if False:",
        "tests/publish/test_search_sections.py::test_sections_are_those_of_the_plugin",
    ),
)
