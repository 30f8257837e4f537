"""Everyone can read and use it."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"
_CSS = "docs/assets/stylesheets"
_HARD = (
    """\
Notwithstanding subsequent administrative determinations, jurisdictional considerations
necessitate comprehensive reinterpretation of organisational responsibilities concerning
algorithmically mediated informational self-determination throughout the association.
"""
    * 20
)

BREAKAGES = (
    Breakage(
        "a tick without a label",
        "overrides/macros/steps.html",
        '<label><input type="checkbox" data-tick>',
        '<label></label><label hidden></label><input type="checkbox" data-tick><label>',
        "tests/reader/test_axe.py::test_each_kind_of_page",
    ),
    Breakage(
        "pale words",
        f"{_CSS}/palette.css",
        "--ink-soft: #5c4d63;",
        "--ink-soft: #9c8da3;",
        "tests/reader/test_contrast.py::test_every_pair_is_readable",
    ),
    Breakage(
        "a step that is not marked",
        f"{_CSS}/route.css",
        ".md-typeset ol.steps > li.step:target {",
        ".md-typeset ol.steps > li.step:target-none {",
        "tests/reader/test_reading.py::test_a_step_link_opens_on_the_step_and_marks_it",
    ),
    Breakage(
        "letters only with a script",
        "overrides/macros/letter.html",
        '<div class="letter-box"',
        '<div hidden class="letter-box"',
        "tests/reader/test_letters.py::test_without_a_script_a_letter_is_whole_and_asks_for_nothing",
    ),
    Breakage(
        "a picture with invented words",
        "overrides/macros/picture.html",
        '<text x="15" y="20.5">{{ frame.step }}</text>',
        '<text x="15" y="20.5">{{ frame.step }}</text><text>Menu</text>',
        "tests/show/test_screens.py::test_the_pages_show_these_screens_and_say_the_same",
    ),
    Breakage(
        "a field without a name",
        "overrides/macros/finder.html",
        '<label for="finder-place">{{ _("Where you live") }}</label>',
        '{{ _("Where you live") }}',
        "tests/reader/test_axe.py::test_each_kind_of_page",
    ),
    Breakage(
        "the menu loses the focus",
        f"{_JS}/switches.js",
        "if (box.checked) first.focus();\n      else if",
        "if",
        "tests/reader/test_keyboard.py::test_the_menu_opens_holds_the_focus_and_gives_it_back",
    ),
    Breakage(
        "what has the focus is not seen",
        f"{_CSS}/type.css",
        "outline: 3px solid var(--focus);",
        "outline: none;",
        "tests/reader/test_keyboard.py::test_every_stop_is_seen",
    ),
    Breakage(
        "a table too wide for a phone",
        f"{_CSS}/tables.css",
        ".md-typeset .table-wrap {\n  margin: 1rem 0 1.6rem;\n  overflow-x: auto;",
        ".md-typeset .table-wrap {\n  margin: 1rem 0 1.6rem;\n  min-width: 30rem;",
        "tests/reader/test_reflow.py::test_no_kind_of_page_scrolls_sideways",
    ),
    Breakage(
        "the theme's slip against HTML stays",
        "guide/publish/theme_fixes.py",
        '_BOX.subn(r"\\1", site',
        '_BOX.subn(r"\\g<0>", site',
        "tests/publish/test_theme_fixes.py::test_a_page_is_mended",
    ),
    Breakage(
        "a sentence nobody can read",
        "docs/learn/index.md",
        "## The pages { #the-four-pages }\n",
        "## The pages { #the-four-pages }\n\n" + _HARD,
        "tests/reader/test_words.py::test_every_page_is_plain",
    ),
    Breakage(
        "a slip of the pen",
        "docs/learn/index.md",
        "These pages tell you what",
        "These pages tell you waht",
        "tests/reader/test_words.py::test_no_word_is_misspelt",
    ),
    Breakage(
        "a statement of what was not tested",
        "docs/about/accessibility.md",
        "390 and 1280 pixels",
        "360 and 1280 pixels",
        "tests/reader/test_accessibility.py::test_the_widths_it_names_are_those_tested",
    ),
)
