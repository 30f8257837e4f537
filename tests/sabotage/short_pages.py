"""Little to read at first, everything within reach, and pictures that say what the data says."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_SHORT = "tests/publish/test_short_pages.py"
_PICTURES = "tests/publish/test_overview.py"

BREAKAGES = (
    Breakage(
        "each way to tell what one saw carries the whole text too",
        "overrides/macros/tell.html",
        ' rel="noreferrer">{{ it.says }}',
        ' rel="noreferrer" title="{{ told.text }}">{{ it.says }}',
        "tests/reader/test_route_pages.py::test_two_ways_to_tell_what_one_saw_weigh_little",
    ),
    Breakage(
        "the strip has no numbers for what is told beside it",
        "overrides/macros/what-when.html",
        ">{{ loop.index }}</text>",
        "></text>",
        f"{_PICTURES}::test_what_matters_most_is_told_beside_the_strip_and_numbered_on_it",
    ),
    Breakage(
        "every company's answers lie open",
        "overrides/macros/companies.html",
        "{% call parts.part(compared.holds(book, id)) %}",
        "{% call parts.part(compared.holds(book, id)) %}</details><details open>",
        f"{_SHORT}::test_every_other_company_has_a_closed_part_with_all_that_is_known",
    ),
    Breakage(
        "an answer in a closed part hides its doubts",
        "overrides/macros/companies.html",
        "{% if doubts %} <i>({{ doubts }})</i>{% endif %}",
        "",
        f"{_SHORT}::test_every_other_company_has_a_closed_part_with_all_that_is_known",
    ),
    Breakage(
        "a company that has no answer is left out of its question's page",
        "overrides/macros/question.html",
        "{% for id, answers in data.comparison.answers.items() %}",
        "{% for id, answers in data.comparison.answers.items() if answers[criterion.id].claims %}",
        f"{_SHORT}::test_every_question_has_a_page_with_every_answer",
    ),
    Breakage(
        "old links to a question lead nowhere",
        "overrides/macros/compare.html",
        '<tr id="{{ criterion.id }}">',
        "<tr>",
        f"{_SHORT}::test_every_name_a_link_may_hold_is_still_there",
    ),
    Breakage(
        "the comparison weighs twice as much",
        "overrides/macros/companies.html",
        "{% if doubts %}",
        '{{ parts.chips(it.claims, here.about) }}{{ parts.searched(it.searched) if it.searched }}{{ it.claims | join(" and ") }}{% if doubts %}',
        f"{_SHORT}::test_it_stays_short_and_light",
    ),
    Breakage(
        "a question has no page",
        "guide/data/checks/question_pages.py",
        "if criterion.id not in shown:",
        "if False:",
        "tests/data/test_bad_data.py::test_every_question_has_its_page",
    ),
    Breakage(
        "a place is left out of the picture",
        "guide/show/overview.py",
        "for key, place in book.data.jurisdictions.items():\n        tile",
        "for key, place in list(book.data.jurisdictions.items())[1:]:\n        tile",
        f"{_PICTURES}::test_every_place_is_a_tile_with_its_answer_and_leads_to_its_page",
    ),
    Breakage(
        "a form that is only reported looks sure",
        "guide/show/overview.py",
        'return "reported"',
        'return "form"',
        f"{_PICTURES}::test_a_place_has_the_best_way_that_is_known",
    ),
    Breakage(
        "tiles by colour alone",
        "overrides/macros/where-object.html",
        "<span>{{ tile.said }}</span>",
        "",
        f"{_PICTURES}::test_every_place_is_a_tile_with_its_answer_and_leads_to_its_page",
    ),
    Breakage(
        "the grid by colour alone",
        "overrides/macros/who-refuses.html",
        ">{{ words.SIGN[tone] }}</td>",
        "></td>",
        f"{_PICTURES}::test_every_company_has_a_sign_for_every_question",
    ),
    Breakage(
        "events of one month hide each other",
        "guide/show/overview.py",
        "bottom = level * MONTH",
        "bottom = 0",
        f"{_PICTURES}::test_events_of_one_month_do_not_hide_each_other",
    ),
    Breakage(
        "a year of no month looks like January",
        "guide/show/overview.py",
        "exact = len(when) == 7",
        'exact, when = True, f"{when}-01"[:7]',
        f"{_PICTURES}::test_every_event_is_on_the_strip_in_its_company_and_year",
    ),
    Breakage(
        "a plan that cannot be made says nothing",
        "docs/assets/javascripts/plan.js",
        'wrong.textContent = came ? "" : /*_*/"The plan could not be loaded. All steps are in the list below.";',
        "",
        "tests/reader/test_plan.py::test_if_it_does_not_come_the_page_says_so_and_asks_again",
    ),
)
