"""A reader's report becomes one entry, of checked values alone; a bad one is told what is missing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from guide.data import seen
from guide.data.book import Book
from guide.errors import StoppedError
from guide.recheck.reports import words
from guide.recheck.reports.event import LABEL, NotOursError
from guide.recheck.reports.made import Made, by_hand, mark
from guide.recheck.reports.unfit import UnfitError
from guide.show import tell
from tests.recheck.reported import CHANGED, GOOD, MAINTAINER, READER, ROUTE, body, made, read, told
from tests.small import TEXT, book, changed

BOOK = book()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small guide's data file."""
    file = tmp_path / "platforms.yml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def of(data: Path, text: str, small: Book = BOOK, **others: Any) -> Made:
    return made(data.parent, small, data, told(text, **others))


def missing(data: Path, text: str, small: Book = BOOK) -> list[str]:
    with pytest.raises(UnfitError) as caught:
        of(data, text, small)
    return caught.value.missing


def test_a_report_becomes_an_entry(data: Path) -> None:
    assert of(data, body(GOOD)).entry == {
        "date": "2026-11-24", "result": "worked", "kind": "reader", "place": "IE",
        "surface": "web", "by": mark(READER), "report": "https://github.com/us/guide/issues/7",
    }  # fmt: skip
    assert data.read_text(encoding="utf-8") == TEXT, "whoever asks decides whether to write"


@pytest.mark.parametrize("answer", tell.RESULTS)
def test_what_looks_different_becomes_an_entry_without_its_words(data: Path, answer: str) -> None:
    entry = of(data, body(CHANGED, result=answer, version="140.0")).entry
    assert entry["result"] == tell.RESULTS[answer]
    assert entry["version"] == "140.0"
    assert not [it for it in entry.values() if "Send" in it or "img" in it]


def test_it_is_read_with_the_line_ends_of_any_system(data: Path) -> None:
    text = body(GOOD)
    assert of(data, text.replace("\n", "\r\n")) == of(data, f"\n{text}\n") == of(data, text)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("route", "", "Steps: the steps’ id"),
        ("route", "facebook-web-objec", "Steps: the steps’ id"),
        ("date", "_No response_", "Day: a day from 2026-10-26 to "),
        ("date", "24 November 2026", "Day: a day from 2026-10-26 to "),
        ("date", "2026-10-25", "Day: a day from 2026-10-26 to "),
        ("date", "2999-01-01", "Day: a day from 2026-10-26 to "),
        ("place", "Atlantis", "Country: a place or country of the guide"),
        ("place", "", "Country: a place or country of the guide"),
        ("surface", "Toaster", "Device: one of web, android, ios"),
        ("surface", "Android", "the route is not for `android`"),
        ("version", "the newest", "Version of the app: numbers with full stops"),
    ],
)
def test_what_is_missing_is_named_as_the_form_names_it(
    data: Path, field: str, value: str, said: str
) -> None:
    (line,) = missing(data, body(GOOD, **{field: value}))
    assert line.startswith(said)
    comment = words.unfit([line])
    assert f"\n- {line}\n" in comment
    assert f"`{LABEL}`" in comment


def test_all_that_is_missing_is_told_at_once(data: Path) -> None:
    assert len(missing(data, body(GOOD, route="x", date="x", place="x", surface="x"))) == 4


def test_what_was_seen_before_the_steps_changed_is_refused(data: Path) -> None:
    text = changed('date: "2025-05-27"', 'date: "2026-11-25"')
    data.write_text(text, encoding="utf-8")
    small = book(text)
    (line,) = missing(data, body(GOOD), small)
    assert line.startswith("Day: something changed there on 2026-11-25")
    assert of(data, body(GOOD, date="2026-11-25"), small)


def test_a_report_is_taken_once(data: Path) -> None:
    done = of(data, body(GOOD))
    data.write_text(done.data, encoding="utf-8")
    for day in ("2026-11-24", "2026-11-25"):
        assert "already" in missing(data, body(GOOD, date=day), book(done.data))[0]


def test_one_person_counts_once_a_day(data: Path) -> None:
    first = of(data, body(GOOD))
    data.write_text(first.data, encoding="utf-8")
    with pytest.raises(UnfitError, match="has reported on this device on that day"):
        of(data, body(GOOD), book(first.data), issue={"number": 8})


def test_two_readers_of_two_days_move_the_date_and_one_does_not(data: Path) -> None:
    assert len(BOOK.routes[ROUTE].route.seen) == 1
    assert BOOK.routes[ROUTE].route.confirmed.date == "2025-05"
    route = book(of(data, body(GOOD)).data).routes[ROUTE].route
    assert (route.confirmed.date, route.confirmed.source) == ("2026-11-24", seen.SOURCE_ID)


def test_only_who_belongs_to_the_repository_speaks_as_its_maintainer(data: Path) -> None:
    for role in ("OWNER", "MEMBER", "COLLABORATOR"):
        assert (
            of(data, body(GOOD), issue={"author_association": role}).entry["kind"] == "maintainer"
        )
    for role in ("CONTRIBUTOR", "FIRST_TIMER", "NONE", "owner", ""):
        assert of(data, body(GOOD), issue={"author_association": role}).entry["kind"] == "reader"


def test_a_reporter_cannot_accept_their_own_report(tmp_path: Path) -> None:
    own = {"sender": {"id": READER}}
    with pytest.raises(NotOursError, match="not set by a maintainer"):
        read(tmp_path, told(body(GOOD), **own))
    inside = {"issue": {"author_association": "OWNER"}}
    assert read(tmp_path, told(body(GOOD), **own, **inside)).maintainer


def test_by_hand_a_mistake_is_a_line_and_a_mark_is_made_up(data: Path) -> None:
    today = datetime.now(UTC).date().isoformat()
    given = {"route": ROUTE, "result": "gone", "date": today, "place": "IE", "surface": "web"}
    one, other = by_hand(given, BOOK, data), by_hand(given, BOOK, data)
    assert one.entry["by"] != other.entry["by"]
    assert one.entry["kind"] == "reader"
    full = by_hand({**given, "kind": "maintainer", "by": "0a1b2c3d", "version": "1.2",
                    "report": "https://github.com/us/guide/issues/3"}, BOOK, data)  # fmt: skip
    assert list(full.entry.values()) == [
        today, "gone", "maintainer", "IE", "web", "1.2", "0a1b2c3d",
        "https://github.com/us/guide/issues/3",
    ]  # fmt: skip
    for wrong in ({"date": ""}, {"kind": "robot"}, {"by": "me"}, {"report": "https://x.example"},
                  {"result": "It worked"}, {"by": '"\n'}, {"report": '"\n    - x: "'}):  # fmt: skip
        with pytest.raises(StoppedError) as caught:
            by_hand({**given, **wrong}, BOOK, data)
        assert str(caught.value).count("\n") == 0, wrong
    old = (datetime.now(UTC).date() - timedelta(days=31)).isoformat()
    with pytest.raises(StoppedError, match="date: a day from"):
        by_hand({**given, "date": old}, BOOK, data)


def test_a_mark_is_the_accounts_alone() -> None:
    assert mark(READER) == mark(READER) != mark(MAINTAINER)
    assert len(mark(READER)) == 8
    assert str(READER) not in mark(READER)
