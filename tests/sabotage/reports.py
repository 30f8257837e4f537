"""What strangers report becomes an entry of checked values, by a maintainer's label alone."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_OWN = "guide/recheck/reports"
_TESTS = "tests/recheck"
_HOSTILE = f"{_TESTS}/test_hostile_reports.py"

BREAKAGES = (
    Breakage(
        "who wrote a report accepts it",
        f"{_OWN}/event.py",
        "if found.sender == issue.user and not inside:",
        "if found.sender is None:",
        f"{_TESTS}/test_reports.py::test_a_reporter_cannot_accept_their_own_report",
    ),
    Breakage(
        "another repository's report is heard",
        f"{_OWN}/event.py",
        " or found.repository.full_name != repository",
        "",
        f"{_HOSTILE}::test_only_a_maintainers_label_on_an_issue_of_ours_is_heard",
    ),
    Breakage(
        "a report hides what it says",
        f"{_OWN}/form.py",
        "_HIDING.search(text) or ",
        "",
        f"{_HOSTILE}::test_only_a_forms_own_shape_is_read",
    ),
    Breakage(
        "a version is whatever was written",
        f"{_OWN}/judge.py",
        "not version or bool(_VERSION.fullmatch(version))",
        "bool(_VERSION)",
        f"{_HOSTILE}::test_no_value_is_anything_but_what_it_has_to_be",
    ),
    Breakage(
        "a report of long ago is taken",
        f"{_OWN}/judge.py",
        "OLDEST = timedelta(days=30)",
        "OLDEST = timedelta(days=300)",
        f"{_TESTS}/test_reports.py::test_what_is_missing_is_named_as_the_form_names_it",
    ),
    Breakage(
        "what was seen before a change is taken",
        f"{_OWN}/judge.py",
        "date.fromisoformat(day) < changed",
        "date.fromisoformat(day) > changed",
        f"{_TESTS}/test_reports.py::test_what_was_seen_before_the_steps_changed_is_refused",
    ),
    Breakage(
        "a report is taken twice",
        f"{_OWN}/made.py",
        'own["report"] in reports',
        "own in ()",
        f"{_TESTS}/test_reports.py::test_a_report_is_taken_once",
    ),
    Breakage(
        "anybody speaks as a maintainer",
        f"{_OWN}/event.py",
        'frozenset({"OWNER", "MEMBER", "COLLABORATOR"})',
        'frozenset({"OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR"})',
        f"{_TESTS}/test_reports.py::test_only_who_belongs_to_the_repository_speaks_as_its_maintainer",
    ),
    Breakage(
        "a comment is parted from its line",
        f"{_OWN}/addition.py",
        'rows[at - 1].lstrip().startswith("#")',
        'rows[at - 1] == "#"',
        f"{_TESTS}/test_addition.py::test_a_comment_stays_with_the_line_it_is_about",
    ),
    Breakage(
        "a new entry stands before newer ones",
        f"{_OWN}/addition.py",
        'it["date"] > entry["date"]',
        'it["date"] < entry["date"]',
        f"{_TESTS}/test_addition.py::test_it_stands_by_its_day_and_every_other_line_stays",
    ),
    Breakage(
        "a report opens one pull request after another",
        f"{_OWN}/pull.py",
        "    if opened:",
        "    if not isinstance(opened, list):",
        f"{_TESTS}/test_report_journey.py::test_a_report_comes_to_stand_on_its_page",
    ),
    Breakage(
        "a report is proposed unchecked",
        ".github/workflows/report.yml",
        "    if: needs.check.outputs.entry == 'true'\n    runs-on",
        "    if: ${{ always() }}\n    runs-on",
        "tests/upkeep/test_workflows.py::test_a_report_is_heard_by_its_label_alone_and_checked_before_it_is_proposed",
    ),
    Breakage(
        "a stranger's words reach a script",
        ".github/workflows/report.yml",
        "run: make report-answer",
        "run: make report-answer TITLE=${{ github.event.issue.title }}",
        "tests/upkeep/test_workflows.py::test_nothing_is_put_into_a_script_from_outside",
    ),
    Breakage(
        "the round of checks begins with what few can check",
        "guide/show/wanted.py",
        "key=lambda it: -it.plans",
        "key=lambda it: it.plans",
        "tests/show/test_wanted.py::test_what_most_plans_hold_stands_first_and_of_those_the_longest_unseen",
    ),
    Breakage(
        "somebody is asked to delete an account for us",
        "overrides/macros/wanted.html",
        'route.kind != "delete"',
        'route.kind != "none"',
        "tests/show/test_wanted.py::test_a_page_says_whom_a_route_needs_and_asks_nobody_to_delete",
    ),
    Breakage(
        "somebody is asked to check an app they do not have",
        "docs/assets/javascripts/wanted.js",
        ".filter((use) => own.includes(use))",
        ".filter((use) => use)",
        "tests/reader/test_wanted.py::test_five_that_fit_the_kept_plan_are_asked_for",
    ),
)
