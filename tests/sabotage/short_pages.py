"""Little to read at first, everything within reach, and pictures that say what the data says."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_SHORT = "tests/publish/test_short_pages.py"
_PICTURES = "tests/publish/test_overview.py"

BREAKAGES = (
    Breakage(
        "on paper a picture runs over two sheets",
        "docs/assets/stylesheets/overview.css",
        "table:is(.refusals, .strip) {\n    break-inside: avoid;",
        "table:is(.refusals, .strip) {",
        "tests/reader/test_paper.py::test_a_picture_stands_whole_on_one_sheet",
    ),
    Breakage(
        "the strip has no numbers for what is told beside it",
        "overrides/macros/what-when.html",
        ">{{ loop.index }}</text>",
        "></text>",
        f"{_PICTURES}::test_what_matters_most_is_told_beside_the_strip_and_numbered_on_it",
    ),
    Breakage(
        "a company's page leaves out what is not known",
        "overrides/macros/company.html",
        "{% for criterion in data.comparison.criteria %}",
        "{% for criterion in data.comparison.criteria if own[criterion.id].claims %}",
        f"{_SHORT}::test_every_company_has_a_page_with_every_answer_its_claims_and_the_way_to_the_steps",
    ),
    Breakage(
        "a company's old address stays where it was",
        "overrides/macros/who-refuses.html",
        ' class="leads-on" id="{{ row.company }}"',
        ' id="{{ row.company }}"',
        f"{_SHORT}::test_a_company_that_stood_on_the_comparison_leads_on_from_its_line",
    ),
    Breakage(
        "a company has no page",
        "guide/data/checks/company_pages.py",
        "elif key not in",
        "elif None in",
        "tests/data/test_bad_data.py::test_every_company_has_its_page_in_the_comparison",
    ),
    Breakage(
        "a company's page keeps an answer of before",
        "guide/data/stub_texts/answers-page.md",
        '~ ". " ~ own.note',
        '~ "."',
        "tests/data/test_company_pages.py::test_the_pages_say_what_the_data_says",
    ),
    Breakage(
        "many companies stand in no group",
        "guide/show/overview.py",
        "if len(companies) <= FEW else None",
        "or None",
        f"{_PICTURES}::test_many_companies_under_one_verdict_stand_in_groups_and_few_do_not",
    ),
    Breakage(
        "the answers of all companies come with the page",
        "docs/assets/javascripts/compare.js",
        "const here = chosen().every((id) => columns.has(id));",
        "const here = false;",
        "tests/reader/test_compare.py::test_the_answers_of_others_are_asked_for_when_one_is_chosen",
    ),
    Breakage(
        "all apps come with the first page",
        "guide/show/macros/planning.py",
        'return _form("finder", here, uses=plans.USES)',
        'return _form("finder", here, uses="")',
        "tests/reader/test_plan.py::test_what_is_one_tap_further_is_asked_for_with_that_tap",
    ),
    Breakage(
        "a search for an app hides what is ticked",
        "docs/assets/javascripts/apps.js",
        'one.hidden = !fits && !one.querySelector(":checked");',
        "one.hidden = !fits;",
        "tests/reader/test_plan.py::test_an_app_is_found_by_a_few_letters_and_the_keyboard",
    ),
    Breakage(
        "a plan shows the ways of other plans",
        "docs/assets/javascripts/plan.js",
        'tiers.includes(said.split("--")[1])',
        "true",
        "tests/reader/test_plan.py::test_who_knows_their_plan_is_shown_its_ways_only",
    ),
    Breakage(
        "nobody is told whose plan a way is for",
        "overrides/macros/route-body.html",
        "{{ words.tiers(route.tiers) }}",
        "",
        "tests/show/test_macros.py::test_a_way_for_some_plans_only_says_so",
    ),
    Breakage(
        "an answer hides what each plan gets",
        "overrides/macros/parts.html",
        "{% if it.by_tier %}",
        "{% if false %}",
        "tests/show/test_macros.py::test_an_answer_tells_what_each_plan_gets",
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
        "{{ data.companies[id].name }}</a>",
        "{{ data.companies[id].name }}</a> {% for it in data.comparison.answers[id].values() %}{{ it.note }}{% endfor %}",
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
