"""A page of steps is short, and what is closed opens where it must."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_CSS = "docs/assets/stylesheets"
_OPEN = "docs/assets/javascripts/open-part.js"
_TESTS = "tests/reader/test_route_pages.py"

BREAKAGES = (
    Breakage(
        "pages of steps hold styles of other pages",
        "guide/publish/speed/critical_css.py",
        'kind = "steps"',
        "pass",
        f"{_TESTS}::test_no_page_of_steps_is_heavier_than_its_limit",
    ),
    Breakage(
        "a page that explains asks for a script more than a page of steps",
        "guide/publish/speed/scripts.py",
        ', "gradual-layout.js", "open-part.js")',
        ', "gradual-layout.js")',
        "tests/publish/test_speed.py::test_the_second_page_brings_no_file_but_itself",
    ),
    Breakage(
        "what a script says counts as names of classes",
        "guide/publish/speed/selectors.py",
        "if not (ours and _is_said(it))",
        "if it",
        "tests/publish/test_critical_css.py::test_what_a_script_says_or_looks_for_is_no_name",
    ),
    Breakage(
        "a plan is shown before the sheet that says how it looks",
        "docs/assets/javascripts/plan.js",
        "Promise.all([load(root + form.dataset.planned), styled()])",
        "Promise.all([load(root + form.dataset.planned)])",
        "tests/publish/test_critical_css.py"
        "::test_a_plan_is_not_shown_without_the_sheet_that_says_how_it_looks",
    ),
    Breakage(
        "a table in a closed part is wider than a phone at first",
        "guide/publish/speed/critical_css.py",
        "kept + blocks",
        "kept",
        "tests/publish/test_critical_css.py::test_a_table_fits_a_phone_though_the_whole_sheet_is_late",
    ),
    Breakage(
        "every page of the copy holds its part of the styles",
        "guide/publish/copies/offline.py",
        "    once.apply(site)\n",
        "",
        "tests/publish/test_zip_file.py::test_style_sheets_and_scripts_stand_once_in_the_copy",
    ),
    Breakage(
        "parts that lie open from the start",
        "overrides/macros/parts.html",
        '<details class="part" markdown="1">',
        '<details class="part" open markdown="1">',
        f"{_TESTS}::test_no_page_of_steps_is_longer_in_sight_than_three_minutes",
    ),
    Breakage(
        "a link to a heading leaves its part closed",
        _OPEN,
        "[it, ...around(it), ...under(it)]",
        "[it, ...around(it)]",
        f"{_TESTS}::test_a_link_to_a_heading_opens_the_part_under_it",
    ),
    Breakage(
        "a link followed twice does nothing",
        _OPEN,
        "if (link && link.href === location.href) setTimeout(show);",
        "",
        f"{_TESTS}::test_a_link_followed_twice_opens_what_was_closed_again",
    ),
    Breakage(
        "without scripts a heading stands over a closed part",
        f"{_CSS}/part.css",
        "html:not(.js) :is(h2, h3, h4):target + details.part::details-content,",
        "",
        f"{_TESTS}::test_without_scripts_the_browser_opens_it",
    ),
    Breakage(
        "what an address names looks like all else",
        f"{_CSS}/part.css",
        ".md-typeset :is(h2, h3, h4, h5, dt, .part p, a[id]):target {",
        ".md-typeset .nothing:target {",
        f"{_TESTS}::test_a_link_to_a_heading_opens_the_part_under_it",
    ),
    Breakage(
        "what is closed is printed",
        f"{_CSS}/print.css",
        "  .md-typeset details.part:not([open])::details-content {\n    display: none;",
        "  .md-typeset details.part:not([open])::details-content {\n"
        "    display: block; block-size: auto; content-visibility: visible;",
        f"{_TESTS}::test_a_route_fits_six_sheets_and_names_what_it_leaves_out",
    ),
    Breakage(
        "after printing all of it the parts stay open",
        _OPEN,
        "for (const part of closed) part.open = false;",
        "",
        f"{_TESTS}::test_what_was_opened_is_printed_and_all_of_it_on_request",
    ),
    Breakage(
        "an alternative repeats its main way",
        "guide/show/routes.py",
        "after=(own.expect, own.keep, own.if_not) == (other.expect, other.keep, other.if_not)",
        "after=False",
        f"{_TESTS}::test_an_alternative_shows_its_steps_and_not_what_it_shares",
    ),
    Breakage(
        "a step leads to the names of no label",
        "overrides/macros/menu-labels.html",
        'class="entry" id="{{ place[1] }}"',
        'class="entry"',
        f"{_TESTS}::test_labels_in_other_languages_come_on_request",
    ),
    Breakage(
        "the tools for parts push the page down when they come",
        f"{_CSS}/early.css",
        ".compare-choice, .pass__tools, .part-tools)[hidden]",
        ".compare-choice, .pass__tools)[hidden]",
        f"{_TESTS}::test_the_tools_have_their_place_from_the_start",
    ),
    Breakage(
        "what a link opens stays without its style",
        "docs/assets/javascripts/lazy-theme.js",
        'addEventListener("toggle", style, true);',
        "",
        f"{_TESTS}::test_what_a_link_opens_gets_the_whole_style_without_a_touch",
    ),
)
