"""Nothing rots unseen, and what is released can be checked."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

BREAKAGES = (
    Breakage(
        "an overdue route is not looked for",
        "guide/watch/overdue.py",
        '== "overdue"',
        '== "late"',
        "tests/test_watch_policies.py::test_overdue_routes_are_one_finding_that_follows_the_day",
    ),
    Breakage(
        "a new policy goes unseen",
        "guide/watch/policies.py",
        "if not it.message.startswith(_TECHNICAL)",
        "if it.message.startswith(_TECHNICAL)",
        "tests/test_watch_policies.py::test_a_new_version_names_what_to_re_check",
    ),
    Breakage(
        "a bot wall is called a dead link",
        "guide/watch/web.py",
        "if status in {404, 410}:",
        "if status in {403, 404, 410}:",
        "tests/test_watch_links.py::test_an_answer_is_judged",
    ),
    Breakage(
        "the same finding opens issue after issue",
        "guide/watch/issues.py",
        "return None if _same(issue, words) else",
        "return",
        "tests/test_watch_issues.py::test_the_same_finding_writes_nothing",
    ),
    Breakage(
        "the day of the build leaks in",
        "guide/settings.py",
        "return commit.time if commit else None",
        "return int(datetime.now(UTC).timestamp())",
        "tests/publish/test_reproducible.py::test_every_file_is_the_same",
    ),
    Breakage(
        "a notice is left out",
        "guide/publish/notices.py",
        '    Module("clipboard", "Zeno Rocha", "MIT"),\n',
        "",
        "tests/publish/test_notices.py::test_every_module_in_the_themes_scripts_is_named",
    ),
    Breakage(
        "an action pinned by its tag",
        ".github/workflows/ci.yml",
        "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
        "actions/setup-python@v7",
        "tests/test_workflows.py::test_nothing_is_allowed_by_default_and_all_is_pinned",
    ),
    Breakage(
        "a workflow keeps its key",
        ".github/workflows/ci.yml",
        "persist-credentials: false",
        "persist-credentials: true",
        "tests/test_workflows.py::test_jobs_end_and_keep_no_credentials",
    ),
    Breakage(
        "a security contact that never expires",
        "guide/publish/security_txt.py",
        "timedelta(days=180)",
        "timedelta(days=3650)",
        "tests/publish/test_security_txt.py::test_it_expires_within_the_year_the_standard_allows_and_not_at_once",
    ),
    Breakage(
        "a step that finds nothing goes on",
        "guide/publish/site.py",
        "        if not found:\n            raise self.changed(page, old)\n",
        "",
        "tests/publish/test_site.py::test_what_is_not_found_is_told_with_step_page_and_what_was_looked_for",
    ),
    Breakage(
        "a fix of the theme outlives its need",
        "guide/publish/theme_fixes.py",
        "if expected and not count:",
        "if False:",
        "tests/publish/test_theme_fixes.py::test_a_fix_that_fixes_nothing_any_more_is_told",
    ),
    Breakage(
        "without its performance layer the site is not made",
        "guide/publish/steps.py",
        'if missing.name != "guide.publish.speed":',
        "if missing:",
        "tests/publish/test_speed.py::test_without_the_folder_the_site_works",
    ),
    Breakage(
        "a day that is none is believed",
        "guide/settings.py",
        "if day is None or not first <= day <= last:",
        "if day is None:",
        "tests/test_settings.py::test_a_value_that_cannot_be_used_is_one_line",
    ),
    Breakage(
        "somebody else's repository is believed",
        "guide/settings.py",
        "if not top or Path(top).resolve() != root.resolve():",
        "if not top:",
        "tests/test_settings.py::test_a_repository_that_only_surrounds_the_guide_is_not_believed",
    ),
    Breakage(
        "a plain address of the site is not read",
        "guide/settings.py",
        'given = _bare(config.get("site_url"))',
        'given = _bare(os.environ.get("SITE_URL"))',
        "tests/test_settings.py::test_the_sites_address_is_the_one_the_engine_takes",
    ),
    Breakage(
        "the cards of pages that are gone pile up",
        "guide/publish/social.py",
        "            file.unlink(missing_ok=True)\n",
        "            pass\n",
        "tests/publish/test_social.py::test_cards_that_no_page_shows_any_more_are_forgotten",
    ),
    Breakage(
        "the live preview shows old code",
        "macros.py",
        "forget_edited()  #",
        "#",
        "tests/test_reload.py::test_an_edit_of_the_code_is_shown_by_the_next_build",
    ),
)
