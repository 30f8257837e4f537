"""Whatever a stranger writes into a report: the data stays, and a comment is the most that comes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide.recheck.reports import event, words
from guide.recheck.reports.event import NotOursError
from guide.recheck.reports.made import Made
from guide.recheck.reports.unfit import UnfitError
from guide.show import tell
from tests.recheck.reported import CHANGED, FREE, GOOD, READER, body, made, told
from tests.small import TEXT, book

BOOK = book()
MARK = "zq7wrote"  # stands in all that is written here, and must stand nowhere else

YAML = (
    '2026-11-24"\n                by: "00000000', "2026-11-24'", "IE\n  - x: y", "&a worked", "*a",
    "!!python/object/apply:os.system [id]", "{a: b}", "- a", "worked # a", "a: b", "|\n  a", "...\n---\na",
    "\ta", "%TAG ! x", "<<: *a", "? a", "~", "null", "yes", "\\", '"',
)  # fmt: skip
MARKUP = (
    "@everyone", "#1", "fixes #1", "[a](https://evil.example)", "![a](https://evil.example/a.png)",
    "<img src=x onerror=alert(1)>", "<script>a</script>", "`a`", "```\na\n```", "**a**", "&lt;", "{{ a }}",
    "{% a %}", "]]>", "</details>", "| a | b |", "https://github.com/evil/guide/issues/7",
    "http://github.com/us/guide/issues/7", "https://github.com/us/guide/issues/7?a#b", "../../../etc/passwd",
)  # fmt: skip
SHELL = (
    "$(touch a)", "`touch a`", "; touch a", "&& touch a", "| sh", "> a", "$HOME", "${{ github.token }}",
    "::set-output name=entry::true", "##[add-mask]a", "\nentry=true\n", "-rf", "--help", "a\\\nb", "%0a::error::a",
)  # fmt: skip
UNSEEN = (
    "IE\u202e", "\u202eweb", "\u2066a\u2069", "\u200bIE", "I\u200dE", "\ufeffIE", "IE\u00ad", "\u0000", "a\u0000b",
    "\x1b[2J", "a\u2028b", "a\u0085b", "\u3164", "\ud7ffa", "\U000e0041", "ＩＥ", "２０２６-11-24", "٢٠٢٦-١١-٢٤", "ΙΕ",
)  # fmt: skip
NUMBERS = (
    "9" * 5_000, "-1", "1e999", "0x41", "NaN", "2026-02-30", "0000-00-00", "99999-01-01", "-2026-11-24",
    "2026-W48-2", "20261124", "2026-11-24T00:00", "1." * 400, ".1", "1..2", "1.2.3.4.5.6", "9999999.1",
)  # fmt: skip
TEXTS = (*YAML, *MARKUP, *SHELL, *UNSEEN, *NUMBERS)
FIELDS = ("route", "date", "place", "surface", "version")
FORM = body(CHANGED)

# Reports whose parts are all fine, but not what a form makes.
SHAPES = {
    "nothing": "",
    "null": None,
    "no form": f"It worked for me. {MARK}",
    "a thousand lines": body(CHANGED, seen=f"{MARK}\n" * 1_000),
    "a million signs": body(CHANGED, seen=MARK * 125_000),
    "a thousand headings": "### Steps\n\n" * 1_000,
    "words before": f"{MARK}\n\n{FORM}",
    "a field twice": f"{FORM}\n\n### Day\n\n2026-11-25",
    "a field hidden in another": body(CHANGED, seen=f"{MARK}\n\n### Day\n\n2026-11-25"),
    "the form twice": f"{FORM}\n\n{FORM}",
    "two forms": f"{body(GOOD)}\n\n{FORM}",
    "a field missing": FORM.replace("### Day\n\n2026-11-24\n\n", ""),
    "fields in another order": "\n\n".join(reversed(FORM.split("\n\n"))),
    "a field more": f"{FORM}\n\n### Confirmed\n\nyes",
    "a heading of another size": FORM.replace("### Day", "## Day"),
    "a heading with a space": FORM.replace("### Day", "### Day "),
    "a heading in other letters": FORM.replace("### Day", "### DAY"),
    "a heading with an unseen sign": FORM.replace("### Day", "### Day\u200b"),
    "a comment around it": f"<!--\n{FORM}\n-->\n\n{MARK}",
    "a comment over fields": body(CHANGED, seen="<!--", language="-->"),
    "a comment in a field": body(GOOD, date="2026-11-24 <!-- -->"),
    "folded away": f"<details>\n\n{FORM}\n\n</details>",
    "folded in a field": body(CHANGED, seen=f"<DETAILS><summary>{MARK}</summary>"),
    "old line ends": FORM.replace("\n", "\r"),
    "mixed line ends": FORM.replace("\n\n", "\n\r"),
    "a direction turned in free words": body(CHANGED, seen="\u202e" + MARK),
    "an escape in free words": body(CHANGED, seen=f"\x1b]0;{MARK}\x07"),
    "a nul in free words": body(CHANGED, seen=f"{MARK}\x00"),
    "an answer that no form offers": body(CHANGED, result="It worked"),
    "a result by its id": body(CHANGED, result="worked"),
    "two answers": body(CHANGED, result="\n".join(tell.RESULTS)),
}  # fmt: skip

# Events that are no maintainer's label on a report of this repository: not even a comment comes.
STRANGE: dict[str, Any] = {
    "another label": {"label": {"name": "seen: accepted "}},
    "a label in other letters": {"label": {"name": "Seen: Accepted"}},
    "no label": {"label": None},
    "another action": {"action": "opened"},
    "taken off": {"action": "unlabeled"},
    "somebody else's fork": {"repository": {"full_name": "them/guide"}},
    "a name that goes on": {"repository": {"full_name": "us/guide\n"}},
    "a path for a name": {"repository": {"full_name": "us/guide/../../them/guide"}},
    "labelled by who wrote it": {"sender": {"id": READER}},
    "nobody labelled it": {"sender": None},
    "a pull request": {"issue": {"pull_request": {"url": "https://api.github.com/x"}}},
    "no number": {"issue": {"number": None}},
    "number zero": {"issue": {"number": 0}},
    "a number below": {"issue": {"number": -7}},
    "a huge number": {"issue": {"number": 10**40}},
    "a number in words": {"issue": {"number": "7"}},
    "half a number": {"issue": {"number": 7.5}},
    "a path for a number": {"issue": {"number": "7/../../../them/guide/issues/1"}},
    "an account in words": {"issue": {"user": {"id": "4217001"}}},
    "a ghost": {"issue": {"user": None}},
    "a list for a body": {"issue": {"body": [FORM]}},
    "no day": {"issue": {"created_at": "yesterday"}},
}  # fmt: skip
RAW = {
    "no JSON": b"{",
    "nothing": b"",
    "a list": b"[]",
    "not UTF-8": b'{"action": "\xff"}',
    "too deep": b"[" * 100_000,
    "half a sign": b'{"action": "labeled", "issue": {"body": "\\ud800"}}',
    "too large": json.dumps(told("x" * event.MAX_BYTES)).encode(),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "platforms.yml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def refused(data: Path, given: object) -> None:
    """No entry comes of it; what is answered is ours, short, in one line each, and calls nobody."""
    with pytest.raises(UnfitError) as caught:
        made(data.parent, BOOK, data, given)
    assert data.read_text(encoding="utf-8") == TEXT
    comment = words.unfit(caught.value.missing)
    assert all(line.isprintable() for line in comment.split("\n"))
    assert len(comment) < 2_000
    for sign in (MARK, "@", "<", "](", "$", "{", "##[", "\r"):
        assert sign not in comment, comment


def test_there_are_more_than_a_hundred() -> None:
    assert len(TEXTS) * len(FIELDS) + len(SHAPES) + len(STRANGE) + len(RAW) > 500


@pytest.mark.parametrize("field", FIELDS)
def test_no_value_is_anything_but_what_it_has_to_be(data: Path, field: str) -> None:
    for text in TEXTS:
        refused(data, told(body(GOOD, **{field: text})))
        refused(data, told(body(GOOD, **{field: f"{GOOD[field]}{text}{MARK}"})))


def test_free_words_change_no_entry(data: Path) -> None:
    plain = made(data.parent, BOOK, data, told(FORM))
    taken = 0
    for text in TEXTS:
        given = told(body(CHANGED, **dict.fromkeys(FREE, f"{text} {MARK}")))
        try:
            found: Made | None = made(data.parent, BOOK, data, given)
        except UnfitError:
            refused(data, given)
        else:
            assert found == plain
            taken += 1
    assert taken > len(TEXTS) / 2, "an honest reader may write many signs"


@pytest.mark.parametrize("name", SHAPES)
def test_only_a_forms_own_shape_is_read(data: Path, name: str) -> None:
    refused(data, told(SHAPES[name]))


@pytest.mark.parametrize("name", STRANGE)
def test_only_a_maintainers_label_on_an_issue_of_ours_is_heard(data: Path, name: str) -> None:
    with pytest.raises(NotOursError) as caught:
        made(data.parent, BOOK, data, told(FORM, **STRANGE[name]))
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", RAW)
def test_an_event_that_is_none_is_left(data: Path, name: str) -> None:
    with pytest.raises(NotOursError, match="no report that was labelled"):
        made(data.parent, BOOK, data, RAW[name])


def test_the_reports_address_is_the_events_own(data: Path) -> None:
    evil = "https://github.com/them/evil/issues/1"
    issue = {"title": evil, "html_url": evil, "url": evil, "repository_url": evil}
    found = made(data.parent, BOOK, data, told(body(GOOD, page=evil, guide=evil), issue=issue))
    assert found.entry["report"] == "https://github.com/us/guide/issues/7"
    assert "evil" not in found.data.replace(TEXT, "")
