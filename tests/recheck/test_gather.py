"""Nothing found is lost when something else fails, and nothing fails in silence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from guide import __main__
from guide.recheck import run
from guide.recheck.finding import Finding, RecheckError
from tests.recheck.fake_web import FakeGitHub, Quiet, serving

FIRST = Finding("one", "One", "first")
SECOND = Finding("two", "Two", "second")


def found() -> list[Finding]:
    return [FIRST]


@pytest.mark.parametrize(
    "error",
    [
        RecheckError("no network"), ValueError("Invalid IPv6 URL"), KeyError("commit"),
        RecursionError("too deep"), UnicodeEncodeError("ascii", "ü", 0, 1, "no"), MemoryError(),
        OSError(28, "No space left on device"),
    ],
    ids=lambda error: type(error).__name__,
)  # fmt: skip
def test_one_checks_failure_is_that_checks(error: Exception) -> None:
    def broken() -> Iterator[Finding]:
        yield SECOND
        raise error

    told: list[Finding] = []
    failed = run.gather({"policies": broken, "links": found}, told.append)
    assert told == [SECOND, FIRST], "what it found before is kept"
    assert len(failed) == 1
    assert failed[0].startswith("policies not checked to the end: ")
    assert isinstance(error, RecheckError) or type(error).__name__ in failed[0]


def test_a_failure_is_told_in_one_bounded_line_that_commands_nothing() -> None:
    def broken() -> Iterator[Finding]:
        raise ValueError("a\n::error::b\x1b[2J\u202e##[add-mask]x" + "y" * 5_000)
        yield

    (line,) = run.gather({"links": broken}, lambda _: None)
    assert line.isprintable()
    assert "##[" not in line
    assert len(line) < 400


def test_a_finding_is_told_before_the_next_check_begins() -> None:
    order: list[str] = []

    def second() -> list[Finding]:
        order.append("next check")
        return []

    run.gather({"a": found, "b": second}, lambda it: order.append(it.title))
    assert order == ["One", "next check"]


def test_what_cannot_be_told_is_printed_and_the_others_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[Finding] = []

    def tell(finding: Finding) -> None:
        if finding == FIRST:
            raise RecheckError("POST /issues: 502")
        told.append(finding)

    failed = run.gather({"links": lambda: [FIRST, SECOND]}, tell)
    assert told == [SECOND]
    assert "# One\n\nfirst\n" in capsys.readouterr().out
    assert failed == ["links found something that is only printed: POST /issues: 502"]


@pytest.mark.parametrize("status", [401, 404, 429])
def test_the_command_prints_all_and_fails_if_the_issues_are_not_to_be_had(
    status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Refusing(Quiet):
        def do_GET(self) -> None:  # noqa: N802
            self.answer(status, b"{}")

    code, out, err = command(Refusing, monkeypatch, capsys)
    assert code == 1
    assert "# Overdue for a new check: " in out
    assert f"confirmations found something that is only printed: GET /repos/us/guide/issues: {status}" in err  # fmt: skip


@pytest.mark.parametrize("listed", [b'{"message": "no"}', b'[{"user": null}]', b"[1]", b"null"])
def test_a_list_of_issues_that_makes_no_sense_loses_no_finding(
    listed: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Odd(Quiet):
        def do_GET(self) -> None:  # noqa: N802
            self.answer(200, listed)

    code, out, _ = command(Odd, monkeypatch, capsys)
    assert code == 1
    assert "# Overdue for a new check: " in out


def test_the_api_failing_midway_takes_back_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = FakeGitHub()

    class Midway(fake.handler()):  # type: ignore[misc]
        def do_POST(self) -> None:  # noqa: N802
            if fake.written:
                self.answer(401, b"{}")
            else:
                super().do_POST()

    monkeypatch.setattr("guide.recheck.policies.check", lambda *_: [FIRST, SECOND])
    monkeypatch.setattr("guide.recheck.issues.time.sleep", lambda _: None)
    code, out, err = command(Midway, monkeypatch, capsys)
    assert code == 1
    ((_, _, values),) = fake.written
    assert values["title"].startswith("Overdue for a new check: ")
    assert "# One\n\nfirst" in out
    assert "# Two\n\nsecond" in out
    refused = "found something that is only printed: POST /repos/us/guide/issues: 401"
    assert err.count(f"policies {refused}") == 2


def command(
    handler: type[Quiet], patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    """``guide recheck`` against an API; no address is visited, no language looked through."""
    patch.setattr("sys.argv", ["guide", "recheck"])
    patch.setattr("guide.recheck.links.outgoing", lambda _: {})
    patch.setattr("guide.recheck.languages.check", list)
    with serving(handler) as root:
        for name, value in {
            "GITHUB_API_URL": root, "GITHUB_TOKEN": "open sesame", "GITHUB_REPOSITORY": "us/guide",
        }.items():  # fmt: skip
            patch.setenv(name, value)
        code = __main__.main()
    said = capsys.readouterr()
    return code, said.out, said.err
