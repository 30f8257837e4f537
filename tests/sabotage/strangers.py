"""What recheck meets on the web ends nothing, leads nowhere and hides nothing."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_OWN = "guide/recheck"
_TESTS = "tests/recheck"

BREAKAGES = (
    Breakage(
        "one odd answer ends the run",
        f"{_OWN}/web.py",
        "except Exception as error:",
        "except OSError as error:",
        f"{_TESTS}/test_strangers.py::test_one_addresss_fault_is_that_addresss_answer",
    ),
    Breakage(
        "a server that drips is waited for",
        f"{_OWN}/bounded_http.py",
        "        self._line.settimeout(self._allowance.seconds())\n        got",
        "        got",
        f"{_TESTS}/test_strangers.py::test_a_visit_ends_however_slowly_it_is_answered",
    ),
    Breakage(
        "a server that floods is listened to",
        f"{_OWN}/bounded_http.py",
        "self._allowance.spend(got)",
        "pass",
        f"{_TESTS}/test_strangers.py::test_a_visit_ends_however_much_is_answered",
    ),
    Breakage(
        "a slow host holds the whole round",
        f"{_OWN}/web.py",
        "if time.monotonic() >= end:",
        "if not url:",
        f"{_TESTS}/test_strangers.py::test_a_host_that_keeps_us_waiting_does_not_keep_us_for_ever",
    ),
    Breakage(
        "a redirect may lead inward beside a public address",
        f"{_OWN}/network.py",
        "not all(map(is_public, addresses))",
        "not any(map(is_public, addresses))",
        f"{_TESTS}/test_strangers.py::test_a_redirect_to_what_is_not_public_is_not_followed",
    ),
    Breakage(
        "an inner address wrapped in another counts as public",
        f"{_OWN}/network.py",
        "found.sixtofour or found.teredo or found.is_site_local",
        "found.is_site_local",
        f"{_TESTS}/test_strangers.py::test_what_only_some_can_reach_is_not_public",
    ),
    Breakage(
        "a name may mean another address once it was checked",
        f"{_OWN}/network.py",
        "plain = self._first(addresses, port, allowance)",
        "plain = self._first(self.look_up(name, port), port, allowance)",
        f"{_TESTS}/test_strangers.py::test_the_address_that_was_checked_is_the_one_connected_to",
    ),
    Breakage(
        "a redirect may leave https",
        f"{_OWN}/web.py",
        'parts.scheme == "https" and parts.port',
        "parts.port",
        f"{_TESTS}/test_strangers.py::test_only_plain_https_is_followed",
    ),
    Breakage(
        "an answer of the API has no end",
        f"{_OWN}/github.py",
        "_SIZE = 32 * 1024 * 1024",
        "_SIZE = 32 * 1024 * 1024 * 1024",
        f"{_TESTS}/test_strangers.py::test_an_answer_of_the_api_is_bounded_too",
    ),
    Breakage(
        "one check's failure ends the run",
        f"{_OWN}/run.py",
        "except Exception as error:  # noqa: BLE001 (the other checks are still to be made)",
        "except RecheckError as error:",
        f"{_TESTS}/test_gather.py::test_one_checks_failure_is_that_checks",
    ),
    Breakage(
        "what cannot be told is lost",
        f"{_OWN}/run.py",
        "show(finding)\n                    failed",
        "failed",
        f"{_TESTS}/test_gather.py::test_the_api_failing_midway_takes_back_nothing",
    ),
    Breakage(
        "one document that is not there hides the others",
        f"{_OWN}/policies.py",
        "failed.append(told(error))",
        "raise",
        f"{_TESTS}/test_policies.py::test_one_document_that_cannot_be_asked_for_hides_no_other",
    ),
    Breakage(
        "a stranger's words act in an issue",
        f"{_OWN}/finding.py",
        "one_line(text.replace('`', chr(39)), limit)",
        "one_line(text, limit)",
        f"{_TESTS}/test_issues.py::test_what_strangers_say_stays_one_short_piece_of_code",
    ),
    Breakage(
        "a stranger's words turn the reading direction",
        f"{_OWN}/finding.py",
        'it if it.isprintable() else "\\N{REPLACEMENT CHARACTER}"',
        "it",
        f"{_TESTS}/test_issues.py::test_what_strangers_say_stays_one_short_piece_of_code",
    ),
    Breakage(
        "an issue longer than GitHub takes",
        f"{_OWN}/issues.py",
        "BODY = 60_000",
        "BODY = 90_000",
        f"{_TESTS}/test_issues.py::test_an_issue_is_as_long_as_github_takes_and_says_what_is_left_out",
    ),
)
