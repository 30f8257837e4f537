"""Which tests one worker does all of, so that what they need is read or made once.

``pytest-xdist`` has a mark for this, ``xdist_group``. With pytest 9.2 it groups nothing: it changes
a name of the item from which the id is no longer made.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

TOGETHER = {
    "tests/i18n/test_asked.py": "catalogues",
    "tests/i18n/test_core_pages.py": "catalogues",
    "tests/publish/test_social.py::test_every_language_can_be_drawn": "catalogues",
    "tests/publish/test_social.py::test_no_name_of_the_guide_runs_into_the_ornament": "catalogues",
    "tests/i18n/test_builds.py": "two languages",
    "tests/i18n/test_collect.py": "messages",
    "tests/reader/test_kept.py::test_a_browser_writes_no_word_of_a_letter_to_its_disk": "browser",
    "tests/reader/test_kept.py::test_closing_the_tab_or_clear_ends_it": "browser",
    "tests/reader/test_nothing_lost.py::test_also_where_the_browser_had_kept_the_page": "browser",
    "tests/reader/test_nothing_lost.py"
    "::test_back_in_the_same_tab_brings_a_letter_back_and_no_other_way_does": "browser",
    "tests/reader/test_questions.py": "questions",
    "tests/reader/test_words.py": "words",
    "tests/recheck/test_report_journey.py": "journey",
    "tests/upkeep/test_bad_days.py": "bad days",
}
"""How the id of a test begins → what it shares with others of that word."""


def unit(test: str) -> str:
    """What is given to one worker as a whole: a word of those above, or the test alone."""
    return next((it for begins, it in TOGETHER.items() if test.startswith(begins)), test)


class Scheduler(LoadScopeScheduling):  # type: ignore[misc] # it has no types
    """Gives workers such units, in the order in which the tests were collected."""

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)
