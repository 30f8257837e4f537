"""Nothing rots unseen, and what is released can be checked."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

BREAKAGES = (
    Breakage(
        "an overdue route is not looked for",
        "guide/recheck/overdue.py",
        '== "overdue"',
        '== "late"',
        "tests/recheck/test_policies.py::test_overdue_routes_are_one_finding_that_follows_the_day",
    ),
    Breakage(
        "a new policy goes unseen",
        "guide/recheck/policies.py",
        "if not it.message.startswith(_TECHNICAL)",
        "if it.message.startswith(_TECHNICAL)",
        "tests/recheck/test_policies.py::test_a_new_version_names_what_to_re_check",
    ),
    Breakage(
        "an older copy goes unseen by hand",
        "guide/recheck/copies.py",
        "for older in outdated.uncompared(entry, book.older):",
        "for older in ():",
        "tests/test_outdated.py::test_the_recheck_lists_what_nobody_compared",
    ),
    Breakage(
        "a bot wall is called a dead link",
        "guide/recheck/web.py",
        "if status in {404, 410}:",
        "if status in {403, 404, 410}:",
        "tests/recheck/test_links.py::test_an_answer_is_judged",
    ),
    Breakage(
        "the same finding opens issue after issue",
        "guide/recheck/issues.py",
        "return None if _same(issue, words) else",
        "return",
        "tests/recheck/test_issues.py::test_the_same_finding_writes_nothing",
    ),
    Breakage(
        "the day of the build leaks in",
        "guide/dates.py",
        "return int(given) if given else commit_time()",
        "return int(given) if given else int(datetime.now(UTC).timestamp())",
        "tests/test_reproducible.py::test_every_file_is_the_same",
    ),
    Breakage(
        "a notice is left out",
        "guide/finish/notices.py",
        '    Module("clipboard", "Zeno Rocha", "MIT"),\n',
        "",
        "tests/test_notices.py::test_every_module_in_the_themes_scripts_is_named",
    ),
    Breakage(
        "an action pinned by its tag",
        ".github/workflows/deploy.yml",
        "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
        "actions/setup-python@v7",
        "tests/test_workflows.py::test_nothing_is_allowed_by_default_and_all_is_pinned",
    ),
    Breakage(
        "a workflow keeps its key",
        ".github/workflows/deploy.yml",
        "persist-credentials: false",
        "persist-credentials: true",
        "tests/test_workflows.py::test_jobs_end_and_keep_no_credentials",
    ),
    Breakage(
        "a security contact that never expires",
        "guide/finish/contact.py",
        "timedelta(days=180)",
        "timedelta(days=3650)",
        "tests/test_contact.py::test_it_expires_within_the_year_the_standard_allows_and_not_at_once",
    ),
    Breakage(
        "a tag that is called as the branch is publishes",
        ".github/workflows/deploy.yml",
        "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
        "github.ref_name == github.event.repository.default_branch",
        "tests/test_workflows.py::test_a_branch_is_known_by_its_whole_name",
    ),
    Breakage(
        "a commit is tested twice",
        ".github/workflows/ci.yml",
        "  pull_request:\n",
        "  push:\n  pull_request:\n",
        "tests/test_workflows.py::test_a_commit_is_tested_once",
    ),
    Breakage(
        "a night publishes what failed its tests",
        ".github/workflows/deploy.yml",
        "(needs.test.result == 'success' || needs.tested.outputs.before == 'true')",
        "(needs.test.result == 'success' || github.event_name == 'schedule')",
        "tests/test_workflows.py::test_a_night_tests_only_what_was_not_tested",
    ),
    Breakage(
        "a tag off the default branch is released",
        ".github/workflows/release.yml",
        'git merge-base --is-ancestor "$GITHUB_SHA" "refs',
        'git merge-base "$GITHUB_SHA" "refs',
        "tests/test_release.py::test_a_tag_off_the_default_branch_is_no_release",
    ),
    Breakage(
        "any workflow may have built a release",
        "SECURITY.md",
        " \\\n    --signer-workflow OWNER/REPO/.github/workflows/release.yml",
        "",
        "tests/test_release.py::test_it_says_how_to_verify_each_file_of_a_release",
    ),
    Breakage(
        "the locks are made by whatever uv there is",
        "Makefile",
        "\t$(LOCK) requirements.in ",
        "\t$(BIN)/pip install uv\n\t$(LOCK) requirements.in ",
        "tests/test_workflows.py::test_what_makes_the_locks_is_locked",
    ),
    Breakage(
        "a tool of npm without its hash",
        "tools/html-checker/package-lock.json",
        '"integrity": "sha512-',
        '"integrity": "sha1-',
        "tests/test_system.py::test_what_npm_brings_is_locked_to_its_bytes",
    ),
    Breakage(
        "Firefox is known by Debian's name alone",
        "tests/system.py",
        'FIREFOX = ("firefox-esr", "firefox")',
        'FIREFOX = ("firefox-esr",)',
        "tests/test_system.py::test_a_program_is_found_under_any_of_its_names",
    ),
)
