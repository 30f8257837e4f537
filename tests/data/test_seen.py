"""What reports move: the day a route was confirmed, and what is in doubt."""

from __future__ import annotations

import json

import pytest

from guide.data import seen
from guide.data.model.routes import Route
from guide.publish import open_data
from tests.small import PAGES, TEXT, TWO, TWO_PAGES, book, changed, mistakes, page

ROUTE = "facebook-web-object"
OWN = TEXT[TEXT.index("            seen:\n") : TEXT.index("            review_after_days:")]
A, B = "aaaaaaaa", "bbbbbbbb"


def entry(date: str, **more: str) -> str:
    """A report; without more, of a reader in Ireland in a browser: it worked."""
    told = {"result": "worked", "kind": "reader", "place": "IE", "surface": "web", "by": A, **more}
    return json.dumps({"date": date, **told})


def reported(*entries: str, text: str = TEXT) -> str:
    """The small guide with these reports and no others."""
    assert text.count(OWN) == 1
    lines = "".join(f"              - {it}\n" for it in entries)
    return text.replace(OWN, f"            seen:\n{lines}")


def route(*entries: str, text: str = TEXT) -> Route:
    return book(reported(*entries, text=text), TWO_PAGES).routes[ROUTE].route


def confirmed(*entries: str, text: str = TEXT) -> tuple[str | None, str]:
    it = route(*entries, text=text).confirmed
    return it.date, it.how


def anywhere(text: str) -> str:
    """The route is for any device, and for each place there is."""
    places = '["eu", "uk"]' if "  uk:\n" in text else '["eu"]'
    text = text.replace(
        'where: ["eu"]\n            elsewhere', f"where: {places}\n            elsewhere"
    )
    return text.replace('surface: "web"\n            page', 'surface: "any"\n            page')


WRITTEN = ("2025-05", "guide")


def test_one_reader_moves_nothing_and_one_maintainer_does() -> None:
    assert confirmed(entry("2026-11-20")) == WRITTEN
    assert confirmed(entry("2026-11-20", kind="maintainer")) == ("2026-11-20", "live")


def test_two_readers_move_the_day_to_the_second_one() -> None:
    two = route(entry("2026-11-20", by=B, place="eu"), entry("2026-11-01"))
    assert (two.confirmed.date, two.confirmed.how) == ("2026-11-20", "reader")
    assert two.confirmed.source == seen.SOURCE_ID
    assert two.confirmed_by_source
    assert two.confirmed_by_source.source == "local-blog"


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ({"by": A}, {"by": A}),
        ({"by": B, "date": "2026-11-01"}, {}),
        ({"by": B, "date": "2026-01-31"}, {"date": "2025-11-01"}),
        ({"by": B, "result": "differs"}, {}),
        ({"by": B, "place": "uk"}, {}),
        ({"by": B, "surface": "android"}, {}),
    ],
    ids=["one person", "one day", "91 days", "one differs", "two places", "two devices"],
)
def test_two_reports_that_do_not_speak_of_the_same_move_nothing(
    later: dict[str, str], earlier: dict[str, str]
) -> None:
    text = anywhere(TWO)
    entries = [entry(**{"date": "2026-11-20", **later}), entry(**{"date": "2026-11-01", **earlier})]
    assert confirmed(*entries, text=text) == WRITTEN


def test_ninety_days_apart_is_not_too_far() -> None:
    assert confirmed(entry("2026-01-30", by=B), entry("2025-11-01"))[0] == "2026-01-30"


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ('date: "2026-11-10"', "2025-05"),
        ('date: "2026-11"', "2025-05"),
        ('date: "2026"', "2025-05"),
        ('date: "2026-11-01"', "2026-11-20"),
        ('date: "2026-11-10"\n        products: ["facebook"]', "2025-05"),
    ],
)
def test_what_was_seen_before_the_last_change_moves_nothing(event: str, day: str) -> None:
    text = changed('date: "2025-05-27"', event)
    two = (entry("2026-11-20", by=B), entry("2026-11-01"))
    assert confirmed(*two, text=text)[0] == day


def test_a_change_elsewhere_or_of_another_app_is_none() -> None:
    two = (entry("2026-11-20", by=B), entry("2026-11-01"))
    there = TWO.replace('date: "2025-05-27"', 'date: "2026-11-10"')
    there = there.replace('where: ["form-places"]', 'where: ["uk"]')
    assert confirmed(*two, text=there)[0] == "2026-11-20"
    more = '      instagram:\n        name: "Instagram"\n      facebook:\n'
    other = changed("      facebook:\n", more).replace(
        'date: "2025-05-27"', 'date: "2026-11-10"\n        products: ["instagram"]'
    )
    pages = {**PAGES, "opt-out/instagram": page("opt-out/instagram", "instagram")}
    it = book(reported(*two, text=other), pages).routes[ROUTE].route
    assert it.confirmed.date == "2026-11-20"


def test_steps_set_right_are_a_change_too() -> None:
    two = (entry("2026-11-20", by=B), entry("2026-11-01"))
    said = entry("2026-10-30", result="differs", by="cccccccc", mended="2026-11-10")
    assert confirmed(*two, said) == WRITTEN
    again = entry("2026-11-22", by="dddddddd")
    assert confirmed(again, *two, said)[0] == "2026-11-22"


def test_a_newer_source_stays() -> None:
    text = changed('confirmed: {date: "2025-05"', 'confirmed: {date: "2026-11-21"')
    one = route(entry("2026-11-20", kind="maintainer"), text=text)
    assert (one.confirmed.date, one.confirmed_by_source) == ("2026-11-21", None)
    undated = changed('confirmed: {date: "2025-05", how:', "confirmed: {how:")
    assert confirmed(entry("2026-11-20", kind="maintainer"), text=undated)[0] == "2026-11-20"


def doubted(*entries: str, text: str = TEXT) -> list[str]:
    return [it.date for it in seen.doubts(route(*entries, text=text))]


def test_a_doubt_stands_until_it_is_answered_from_there() -> None:
    differs, gone = entry("2026-11-10", result="differs"), entry("2026-11-12", result="gone", by=B)
    assert doubted(gone, differs) == ["2026-11-12", "2026-11-10"]
    assert doubted(entry("2026-11-14", by=B), gone, differs) == []
    assert doubted(entry("2026-11-14", by=B, place="eu"), differs) == ["2026-11-10"]
    assert doubted(differs, entry("2026-11-09", kind="maintainer", by=B)) == ["2026-11-10"]
    assert doubted(entry("2026-11-10", result="differs", mended="2026-11-11")) == []
    newer = changed('confirmed: {date: "2025-05"', 'confirmed: {date: "2026-11-15"')
    assert doubted(differs, text=newer) == []


def test_of_one_day_the_first_is_the_newer() -> None:
    worked, differs = entry("2026-11-10"), entry("2026-11-10", result="differs", by=B)
    assert doubted(worked, differs) == []
    assert doubted(differs, worked) == ["2026-11-10"]


def test_reports_make_no_claim_surer() -> None:
    text = reported(entry("2026-11-20", kind="maintainer"))
    assert book(text).data.claims == book().data.claims


@pytest.mark.parametrize(
    ("entries", "wrong"),
    [
        ([entry("2026-11")], "seen[0].date: 2026-11 is not a whole day"),
        ([entry("2199-01-01")], "2199-01-01 is in the future"),
        ([entry("2026-11-20", result="fine")], "seen[0].result: `fine` is not allowed"),
        ([entry("2026-11-20", kind="owner")], "seen[0].kind: `owner` is not allowed"),
        ([entry("2026-11-20", place="IT")], "seen[0].place: there is no place `IT`"),
        ([entry("2026-11-20", surface="app")], "seen[0].surface: `app` is not allowed"),
        ([entry("2026-11-20", surface="ios")], "the route is not for `ios`; use web"),
        ([entry("2026-11-20", version="12; rm")], "seen[0].version: `12; rm` has the wrong form"),
        ([entry("2026-11-20", by="me")], "seen[0].by: `me` has the wrong form"),
        ([entry("2026-11-20", report="http://x.example/a/b/issues/1")], "address is not https"),
        ([entry("2026-11-20", report="https://x.example/a/b/pull/1")], "is not that of an issue"),
        ([entry("2026-11-20", report="https://x.example/a/b/issues/1?x")], "not that of an issue"),
        ([entry("2026-11-20", mended="2026-11-21")], "`mended` does not fit the report"),
        ([entry("2026-11-20", result="differs", mended="2026-11-19")], "`mended` does not fit"),
        ([entry("2026-11-01"), entry("2026-11-20", by=B)], "put the newest report first"),
        ([entry("2026-11-20"), entry("2026-11-20", place="eu")], "has reported on this device"),
        ([], "seen: the list is empty"),
    ],
)  # fmt: skip
def test_a_report_that_does_not_fit_is_told(entries: list[str], wrong: str) -> None:
    text = reported(*entries) if entries else reported().replace("seen:\n", "seen: []\n")
    assert any(wrong in line for line in mistakes(text)), mistakes(text)


def test_a_report_from_where_the_route_is_not_there_is_told() -> None:
    text = reported(entry("2026-11-20", place="uk"), text=TWO)
    (told,) = mistakes(text, TWO_PAGES)
    assert "the route does not reach `uk`; the route is for: eu" in told


def test_nobody_writes_what_is_worked_out() -> None:
    text = changed(
        "            review_after",
        '            confirmed_by_source: {how: "guide", source: "local-blog"}\n            review_after',
    )
    assert any("it is filled in" in line for line in mistakes(text))


def test_open_data_has_the_day_worked_out_and_where_it_is_from() -> None:
    text = reported(entry("2026-11-20", by=B), entry("2026-11-01"))
    published = json.loads(open_data.platforms(book(text)))
    (it,) = published["companies"]["meta"]["products"]["facebook"]["routes"]
    assert it["confirmed"] == {"date": "2026-11-20", "how": "reader", "source": seen.SOURCE_ID}
    assert it["confirmed_by_source"]["date"] == "2025-05"
    assert published["sources"][seen.SOURCE_ID]["kind"] == "forum"
    assert [one["by"] for one in it["seen"]] == [B, A]
    assert seen.SOURCE_ID not in json.loads(open_data.platforms(book()))["sources"]


def test_a_country_is_a_place_of_its_own_with_the_rules_of_the_whole() -> None:
    known = seen.spots(book().data)
    assert list(known) == ["eu", "IE"]
    assert (known["IE"].name, known["IE"].place) == ("Ireland", "eu")
