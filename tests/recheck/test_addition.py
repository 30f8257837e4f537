"""An entry is added under its route: every line that was there stays, and nothing else is new."""

from __future__ import annotations

from typing import Any

import pytest

from guide.data import loader
from guide.data.book import DATA_FILE
from guide.errors import DataError
from guide.recheck.reports.addition import Entry, with_entry
from tests.small import TEXT, book, changed

ROUTE = "facebook-web-object"
ENTRY: Entry = {
    "date": "2026-11-21", "result": "worked", "kind": "reader", "place": "IE", "surface": "web",
    "by": "0a1b2c3d", "report": "https://github.com/us/guide/issues/7",
}  # fmt: skip
OWN = TEXT[TEXT.index("            seen:\n") : TEXT.index("            review_after_days")]
WITHOUT = changed(OWN, "")


def days(text: str) -> list[str]:
    """The days of the route's reports, as the loaded book has them."""
    return [it.date for it in book(text).routes[ROUTE].route.seen]


def added(made: str, before: str) -> list[str]:
    """The lines that came, one after the other; without them the file is as before."""
    rows, old = made.split("\n"), before.split("\n")
    more = len(rows) - len(old)
    same = next(at for at, pair in enumerate(zip(rows, old, strict=False)) if len(set(pair)) > 1)
    fitting = [
        rows[at : at + more]
        for at in range(max(same - more, 0), same + 1)
        if rows[:at] + rows[at + more :] == old
    ]
    assert fitting, "another line was touched"
    return fitting[0]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-21", ["2026-11-21", "2026-11-20"]),
        ("2026-11-20", ["2026-11-20", "2026-11-20"]),
        ("2026-11-19", ["2026-11-20", "2026-11-19"]),
    ],
)
def test_it_stands_by_its_day_and_every_other_line_stays(day: str, expected: list[str]) -> None:
    entry = {**ENTRY, "date": day}
    made = with_entry(TEXT, ROUTE, entry)
    assert days(made) == expected
    first, *rest = added(made, TEXT)
    assert first.strip() == f'- date: "{day}"'
    assert [it.strip() for it in rest] == [f'{k}: "{v}"' for k, v in list(entry.items())[1:]]


def test_the_first_report_of_a_route_begins_its_list() -> None:
    made = with_entry(WITHOUT, ROUTE, ENTRY)
    assert days(made) == ["2026-11-21"]
    assert added(made, WITHOUT)[0].strip() == "seen:"


def test_of_one_day_the_newer_report_stands_first() -> None:
    made = with_entry(TEXT, ROUTE, {**ENTRY, "date": "2026-11-20"})
    assert [it.by for it in book(made).routes[ROUTE].route.seen] == ["0a1b2c3d", "3f2a9c1b"]


COMMENTED = OWN.replace("seen:\n", "seen: # what people reported\n              # the first\n")


@pytest.mark.parametrize(
    ("text", "below"),
    [
        (changed(OWN, COMMENTED), "              # the first"),
        (
            WITHOUT.replace(
                "            review_after", "            # soon\n            review_after"
            ),
            "            # soon",
        ),
    ],
)
def test_a_comment_stays_with_the_line_it_is_about(text: str, below: str) -> None:
    made = with_entry(text, ROUTE, ENTRY)
    assert added(made, text)
    assert days(made)[0] == "2026-11-21"
    after = made.split("\n")[made.split("\n").index(below) + 1]
    assert "date: " + '"2026-11-20"' in after or "review_after_days" in after


@pytest.mark.parametrize(
    "written",
    [
        '            seen: [{date: "2026-11-20", result: "worked", kind: "reader", place: "IE", surface: "web", by: "3f2a9c1b"}]\n',
        '            seen: [\n              {date: "2026-11-20", result: "worked", kind: "reader", place: "IE", surface: "web", by: "3f2a9c1b"}]\n',
    ],
)
def test_lines_laid_out_otherwise_are_left_alone(written: str) -> None:
    text = changed(OWN, written)
    assert days(text) == ["2026-11-20"]
    with pytest.raises(DataError, match="add the entry by hand"):
        with_entry(text, ROUTE, ENTRY)


def test_in_the_whole_guide_the_data_differs_by_that_entry_alone() -> None:
    text = DATA_FILE.read_text(encoding="utf-8")
    before, _ = loader.load(text.encode())
    route = _last_route(before)
    made = with_entry(text, route["id"], ENTRY)
    assert len(added(made, text)) == len(ENTRY) + ("seen" not in route)
    after, _ = loader.load(made.encode())
    seen = _last_route(after).pop("seen")
    assert (seen[0], seen[1:]) == (ENTRY, route.pop("seen", []))
    assert after == before


def _last_route(plain: dict[str, Any]) -> Any:
    routes = [
        route
        for company in plain["companies"].values()
        for product in company["products"].values()
        for route in product.get("routes", [])
    ]
    return routes[-1]
