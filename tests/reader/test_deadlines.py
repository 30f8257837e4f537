"""When an answer is due: counted right, said plainly, saved as a calendar file."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from guide.data.book import Book
from guide.show.deadlines import of_letter, replies
from tests.actions import unfold
from tests.conftest import Site

ROUTE = "opt-out/facebook/web/"
LETTERS = "letters/uk/object/"  # which count days at once


def working_days(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def expected(start: date, count: int, unit: str) -> date:
    if unit == "month":
        return start + relativedelta(months=count)
    if unit == "working-day":
        return working_days(start, count)
    return start + timedelta(days=count)


def test_dates_agree_with_an_independent_library(web: Site) -> None:
    numbers = random.Random(5)  # noqa: S311
    first = date(2000, 1, 1)
    days = [first + timedelta(days=numbers.randrange(0, 36500)) for _ in range(400)]
    days += [date(year, month, day) for year in (2023, 2024, 2100)
             for month, day in ((1, 28), (1, 29), (1, 30), (1, 31), (2, 28), (3, 31), (12, 31))]  # fmt: skip
    units = ("month", "working-day", "day")
    cases = [(day, numbers.randrange(1, 60), unit) for day in days for unit in units]
    page = web.open(LETTERS)
    found = page.evaluate(
        "cases => cases.map(([day, count, unit]) => Guide.deadline.due(day, count, unit))",
        [[day.isoformat(), count, unit] for day, count, unit in cases],
    )
    wrong = [
        (case, got)
        for case, got in zip(cases, found, strict=True)
        if got != expected(*case).isoformat()
    ]
    assert wrong == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"])
def test_no_time_zone_moves_a_day(chromium: Browser, server: str, zone: str) -> None:
    context = chromium.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(server + LETTERS)
    assert page.evaluate("Guide.deadline.due('2026-03-28', 1, 'day')") == "2026-03-29"
    assert page.evaluate("Guide.deadline.due('2026-01-31', 1, 'month')") == "2026-02-28"
    assert page.evaluate("Guide.deadline.say('2026-12-24')") == "24 December 2026"
    local = "new Date().toLocaleDateString('sv')"
    assert page.evaluate(f"Guide.deadline.today() === {local}")
    context.close()


def test_what_is_no_day_has_no_deadline(web: Site) -> None:
    page = web.open(LETTERS)
    for bad in ("", "2026-02-30", "2026-13-01", "26-01-01", "12026-01-01", "x"):
        assert page.evaluate("d => Guide.deadline.due(d, 1, 'month')", bad) is None, bad


def event(raw: str) -> Any:
    [found] = Calendar.from_ical(raw).walk("VEVENT")
    return found


def calendar(page: Page, **wanted: str) -> tuple[str, Any]:
    given = {"title": "t", "dateISO": "2026-12-31", "url": "", "description": "d"} | wanted
    raw: str = page.evaluate("given => Guide.deadline.ics(given)", given)
    return raw, event(raw)


TITLES = (
    "x\r\nATTENDEE:mailto:evil@example.org",
    "x\nEND:VEVENT\nBEGIN:VEVENT",
    "x\u2028ATTENDEE:a",
    "x\x0bATTENDEE:a\x85ATTENDEE:b\x00",
    r"back\slash; semi, comma",
    "<img src=x onerror=alert(1)> \u202eabc",
    "ü€😀" * 60,
    "y" * 5000,
)


def test_a_calendar_file_cannot_be_broken_by_words(web: Site) -> None:
    page = web.open(LETTERS)
    for title in TITLES:
        raw, found = calendar(page, title=title, description=title)
        assert all(len(line.encode()) <= 75 for line in raw.split("\r\n"))
        assert "\n" not in raw.replace("\r\n", "")
        assert raw.endswith("END:VCALENDAR\r\n")
        assert len(raw.splitlines()) == raw.count("\r\n")
        assert "ATTENDEE" not in found
        assert raw.count("\r\nBEGIN:VEVENT\r\n") == 1
        kept = title.replace("\r\n", "\n").replace("\u2028", "\n").replace("\x85", "\n")
        kept = kept.replace("\x0b", " ").replace("\x00", " ")
        assert str(found["SUMMARY"]) == kept == str(found["DESCRIPTION"])


def test_a_calendar_file_is_what_calendars_expect(web: Site) -> None:
    page = web.open(LETTERS)
    raw, found = calendar(page, url="https://guide.example/a b/#c")
    assert Calendar.from_ical(raw)["PRODID"]
    assert "METHOD" not in Calendar.from_ical(raw)
    assert found.decoded("DTSTART") == date(2026, 12, 31)
    assert found.decoded("DTEND") == date(2027, 1, 1)
    assert found.decoded("DTSTAMP").tzinfo is not None
    assert found["URL"] == "https://guide.example/a%20b/#c"
    [alarm] = found.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert found["UID"] != calendar(page)[1]["UID"]


@pytest.mark.disk
def test_a_route_tells_when_to_expect_a_reply(site: Site) -> None:
    page = site.open(f"{ROUTE}?h=searched")
    site.foreign.clear()  # words in an address are else a fault; these came from search
    box = page.locator(".deadline").first
    assert page.evaluate("typeof Guide.deadline") == "undefined"
    unfold(page)
    box.scroll_into_view_if_needed()
    box.get_by_label("Where you live").select_option(label="EU and EEA")
    box.get_by_label("Sent on").fill("2026-11-24")
    expect(box.get_by_role("status")).to_contain_text(
        "Expect a reply by 24 December 2026 (set by law)."
    )
    with page.expect_download() as saved:
        box.get_by_role("button", name="Save to calendar").click()
    assert saved.value.suggested_filename == "reply-due-2026-12-24.ics"
    raw = Path(saved.value.path()).read_text(encoding="utf-8")
    found = event(raw)
    assert found.decoded("DTSTART") == date(2026, 12, 24)
    root = "https://guide.example/guide/" if site.on_disk else site.root
    assert found["URL"].startswith(f"{root}{ROUTE}#")
    assert "file:" not in raw
    box.get_by_label("Sent on").fill("")
    expect(box.get_by_role("status")).to_contain_text("Choose the day")
    expect(box.get_by_role("button", name="Save to calendar")).to_be_disabled()


def test_reply_times_are_read_without_a_script(chromium: Browser, server: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + ROUTE)
    expect(page.locator(".deadline").first).to_contain_text(
        "EU and EEA: 1 calendar month (set by law)."
    )
    assert page.locator(".deadline :is(select, input, button)").count() == 0
    context.close()


def test_only_objections_and_requests_have_a_deadline(web: Site) -> None:
    page = web.open("limit/private-account/")
    assert page.locator(".deadline").count() == 0


def test_places_without_a_time_are_left_out_and_practice_is_said(book: Book) -> None:
    assert replies(book, ["india", "elsewhere"]) == []
    [(place, wait)] = replies(book, ["nigeria", "japan"])
    assert (place.name, wait.text) == ("Nigeria", "30 days (usual practice)")
    names = [place.name for place, _ in replies(book, ["everywhere"])]
    assert len(names) == sum(1 for it in book.data.jurisdictions.values() if it.reply)


def test_what_no_law_sets_is_called_a_suggestion(book: Book) -> None:
    places = book.data.jurisdictions
    by_kind = {it.kind: it for it in book.data.letters["eu"].letters}
    assert of_letter(places["eu"], by_kind["object"]).text == "1 calendar month (set by law)"
    assert of_letter(places["eu"], by_kind["reminder"]).text == "14 days (our suggestion)"
    assert of_letter(places["eu"], by_kind["complaint"]).text == "3 calendar months (set by law)", (
        "Article 78(2) of the GDPR"
    )
    complaint = next(it for it in book.data.letters["uk"].letters if it.kind == "complaint")
    assert of_letter(places["uk"], complaint).text == "3 calendar months (our suggestion)"
    assert of_letter(places["elsewhere"], by_kind["object"]).basis == "our suggestion"
