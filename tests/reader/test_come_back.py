"""Who comes back: the day of a tick, what has changed since, a plan as a file, a reminder."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from guide.data.book import Book, PlacedRoute
from guide.data.model.history import Change
from guide.data.model.seen import Seen
from guide.paths import ROOT
from guide.show import plan, since_script
from tests.actions import unfold
from tests.conftest import Site
from tests.show.test_since import with_seen

STEPS = "opt-out/chatgpt/"
OLD = "a38ea94"
"""An edition before days were kept. What it writes and how it reads stands in ``BY_OLD``."""
BY_OLD = {"guide.ticks": '{"chatgpt-web-switch--log-in":1,"chatgpt-web-switch--switch-off":1}'}


class Case(NamedTuple):
    """A route, a place and a use that have it in the plan, and a change that concerns it."""

    placed: PlacedRoute
    place: str
    use: str
    steps: list[str]
    change: Change

    @property
    def hash(self) -> str:
        return f"#plan={self.place}.{self.use}"


def cases(book: Book) -> Iterator[Case]:
    """All there are of dated changes and the routes they concern, where both hold everywhere."""
    rules = {it["id"]: it for it in plan.plan(book)["routes"]}
    for change in book.data.changes:
        for placed in plan.plannable(book):
            own = placed.company_id in change.affects
            about = own and placed.product_id in (change.products or [placed.product_id])
            where = set(placed.route.where) | set(change.where)
            if about and where == {"everywhere"} and change.date.count("-") == 2:
                rule = rules[placed.route.id]
                yield Case(placed, "japan", rule["uses"][0], rule["steps"], change)


def on(page: Page, day: date) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return {key: json.loads(text) for key, text in found.items()}


def tick_all(site: Site, case: Case) -> Page:
    page = site.open(f"{case.placed.route.page}/")
    unfold(page)
    for step in case.steps:
        page.locator(f"[id='{step}'] [data-tick]").check()
    return page


def item(page: Page, route: str) -> Any:
    return page.locator(f".plan [data-route='{route}']")


def day_before(change: Change) -> date:
    """A day on which somebody may have done it: ninety days later the change is there."""
    return date.fromisoformat(change.date) - timedelta(days=45)


def say(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@pytest.mark.disk
def test_the_plan_says_when_it_was_done_and_what_has_changed_since(site: Site, book: Book) -> None:
    """Ninety days and one change later; and again once saved, cleared and opened."""
    every = list(cases(book))
    case, before = next(
        (it, old.change)
        for it in every
        if it.change.date >= "2026"
        for old in every
        if old.placed is it.placed and old.change.date < f"{day_before(it.change)}"
    )
    done = day_before(case.change)
    on(site.page, done)
    page = tick_all(site, case)
    page.goto(site.address("plan/") + case.hash)
    there = item(page, case.placed.route.id)
    expect(there).to_contain_text(f"You did this on {say(done)}.")

    def both_lines() -> None:
        expect(there).to_contain_text(f"You did this on {say(done)}.")
        expect(there).to_contain_text("Changed since:")
        unfold(page)
        expect(there.get_by_text(case.change.what)).to_be_visible()
        expect(there.locator(".plan__again")).to_be_visible()
        assert before.what not in there.inner_text(), "that was before"

    on(page, done + timedelta(days=90))
    page.reload()
    both_lines()
    page.get_by_role("button", name="Keep this plan").click()
    both_lines()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my plan as a file").click()
    text = Path(saved.value.path()).read_bytes()
    assert json.loads(text) == {
        "place": case.place,
        "uses": [case.use],
        "ticks": dict.fromkeys(case.steps, f"{done}"),
    }
    page.get_by_role("button", name="Clear everything").click()
    expect(page.locator(".plan")).to_be_hidden()
    assert kept(page) == {}
    opened(page, text)
    expect(page.locator("#plan-title")).to_be_focused()
    both_lines()
    assert page.url.endswith(case.hash)
    expect(page.locator(".plan__keep")).to_be_hidden()


def opened(page: Page, text: bytes) -> None:
    file: Any = {"name": "plan.json", "mimeType": "application/json", "buffer": text}
    page.get_by_label("Open a plan that you saved").set_input_files(file)


def test_what_changed_is_asked_for_only_when_a_day_is_known(web: Site, book: Book) -> None:
    asked: list[str] = []
    web.page.on("request", lambda it: asked.append(it.url.rpartition("/")[2].split(".")[0]))
    case = next(cases(book))
    page = web.open(f"plan/{case.hash}")
    expect(item(page, case.placed.route.id)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not {"come-back", "since", "deadline"} & set(asked)
    ticks = json.dumps(dict.fromkeys(case.steps, 1))
    page.evaluate("text => localStorage.setItem('guide.ticks', text)", ticks)
    page.reload()
    there = item(page, case.placed.route.id)
    expect(there).to_contain_text("You did this. The day is not known.")
    assert "since" not in asked
    page.route("**/since.*", lambda route: route.abort())
    days = json.dumps(dict.fromkeys(case.steps, "2020-02-29"))
    page.evaluate("text => localStorage.setItem('guide.ticks.days', text)", days)
    page.reload()
    expect(there).to_contain_text("You did this on 29 February 2020.")
    expect(there).not_to_contain_text("Changed since")
    page.unroute("**/since.*")
    page.reload()
    expect(there).to_contain_text("Changed since")
    web.expected |= set(web.errors)


def test_what_readers_saw_since_is_told_where_they_live(web: Site, book: Book) -> None:
    case = next(it for it in cases(book) if it.placed.route.surface == "web")
    report = Seen(
        date="2026-11-29", result="gone", kind="reader", place="japan", surface="web", by="0" * 8
    )
    told = since_script.script(with_seen(book, case.placed, report))
    web.page.route("**/since.*", lambda it: it.fulfill(body=told, content_type="text/javascript"))
    on(web.page, date(2026, 11, 28))
    page = tick_all(web, case)
    page.goto(web.address("plan/") + case.hash)
    there = item(page, case.placed.route.id)
    line = "29 November 2026: a reader found it gone in Japan, in a browser."
    expect(there).to_contain_text(line)
    page.goto(web.address("plan/") + f"#plan=eu.{case.use}")
    expect(there).to_contain_text("You did this on 28 November 2026.")
    expect(there).not_to_contain_text("a reader found")


# The same storage, an older copy of the guide


def test_a_tick_keeps_its_day_under_a_key_of_its_own(web: Site) -> None:
    on(web.page, date(2026, 3, 12))
    page = web.open(STEPS)
    unfold(page)
    first = page.locator("[data-tick]").first
    name = first.evaluate("box => box.closest('.step').id")
    first.check()
    assert kept(page) == {"guide.ticks": {name: 1}, "guide.ticks.days": {name: "2026-03-12"}}
    on(page, date(2026, 3, 14))
    first.uncheck()
    first.check()
    assert kept(page)["guide.ticks.days"] == {name: "2026-03-14"}


def test_ticks_of_an_older_copy_are_there_and_their_day_is_not_known(web: Site) -> None:
    page = web.open("plan/")
    page.evaluate("given => Object.assign(localStorage, given)", BY_OLD)
    on(page, date(2026, 3, 12))
    page.goto(web.address(STEPS))
    unfold(page)
    ticked = page.locator("[data-tick]:checked")
    expect(ticked).to_have_count(2)
    for box in page.locator("ol.steps").first.locator("[data-tick]").all():
        box.check()
    old = json.loads(BY_OLD["guide.ticks"])
    assert kept(page)["guide.ticks"].items() > old.items()
    assert not kept(page)["guide.ticks.days"].keys() & old.keys()
    page.goto(web.address("plan/#plan=eu.chatgpt-web"))
    there = item(page, "chatgpt-web-switch")
    expect(there).to_contain_text("You did this. The day is not known.")


ODD_DAYS = ('"2026-02-30"', '["2026-03-12"]', "1", "null", '"<img src=x onerror=alert(1)>"', '""')


def test_an_odd_day_is_as_none(web: Site) -> None:
    page = web.open("plan/")
    step, other = json.loads(BY_OLD["guide.ticks"])
    for odd in ODD_DAYS:
        days = f'{{"{step}": {odd}, "{other}": "2026-03-12", "gone--step": "2026-03-12"}}'
        given = {**BY_OLD, "guide.ticks.days": days}
        page.evaluate("given => Object.assign(localStorage, given)", given)
        page.reload()
        found = page.evaluate("[...Guide.ticks()]")
        assert found == [[step, ""], [other, "2026-03-12"]], odd


LIST = """<!doctype html><meta charset=utf-8><body><ol class="steps">{steps}</ol>
<script>{store}</script><script>{checklist}</script>"""
LINE = '<li class="step" id="{id}"><input type="checkbox" data-tick></li>'


def of_old(script: str) -> str:
    """A script of the older edition."""
    show = ["git", "show", f"{OLD}:docs/assets/javascripts/{script}.js"]
    done = subprocess.run(show, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


@pytest.mark.audit
def test_the_older_copy_itself_and_this_one_lose_nothing_of_each_other(web: Site) -> None:
    """With its own scripts, from the history; CI has all of it where it audits."""
    scripts = {name: of_old(name) for name in ("store", "checklist")}
    old = json.loads(BY_OLD["guide.ticks"])
    lines = "".join(LINE.format(id=step) for step in old)
    html = LIST.format(steps=lines, **scripts)
    page = web.page
    page.route("**/older/", lambda it: it.fulfill(body=html, content_type="text/html"))
    page.goto(f"{web.root}older/")
    for box in page.locator("[data-tick]").all():
        box.check()
    assert page.evaluate("({...localStorage})") == BY_OLD

    on(page, date(2026, 3, 12))
    page.goto(web.address(STEPS))
    unfold(page)
    expect(page.locator("[data-tick]:checked")).to_have_count(2)
    step, other = old
    page.locator(f"[id='{step}'] [data-tick]").uncheck()
    page.locator(f"[id='{step}'] [data-tick]").check()
    page.locator("ol.steps").first.locator("[data-tick]:not(:checked)").first.check()
    ours = kept(page)
    assert ours["guide.ticks"].items() > old.items()

    page.goto(f"{web.root}older/")
    expect(page.locator("[data-tick]:checked")).to_have_count(2)
    page.locator(f"[id='{other}'] [data-tick]").uncheck()
    theirs = kept(page)
    assert theirs["guide.ticks"] == {k: v for k, v in ours["guide.ticks"].items() if k != other}
    assert theirs["guide.ticks.days"] == ours["guide.ticks.days"], "days are as they were"
    page.get_by_role("button", name="Clear everything").click()
    assert page.evaluate("({...localStorage})") == {}


# A file of a plan


HOSTILE = (
    b"", b"{", b"7", b"null", b"[]", b'"plan"', b"\xff\xfe\x00", b"PK\x03\x04",
    b'{"place": "eu", "uses": ["chatgpt-web"]}', b'{"place": "eu", "uses": [], "ticks": {}}',
    b'{"place": "nowhere", "uses": ["chatgpt-web"], "ticks": {}}',
    b'{"place": "__proto__", "uses": ["constructor"], "ticks": {}}',
    b'{"place": "eu", "uses": {"0": "chatgpt-web", "length": 1}, "ticks": {}}',
    b'{"place": "<img src=x onerror=alert(1)>", "uses": ["<b>"], "ticks": {"<b>": 1}}',
    b'{"place": "eu", "uses": ["chatgpt-web"], "ticks": []}',
    b'{"place": "eu", "uses": ["chatgpt-web"], "ticks": {"a": "' + b"x" * 250_000 + b'"}}',
)  # fmt: skip


def test_a_hostile_file_stays_text_and_changes_nothing(web: Site) -> None:
    page = web.page
    page.on("dialog", lambda dialog: web.errors.append(dialog.message))
    web.open("plan/")
    for text in HOSTILE:
        page.evaluate("document.querySelector('.said').textContent = ''")
        opened(page, text)
        expect(page.locator(".said")).to_have_text(
            "This file is no plan that was saved from this guide."
        )
        expect(page.locator(".plan")).to_be_hidden()
        assert page.evaluate("({...localStorage})") == {}, text[:80]


def test_of_a_file_only_what_the_guide_knows_is_taken(web: Site) -> None:
    page = web.open("plan/")
    step, other = json.loads(BY_OLD["guide.ticks"])
    ticks = {step: "2026-03-12", other: "2026-02-31", "old-route--old-step": "2026-03-12"}
    odd = {"__proto__": "2026-03-12", "constructor": 1, "<img src=x onerror=alert(1)>": 1}
    told = {"place": "eu", "uses": ["chatgpt-web", "<b>"], "ticks": {**ticks, **odd}, "name": "Jo"}
    opened(page, json.dumps(told).encode())
    expect(page.locator(".said")).to_contain_text("your plan and 2 steps ticked. What this guide")
    assert kept(page) == {
        "guide.plan": {"place": "eu", "uses": ["chatgpt-web"]},
        "guide.ticks": {step: 1, other: 1},
        "guide.ticks.days": {step: "2026-03-12"},
    }
    later = {**told, "ticks": {step: "2026-01-01", other: "2026-03-13"}}
    opened(page, json.dumps(later).encode())
    expect(page.locator(".said")).to_contain_text("2 steps ticked.")
    page.wait_for_function("localStorage.getItem('guide.ticks.days').includes('2026-03-13')")
    days = {step: "2026-03-12", other: "2026-03-13"}
    assert kept(page)["guide.ticks.days"] == days, "of two days the later; nothing is lost"


def test_a_reminder_is_for_six_months_later_and_says_nothing_of_the_reader(web: Site) -> None:
    on(web.page, date(2026, 8, 31))
    page = web.open("plan/#plan=california.chatgpt-web")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Look again in six months").click()
    raw = Path(saved.value.path()).read_text(encoding="utf-8")
    [event] = Calendar.from_ical(raw).walk("VEVENT")
    assert event.decoded("DTSTART") == date(2027, 2, 28)
    assert str(event["URL"]) == web.address("plan/") + "#plan"
    assert "california" not in raw.lower()
    assert "chatgpt" not in raw.lower()
