"""Findings as issues: one each, kept up to date, never closed, never another's."""

from __future__ import annotations

from typing import Any

import pytest

from guide import __main__
from guide.recheck import issues
from guide.recheck.finding import Finding, RecheckError, literal
from guide.recheck.github import GitHub
from tests.recheck.fake_web import FakeGitHub, serving

FOUND = Finding("links", "Outgoing links to look at: 1 of 2", "- [ ] <https://gone.example/>")


def publish(fake: FakeGitHub, *findings: Finding) -> list[str]:
    with serving(fake.handler()) as root:
        board = issues.Issues(GitHub(root, fake.key), "us/guide", pause=0)
        return list(filter(None, map(board.tell, findings)))


def opened(finding: Finding = FOUND, **values: Any) -> dict[str, Any]:
    """The issue that publishing a finding makes, as the API then lists it."""
    state = {"number": 7, "state": "open", "state_reason": None}
    return {**issues.text(finding), **state, "user": {"login": issues.OWN}, **values}


def test_a_new_finding_opens_an_issue() -> None:
    fake = FakeGitHub()
    assert publish(fake, FOUND) == [f"opened: {FOUND.title}"]
    ((method, path, text),) = fake.written
    assert (method, path) == ("POST", "/repos/us/guide/issues")
    assert text["title"] == FOUND.title
    assert text["body"].startswith(FOUND.body)
    assert text["body"].endswith("<!-- recheck: links -->")


def test_the_same_finding_writes_nothing() -> None:
    fake = FakeGitHub(issues=[opened()])
    assert publish(fake, FOUND) == []
    assert fake.written == []


def test_a_finding_that_grew_updates_its_issue() -> None:
    fake = FakeGitHub(issues=[opened()])
    more = Finding("links", "Outgoing links to look at: 2 of 2", f"{FOUND.body}\n- [ ] more")
    assert publish(fake, more) == [f"updated: {more.title}"]
    ((method, path, text),) = fake.written
    assert (method, path) == ("PATCH", "/repos/us/guide/issues/7")
    assert "- [ ] more" in text["body"]
    assert set(text) == {"title", "body"}, "never its state"


def test_findings_do_not_take_each_others_issue() -> None:
    fake = FakeGitHub(issues=[opened()])
    assert publish(fake, Finding("links-2", "Other", "x"), FOUND) == ["opened: Other"]


@pytest.mark.parametrize(
    ("closed", "again"),
    [
        ({"state_reason": "completed"}, False),
        ({"state_reason": "completed", "title": "Outgoing links to look at: 9 of 9"}, True),
        ({"state_reason": "not_planned", "title": "Outgoing links to look at: 9 of 9"}, False),
    ],
)
def test_a_closed_issue_comes_back_only_with_something_new(
    closed: dict[str, Any], *, again: bool
) -> None:
    fake = FakeGitHub(issues=[opened(state="closed", **closed)])
    publish(fake, FOUND)
    assert [method for method, *_ in fake.written] == (["POST"] if again else [])


@pytest.mark.parametrize(
    "foreign", [{"user": {"login": "somebody"}}, {"pull_request": {}}, {"body": None}]
)
def test_a_marker_in_anothers_issue_is_not_believed(foreign: dict[str, Any]) -> None:
    fake = FakeGitHub(issues=[opened(**foreign)])
    assert publish(fake, FOUND) == [f"opened: {FOUND.title}"]


def test_our_issue_is_found_on_a_later_page() -> None:
    others = [opened(Finding(f"policy {n}", "x", "y")) for n in range(100)]
    fake = FakeGitHub(issues=[*others, opened()])
    assert publish(fake, FOUND) == []
    assert "page=2" in fake.asked[1]
    assert "state=all" in fake.asked[0]


@pytest.mark.parametrize(
    "said",
    [
        "@everyone", "<img src=x onerror=alert(1)>", "[x](https://evil.example)", "-->", "#1",
        "https://evil.example", "```\n# Heading", "`` ` ``", "a\r\n\r\n- [ ] a", "\u202eevil", "\x1b[2J",
        "\u200b@us", "x\u2028y", "::error::x", "##[error]x", "", " ", "x" * 100_000,
    ],
)  # fmt: skip
def test_what_strangers_say_stays_one_short_piece_of_code(said: str) -> None:
    code = literal(said)
    assert code.startswith("`")
    assert code.endswith("`")
    assert code.count("`") == 2
    assert code.isprintable()
    assert "##[" not in code
    assert 3 <= len(code) <= 303


@pytest.mark.parametrize("width", [40, 4_000, 100_000])
def test_an_issue_is_as_long_as_github_takes_and_says_what_is_left_out(width: int) -> None:
    lines = [f"- [ ] {'x' * width}" for _ in range(200_000 // width + 1)]
    long = Finding("links", "T" * 1_000, "\n".join(lines))
    made = issues.text(long)
    assert len(made["title"]) <= 256
    assert len(made["body"]) <= 65_536
    assert made["body"].endswith("<!-- recheck: links -->")
    left = len(lines) - made["body"].count("- [ ] ")
    assert f"And {left} lines more" in made["body"]
    assert all(line in lines for line in made["body"].splitlines() if line.startswith("- [ ] "))


@pytest.mark.parametrize("key", ["a --> <img>", "a\n--><h1>", "policy x/\u202ey"])
def test_a_marker_cannot_end_early(key: str) -> None:
    last = issues.text(Finding(key, "t", "b"))["body"].splitlines()[-1]
    assert last.startswith("<!-- recheck: ")
    assert last.endswith(" -->")
    assert last.count("-->") == 1
    assert last.isprintable()


def test_a_refusal_is_an_error() -> None:
    with (
        serving(FakeGitHub().handler()) as root,
        pytest.raises(RecheckError, match="POST /repos/us/guide/issues: 401"),
    ):
        issues.Issues(GitHub(root), "us/guide").tell(FOUND)


def test_the_command_opens_issues_and_fails_if_a_check_was_not_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = FakeGitHub()
    monkeypatch.setattr("sys.argv", ["guide", "recheck"])
    monkeypatch.setattr("guide.recheck.links.outgoing", lambda _: {})
    with serving(fake.handler()) as root:
        for name, value in {
            "GITHUB_API_URL": root, "GITHUB_TOKEN": fake.key, "GITHUB_REPOSITORY": "us/guide",
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        assert __main__.main() == 1
    assert (
        "policies not checked to the end: GET /repos/OpenTermsArchive/" in capsys.readouterr().err
    )
    method, _, text = fake.written[0]
    assert method == "POST"
    assert text["title"].startswith("Overdue for a new check: ")
