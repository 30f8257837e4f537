"""What a page says of reports: who saw the route work last, what is in doubt, and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag

from guide.publish import print_marks
from guide.recheck import overdue
from guide.show import macros, queries
from guide.show.context import Here
from tests.data.test_seen import A, B, anywhere, entry, reported
from tests.publish.sites import SETTINGS
from tests.small import TEXT, TWO, TWO_PAGES, book, changed

DAY = replace(SETTINGS, guide_date=date(2026, 12, 10))


def shown(*entries: str, text: str = TEXT) -> BeautifulSoup:
    """The small guide's route with these reports, as its page has it."""
    made = Here(book(reported(*entries, text=text), TWO_PAGES), "opt-out/facebook/web/", None, DAY)
    return BeautifulSoup(macros.route(made, "facebook-web-object", level=1), "html.parser")


def said(found: Tag | None) -> str:
    return " ".join(found.get_text().split()) if found else ""


def in_sight(page: BeautifulSoup) -> str:
    """What stands there of the confirmation before anything is opened."""
    parts = page.select(".doubted, .confirmed > summary, .seen")
    return " ".join(said(it) for it in parts)


def test_one_reader_is_named_beside_the_source() -> None:
    assert in_sight(shown(entry("2026-11-20"))) == (
        "Last described in a guide: May 2025. A new check is overdue."
        " Seen working by a reader in Ireland, in a browser, on 20 November 2026."
    )


def test_two_readers_are_the_line_and_the_check_is_not_overdue() -> None:
    page = shown(entry("2026-11-20", by=B), entry("2026-11-01", place="eu"))
    assert in_sight(page).startswith(
        "Seen working by a reader in Ireland, in a browser, on 20 November 2026. A new check"
    )
    assert page.select(".confirmed--fresh")
    assert in_sight(page).count("Seen working") == 1
    folded = said(page.select_one(".confirmed"))
    assert "By readers of this guide." in folded
    assert "Without reports: last described in a guide, May 2025." in folded


def test_a_maintainer_is_named() -> None:
    page = shown(entry("2026-11-20", kind="maintainer"))
    assert "Seen working by a maintainer in Ireland, in a browser" in in_sight(page)
    assert "By a maintainer of this guide." in said(page.select_one(".confirmed"))


def test_who_saw_it_later_is_named_beside_the_day_that_is_confirmed() -> None:
    later = entry("2026-11-25", surface="ios", by="cccccccc")
    page = shown(later, entry("2026-11-20", by=B), entry("2026-11-01"), text=anywhere(TEXT))
    assert in_sight(page).startswith("Last reported by a reader: 20 November 2026.")
    assert in_sight(page).endswith("in Ireland, on an iPhone, on 25 November 2026.")


def test_what_a_newer_source_confirms_needs_no_older_reader() -> None:
    newer = changed('confirmed: {date: "2025-05"', 'confirmed: {date: "2026-11-21"')
    assert "Seen working" not in in_sight(shown(entry("2026-11-20"), text=newer))


C = "cccccccc"


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        (
            [entry("2026-11-21", result="differs")],
            "A reader found another screen on 21 November 2026, in Ireland, in a browser.",
        ),
        (
            [entry("2026-11-21", result="differs", by=B), entry("2026-11-21", result="differs")],
            "Two readers found another screen on 21 November 2026, in Ireland, in a browser.",
        ),
        (
            [entry("2026-11-22", result="differs", place="eu"), entry("2026-11-21", result="differs", by=B)],
            "Two readers found another screen, last on 22 November 2026, in a browser.",
        ),
        (
            [entry("2026-11-22", result="differs"), entry("2026-11-21", result="differs")],
            "A reader found another screen, last on 22 November 2026, in Ireland, in a browser.",
        ),
        (
            [entry("2026-11-22", result="gone", kind="maintainer")],
            "A maintainer found it gone on 22 November 2026, in Ireland, in a browser.",
        ),
        (
            [entry("2026-11-22", result="gone", kind="maintainer", by=B), entry("2026-11-22", result="gone")],
            "Two people found it gone on 22 November 2026, in Ireland, in a browser.",
        ),
    ],
)  # fmt: skip
def test_a_doubt_is_in_sight_at_once(entries: list[str], line: str) -> None:
    page = shown(*entries, entry("2026-11-20", by=C))
    assert said(page.select_one(".doubted")) == line
    assert in_sight(page).startswith(line)


def test_both_kinds_of_doubt_are_told() -> None:
    page = shown(entry("2026-11-22", result="gone"), entry("2026-11-21", result="differs", by=B))
    assert [said(it)[:28] for it in page.select(".doubted")] == [
        "A reader found another scree",
        "A reader found it gone on 22",
    ]


def test_what_was_answered_is_in_no_ones_way() -> None:
    page = shown(entry("2026-11-22"), entry("2026-11-21", result="differs", by=B))
    assert not page.select(".doubted")
    mended = entry("2026-11-21", result="differs", mended="2026-11-22", version="140.0")
    page = shown(mended)
    assert not page.select(".doubted")
    assert "set right on 22 November 2026" in said(page.select_one(".confirmed"))


def test_days_are_told_by_place_and_device_with_their_reports() -> None:
    page = shown(
        entry("2026-11-22", place="uk", surface="android", version="412.0"),
        entry("2026-11-21", report="https://github.com/owner/repository/issues/12", by=B),
        entry("2026-11-20", by=A),
        entry("2026-11-01", result="differs", surface="android", by=C),
        text=anywhere(TWO),
    )
    assert [said(it) for it in page.select(".confirmed li")] == [
        "United Kingdom, Android: it worked, version 412.0, 22 November 2026",
        "Ireland, Browser: it worked, 21 November 2026 (report)",
        "Ireland, Android: another screen, 1 November 2026",
    ]
    (link,) = page.select(".confirmed li a")
    assert link["href"] == "https://github.com/owner/repository/issues/12"
    assert link["rel"] == ["noreferrer"]


def test_a_reader_elsewhere_is_in_another_country() -> None:
    text = changed('  eu:\n    name: "EU and EEA"', '  elsewhere:\n    name: "Any other place"')
    text = text.replace('["eu"]', '["elsewhere"]').replace(
        'page: "rights/eu"\n    region',
        'page: "rights/eu"\n    in_sentence: "any other place"\n    region',
    )
    assert "by a reader in another country, in a browser" in in_sight(
        shown(entry("2026-11-20", place="elsewhere"), text=text)
    )


def test_all_that_tells_the_day_tells_the_one_worked_out() -> None:
    made = book(reported(entry("2026-11-20", by=B), entry("2026-11-01")))
    assert print_marks.confirmed(made, "opt-out/facebook/web") == "Last confirmed: 20 November 2026"
    assert queries.coverage(made)[0].newest == "2026-11-20"
    assert overdue.check(made, DAY.guide_date) == []
    assert overdue.check(book(reported(entry("2026-11-20"))), DAY.guide_date) != []
    table = macros.glance(Here(made, "opt-out/", None, DAY), "facebook")
    assert "20 November 2026" in said(BeautifulSoup(table, "html.parser"))


def test_the_board_tells_what_is_worked_out_and_in_doubt() -> None:
    text = reported(
        entry("2026-11-21", result="gone", by=C), entry("2026-11-20", kind="maintainer")
    )
    board = macros.freshness_board(Here(book(text), "about/freshness/", None, DAY))
    row = said(BeautifulSoup(board, "html.parser").select_one("tbody tr"))
    assert "20 November 2026 Checked on a device (a maintainer of this guide)" in row
    assert "A reader found it gone on 21 November 2026" in row
