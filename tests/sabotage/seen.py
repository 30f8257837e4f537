"""What readers report moves what it must, and nothing else; and they can report without a script."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_DATA = "tests/data/test_seen.py"
_SHOWN = "tests/show/test_sightings.py"
_TOLD = "tests/show/test_tell.py"
_NOT_THE_SAME = f"{_DATA}::test_two_reports_that_do_not_speak_of_the_same_move_nothing"

BREAKAGES = (
    Breakage(
        "one reader who reports twice confirms a route",
        "guide/data/seen.py",
        "other.by != one.by\n        and ",
        "",
        _NOT_THE_SAME,
    ),
    Breakage(
        "a report speaks for other devices, too",
        "guide/data/seen.py",
        "(there, other.surface) == (place, one.surface)",
        "there == place",
        _NOT_THE_SAME,
    ),
    Breakage(
        "what was seen before the last change confirms a route",
        "guide/data/seen.py",
        "(changed is None or earliest(it.date) >= changed)",
        "True",
        f"{_DATA}::test_what_was_seen_before_the_last_change_moves_nothing",
    ),
    Breakage(
        "one who saw it work elsewhere hides that it is gone here",
        "guide/data/seen.py",
        "(it.place, it.surface) not in worked\n",
        "not worked\n",
        f"{_DATA}::test_a_doubt_stands_until_it_is_answered_from_there",
    ),
    Breakage(
        "a report may be from where the route is not there",
        "guide/data/checks/seen_where_it_is.py",
        "elif not seen.reaches(route, known[it.place].place):",
        "elif False:",
        f"{_DATA}::test_a_report_from_where_the_route_is_not_there_is_told",
    ),
    Breakage(
        "open data has only what the documents confirm",
        "guide/data/book.py",
        "worked_out = seen.worked_out(data)",
        "worked_out = data",
        f"{_DATA}::test_open_data_has_the_day_worked_out_and_where_it_is_from",
    ),
    Breakage(
        "another screen that readers found is folded up",
        "overrides/macros/confirmed.html",
        '<p class="doubted"><b>{{ it }}</b></p>',
        "",
        f"{_SHOWN}::test_a_doubt_is_in_sight_at_once",
    ),
    Breakage(
        "a report from an iPhone is told as one for all devices",
        "overrides/macros/confirmed.html",
        '<li>{{ it.where }}{{ _(":") }} {{ it.said }}',
        "<li>{{ it.said }}",
        f"{_SHOWN}::test_days_are_told_by_place_and_device_with_their_reports",
    ),
    Breakage(
        "a form opens without the steps it is about",
        "guide/show/tell.py",
        '"page": route.page, "route": route.id}',
        '"page": route.page}',
        f"{_TOLD}::test_a_form_comes_with_route_page_and_version",
    ),
    Breakage(
        "without a repository and an address there is no way to report",
        "overrides/macros/tell.html",
        "<pre><code>{{ told.text }}</code></pre>",
        "",
        f"{_TOLD}::test_where_neither_is_given_there_is_a_text_to_copy",
    ),
    Breakage(
        "the form no longer says that a report is public",
        ".github/ISSUE_TEMPLATE/it-worked.yml",
        "**This report is public**, with",
        "We see this, with",
        f"{_TOLD}::test_a_form_asks_for_what_a_report_needs_and_warns",
    ),
    Breakage(
        "a mail with hidden readers can be set for reports",
        "guide/settings.py",
        "    if given and not _MAIL.fullmatch(address):\n",
        "    if given and not address:\n",
        "tests/upkeep/test_settings.py::test_a_value_that_cannot_be_used_is_one_line",
    ),
)
