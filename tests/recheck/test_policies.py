"""New versions of policies, told from commits that the archive really made."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guide.data.book import Book
from guide.recheck import overdue, policies, run
from guide.recheck.finding import Finding, RecheckError
from guide.recheck.github import GitHub
from tests.recheck.fake_web import FakeGitHub, serving
from tests.small import book, changed

REPOSITORY = "OpenTermsArchive/pga-versions"
COPY = f"https://github.com/{REPOSITORY}/blob/922be9a8/Facebook/Privacy%20Policy.md"


def commit(sha: str, moment: str, message: str) -> dict[str, Any]:
    return {"sha": sha, "commit": {"committer": {"date": moment}, "message": message}}


NEW = commit(
    "eb1bd1b116d6dd0a514336ae6a32d26b87f66291",
    "2026-07-24T10:53:01Z",
    "Record new changes of Facebook Privacy Policy\n\nThis version was recorded after …",
)
READ = commit(
    "922be9a8517b0c7a6d007d0d74811393296b899d",
    "2025-09-19T00:31:53Z",
    "Record new changes of Facebook Privacy Policy",
)
TECHNICAL = commit(
    "444624d3d4795a63d49658548bdd1f72bc01e76b",
    "2025-10-23T08:48:37Z",
    "Apply technical or declaration upgrade on Facebook Privacy Policy",
)


def small() -> Book:
    copy = f'captured: "2025-09-19"\n    archive: "{COPY}"'
    return book(changed('captured: "2026-07-24"', copy))


def check(commits: list[dict[str, Any]]) -> list[Finding]:
    where = f"/repos/{REPOSITORY}/commits?Facebook/Privacy Policy.md"
    fake = FakeGitHub(commits={where: commits})
    with serving(fake.handler()) as root:
        found = list(policies.check(small(), GitHub(root)))
    assert "since=2025-09-19T00%3A00%3A00Z" in fake.asked[0]
    return found


def test_a_new_version_names_what_to_re_check() -> None:
    (finding,) = check([NEW, READ])
    assert finding.title == "New text: Facebook Privacy Policy (pga-versions)"
    assert finding.key == f"policy {REPOSITORY}/Facebook/Privacy Policy.md"
    assert f"<{COPY}>" in finding.body
    assert f"24 July 2026: <https://github.com/{REPOSITORY}/commit/{NEW['sha']}>" in finding.body
    assert '- `sources.meta-page`: `changed: "2026-07-24"`' in finding.body
    assert "- [ ] `claims.meta-public-posts`" in finding.body
    assert "eu-may-object" not in finding.body, "it rests on another source"


@pytest.mark.parametrize("commits", [[READ], [TECHNICAL, READ], []])
def test_the_copy_we_read_and_technical_upgrades_are_no_news(commits: list[dict[str, Any]]) -> None:
    assert check(commits) == []


def test_a_second_version_on_the_day_of_our_copy_is_news() -> None:
    same_day = commit("f" * 40, "2025-09-19T18:00:00Z", "Record new changes of …")
    assert len(check([same_day, READ])) == 1


def test_a_copy_the_list_does_not_hold_goes_by_its_day() -> None:
    older = commit("f" * 40, "2025-09-19T18:00:00Z", "Record new changes of …")
    assert check([older]) == []
    assert len(check([NEW, older])) == 1


def test_what_a_commit_says_stays_text() -> None:
    hostile = commit(
        "f" * 40, "2026-07-24T00:00:00Z", "` <img> @everyone [x](https://evil.example)"
    )
    (finding,) = check([hostile])
    assert "`' <img> @everyone [x](https://evil.example)`" in finding.body


NONSENSE: list[Any] = [
    {"message": "Moved"},
    None,
    [{"sha": "f" * 40}],
    [commit("https://evil.example", "2026-07-24T00:00:00Z", "x")],
    [commit("f" * 40, "yesterday", "x")],
    [{"sha": "f" * 40, "commit": {"committer": None, "message": "x"}}],
]


@pytest.mark.parametrize("commits", NONSENSE, ids=range(len(NONSENSE)))
def test_a_list_of_versions_that_makes_no_sense_is_an_error_of_that_document(commits: Any) -> None:
    with pytest.raises(RecheckError, match="Facebook Privacy Policy: the list of its versions"):
        check(commits)


def test_one_document_that_cannot_be_asked_for_hides_no_other(book: Book) -> None:
    first, *others = policies.tracked(book)
    path = "/repos/{0.repository}/commits?{0.path}"
    new = commit("f" * 40, "2099-01-01T00:00:00Z", "Record new changes of …")
    fake = FakeGitHub(commits={path.format(it): [new] for it in others})
    found: list[Finding] = []
    with serving(fake.handler()) as root:
        checks: dict[str, run.Check] = {"policies": lambda: policies.check(book, GitHub(root))}
        (failed,) = run.gather(checks, found.append)
    assert [it.key for it in found] == [f"policy {it.repository}/{it.path}" for it in others]
    assert failed.count("404") == 1
    assert first.repository in failed


def test_a_version_that_says_nothing_is_still_a_version() -> None:
    (finding,) = check([commit("f" * 40, "2026-07-24T00:00:00Z", ""), READ])
    assert f"/commit/{'f' * 40}> ` `" in finding.body


def test_an_issue_lists_only_the_newest_of_many_versions() -> None:
    many = [commit(f"{n:040x}", "2026-07-24T00:00:00Z", f"change {n}") for n in range(90)]
    (finding,) = check([*many, READ])
    assert finding.body.count("/commit/") == 20
    assert "and 70 older" in finding.body


def test_a_document_that_is_not_there_is_an_error_not_silence() -> None:
    with serving(FakeGitHub().handler()) as root, pytest.raises(RecheckError, match="404"):
        list(policies.check(small(), GitHub(root)))


def test_every_archived_copy_in_the_data_can_be_watched(book: Book) -> None:
    archived = {
        name
        for name, source in book.data.sources.items()
        if "OpenTermsArchive" in (source.archive or "")
    }
    watched = {
        name
        for name, source in book.data.sources.items()
        if source.archive and policies.COPY.match(source.archive)
    }
    assert archived == watched, "name the commit and the document: …/blob/<commit>/<path>"
    documents = [(it.repository, it.path) for it in policies.tracked(book)]
    assert len(documents) == len(set(documents)) >= 20


def test_only_the_newest_copy_of_a_document_counts(book: Book) -> None:
    (eu,) = (
        it
        for it in policies.tracked(book)
        if (it.repository, it.path) == (REPOSITORY, "Facebook/Privacy Policy.md")
    )
    copies = [
        source
        for source in book.data.sources.values()
        if f"{REPOSITORY}/blob/" in (source.archive or "")
        and "Facebook/Privacy%20Policy.md" in (source.archive or "")
    ]
    assert len(copies) > 1
    assert eu.read == max(source.captured or "" for source in copies)


def test_overdue_routes_are_one_finding_that_follows_the_day() -> None:
    assert overdue.check(book(), date(2025, 10, 28)) == []
    (finding,) = overdue.check(book(), date(2025, 10, 29))
    assert finding.title == "Overdue for a new check: 1 of 1 routes"
    line = "- [ ] Facebook: Object in a browser (`facebook-web-object`), confirmed May 2025"
    assert f"{line}, due 28 October 2025" in finding.body
    assert overdue.check(book(), date(2026, 10, 29)) == [finding], "the same until the data changes"
