"""Who comes back is told the day and what changed since, loses nothing, and may follow one company."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"
_TEST = "tests/reader/test_come_back.py"

BREAKAGES = (
    Breakage(
        "a tick forgets its day",
        f"{_JS}/checklist.js",
        "now.set(name, days.today())",
        'now.set(name, "")',
        f"{_TEST}::test_the_plan_says_when_it_was_done_and_what_has_changed_since",
    ),
    Breakage(
        "days stand where older copies keep ticks",
        f"{_JS}/shared.js",
        "map((name) => [name, 1]))",
        "map((name) => [name, all.get(name) || 1]))",
        f"{_TEST}::test_a_tick_keeps_its_day_under_a_key_of_its_own",
    ),
    Breakage(
        "a day is made up for ticks of an older copy",
        f"{_JS}/come-back.js",
        'return known.every(Boolean) ? known.sort().pop() : "";',
        "return known.sort().pop();",
        f"{_TEST}::test_ticks_of_an_older_copy_are_there_and_their_day_is_not_known",
    ),
    Breakage(
        "an odd day is believed",
        f"{_JS}/shared.js",
        '(days.read(kept[name]) ? kept[name] : "")',
        '(kept[name] || "")',
        f"{_TEST}::test_an_odd_day_is_as_none",
    ),
    Breakage(
        "what changed before counts as since",
        f"{_JS}/come-back.js",
        "date > day.slice(0, date.length)",
        "date !== day",
        f"{_TEST}::test_the_plan_says_when_it_was_done_and_what_has_changed_since",
    ),
    Breakage(
        "a report counts where nobody made it",
        f"{_JS}/come-back.js",
        '(where.includes("everywhere") || where.includes(place))',
        "where.length",
        f"{_TEST}::test_what_readers_saw_since_is_told_where_they_live",
    ),
    Breakage(
        "what changed is loaded for everybody",
        f"{_JS}/plan.js",
        "if (done === route.steps.length) comeBack(",
        "comeBack(",
        f"{_TEST}::test_what_changed_is_asked_for_only_when_a_day_is_known",
    ),
    Breakage(
        "a file may hold anything of any size",
        f"{_JS}/come-back.js",
        "if (file.size > MOST) return NONE;",
        "",
        f"{_TEST}::test_a_hostile_file_stays_text_and_changes_nothing",
    ),
    Breakage(
        "a file's unknown steps are kept",
        f"{_JS}/come-back.js",
        "Object.keys(told.ticks).filter((name) => steps.has(name))",
        "Object.keys(told.ticks)",
        f"{_TEST}::test_of_a_file_only_what_the_guide_knows_is_taken",
    ),
    Breakage(
        "an opened file takes days away",
        f"{_JS}/come-back.js",
        '[day, all.get(name) || ""].sort().pop()',
        "day",
        f"{_TEST}::test_of_a_file_only_what_the_guide_knows_is_taken",
    ),
    Breakage(
        "a reminder says where one lives",
        f"{_JS}/come-back.js",
        'url: address("plan")',
        "url: location.href",
        f"{_TEST}::test_a_reminder_is_for_six_months_later_and_says_nothing_of_the_reader",
    ),
    Breakage(
        "an old copy keeps its age to itself",
        "guide/publish/copies/copy-age.js",
        "if (years < 1) return;",
        "return;",
        "tests/reader/test_copy_age.py::test_a_copy_over_a_year_old_says_so_and_where_a_newer_one_is",
    ),
    Breakage(
        "a company's file lacks what its claims rest on",
        "guide/publish/per_company.py",
        '    "sources": "sources",\n',
        "",
        "tests/publish/test_per_company.py::test_whatever_a_file_names_is_in_it_and_nothing_of_others",
    ),
    Breakage(
        "a company's feed has everybody's changes",
        "guide/publish/feed.py",
        "changes_newest_first(book, company)",
        "changes_newest_first(book)",
        "tests/publish/test_per_company.py::test_each_feed_is_whole_and_has_the_entries_of_the_feed_of_all",
    ),
    Breakage(
        "nobody finds a company's feed",
        "overrides/macros/parts.html",
        '{% if here.absolute("") %}{{ feed_of(id) }}{{ _(" of changes, ") }}{% endif %}',
        "",
        "tests/publish/test_per_company.py::test_the_way_there_is_on_the_pages_of_a_company_and_of_the_data",
    ),
)
