"""From a fork: a report is filed by a page's link, labelled, checked, proposed, and then shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup

from guide import settings
from guide.paths import ROOT
from guide.recheck.reports import words
from guide.recheck.reports.event import LABEL
from guide.show import tell
from tests.commands import Commands
from tests.recheck.fake_repository import KEY, FakeRepository
from tests.recheck.fake_web import serving
from tests.recheck.reported import GOOD, OWN, ROUTE, SERVER, body, told, written
from tests.small import TEXT, book
from tests.small_project import small_project

DATA = "docs/data/platforms.yml"


class Fork:
    """The small guide in a repository of its own, with what the workflow's steps run."""

    def __init__(self, project: Path) -> None:
        self.project = small_project(project)
        shutil.copytree(ROOT / ".github", project / ".github")
        self.output = project / "output"
        self.api = ""
        self._commands = Commands(
            project, GUIDE_DATE="2026-11-25",
            GITHUB_REPOSITORY=OWN, GITHUB_SERVER_URL=SERVER,
            GITHUB_SHA="c0ffee", GITHUB_REF_NAME="main", GITHUB_RUN_ID="42",
            GITHUB_EVENT_PATH=str(project / "event.json"), GITHUB_OUTPUT=str(self.output),
        )  # fmt: skip

    def as_it_was(self, api: str) -> Fork:
        """For the next test, with an API of its own."""
        (self.project / DATA).write_text(TEXT, encoding="utf-8")
        self.output.unlink(missing_ok=True)
        self.api = api
        return self

    def run(self, command: str, **more: str) -> tuple[int, str]:
        """The exit code, and what was said."""
        return self._commands.run(command, env={"GITHUB_API_URL": self.api, **more})

    def stop(self) -> None:
        self._commands.stop()

    @property
    def data(self) -> str:
        return (self.project / DATA).read_text(encoding="utf-8")


@pytest.fixture
def fake() -> FakeRepository:
    return FakeRepository(OWN)


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fork]:
    it = Fork(tmp_path_factory.mktemp("journey") / "fork")
    yield it
    it.stop()


@pytest.fixture
def fork(forked: Fork, fake: FakeRepository) -> Iterator[Fork]:
    with serving(fake.handler()) as api:
        yield forked.as_it_was(api)


def filed() -> str:
    """A report by the link of the route's page: what it fills in, and what the reader chose."""
    given = replace(settings.current(), repository=f"{SERVER}/{OWN}")
    link = tell.told(book().routes[ROUTE].route, given).forms[0].href
    assert urlsplit(link).path == f"/{OWN}/issues/new"
    filled = dict(parse_qsl(urlsplit(link).query))
    assert filled["template"] == tell.FORMS[tell.WORKED]
    return body(GOOD, **{it: filled[it] for it in ("route", "page", "guide")})


def test_a_report_comes_to_stand_on_its_page(fork: Fork, fake: FakeRepository) -> None:
    written(fork.project, told(filed()))

    # The first job: it may only read.
    code, said = fork.run("report")
    assert code == 0, said
    assert fork.output.read_text(encoding="utf-8") == "entry=true\n"
    merged = fork.data
    for command in ("check", "build"):
        code, said = fork.run(command)
        assert code == 0, said
    page = fork.project / "site" / "opt-out" / "facebook" / "web" / "index.html"
    shown = " ".join(BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").text.split())
    assert "Seen working by a reader in Ireland, in a browser, on 24 November 2026" in shown

    # The second job has the code anew, and proposes the same text.
    (fork.project / DATA).write_text(TEXT, encoding="utf-8")
    code, said = fork.run("report-open", GITHUB_TOKEN=KEY)
    assert code == 0, said
    assert fake.file("report-7", DATA) == merged != TEXT
    (pull,) = fake.pulls
    assert (pull["head"], pull["base"]) == ("report-7", "main")
    assert "Closes #7\n" in pull["body"]
    assert "`make check` and `make build` passed" in pull["body"]
    assert "https://github.com/us/guide/actions/runs/42" in pull["body"]
    assert fake.comments == []

    # Labelled again: the branch is made anew, and there is no twin.
    again = written(fork.project, told(body(GOOD, date="2026-11-23")))
    assert again.exists()
    assert fork.run("report-open", GITHUB_TOKEN=KEY)[0] == 0
    (pull,) = fake.pulls
    assert pull["title"].endswith("worked on 2026-11-23")
    assert '- date: "2026-11-23"' in fake.file("report-7", DATA)
    assert '- date: "2026-11-24"' not in fake.file("report-7", DATA)


def test_where_nothing_may_be_opened_the_lines_are_told(fork: Fork, fake: FakeRepository) -> None:
    fake.may_open = False
    written(fork.project, told(filed()))
    assert fork.run("report-open", GITHUB_TOKEN=KEY)[0] == 0
    (said,) = fake.comments
    assert "https://github.com/us/guide/compare/main...report-7?expand=1" in said
    assert "Allow GitHub Actions to create and" in said
    assert '```yaml\n- date: "2026-11-24"\n  result: "worked"\n' in said
    assert fake.pulls == []


def test_a_bad_report_is_answered_and_changes_nothing(fork: Fork, fake: FakeRepository) -> None:
    written(fork.project, told(body(GOOD, route='x"\n  y: z', place="@everyone")))
    assert fork.run("report")[0] == 0
    assert fork.output.read_text(encoding="utf-8") == "entry=false\n"
    assert fork.data == TEXT
    assert fork.run("report-answer", GITHUB_TOKEN=KEY)[0] == 0
    (said,) = fake.comments
    assert "\n- Steps: " in said
    assert "\n- Country: " in said
    assert LABEL in said
    assert fake.branches == {}
    assert fake.pulls == []


def test_what_fails_its_checks_is_told_with_the_way_to_them(
    fork: Fork, fake: FakeRepository
) -> None:
    written(fork.project, told(filed()))
    assert fork.run("report-answer", GITHUB_TOKEN=KEY)[0] == 0
    assert fake.comments == [words.failed("https://github.com/us/guide/actions/runs/42")]


def test_an_event_that_is_no_report_ends_in_a_line(fork: Fork, fake: FakeRepository) -> None:
    written(fork.project, told(filed(), label={"name": "another"}))
    for command in ("report", "report-open", "report-answer"):
        code, said = fork.run(command, GITHUB_TOKEN=KEY)
        assert code == 1
        assert said.count("\n") == 1
    assert fork.data == TEXT
    assert (fake.comments, fake.pulls, fake.branches) == ([], [], {})
