"""What other sites take from us: the feed and the spreadsheet."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

import pytest

from guide.pages import DOCS
from guide.publish import feed, spreadsheet
from tests.conftest import SITE
from tests.read import facts
from tests.small import TEXT, book, changed

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ROOT = "https://guide.example/guide/"


def test_the_feed_lists_changes_with_their_addresses() -> None:
    root = ET.fromstring(feed.atom(book(), ROOT))  # noqa: S314 - our own bytes
    (entry,) = root.findall("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == "27 May 2025: Meta"
    assert entry.findtext("a:summary", namespaces=ATOM) == "Training starts."
    assert entry.findtext("a:id", namespaces=ATOM) == f"{ROOT}about/sources/#change-training-starts"
    category = entry.find("a:category", ATOM)
    assert category is not None
    assert category.attrib == {"term": "meta", "label": "Meta"}
    moment = str(entry.findtext("a:updated", namespaces=ATOM))
    assert datetime.fromisoformat(moment).date().isoformat() == "2025-05-27"
    assert root.findtext("a:updated", namespaces=ATOM) == moment


def test_text_stays_text_in_the_feed() -> None:
    attack = "]] > & < x ' \\\" end"
    raw = feed.atom(book(changed("Training starts.", attack)), ROOT)
    root = ET.fromstring(raw)  # noqa: S314
    assert root.findtext("a:entry/a:summary", namespaces=ATOM) == attack.replace("\\", "")


def test_without_an_address_there_is_no_feed(tmp_path: Path) -> None:
    feed.publish(book(), tmp_path, "")
    assert list(tmp_path.iterdir()) == []


def test_the_example_on_the_data_page_runs_and_leads_to_routes() -> None:
    text = (DOCS / "about" / "data.md").read_text(encoding="utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    run = [sys.executable, "-X", "utf8", "-c", code]
    made = subprocess.run(run, cwd=SITE / "data", capture_output=True, check=True, encoding="utf-8")
    lines = made.stdout.splitlines()
    assert any(line.startswith("Facebook | ") for line in lines)
    for line in lines:
        page, anchor = line.rsplit(" | ", 1)[1].lstrip("/").split("/#")
        assert anchor in facts(SITE / page / "index.html").ids, line


def test_the_spreadsheet_has_a_row_for_each_answer() -> None:
    rows = list(csv.DictReader(io.StringIO(spreadsheet.comparison(book()))))
    assert rows == [
        {
            "company": "Meta",
            "question": "Is it on by default?",
            "answer": "yes",
            "note": "It is.",
            "claims": "meta-public-posts",
        }
    ]


@pytest.mark.parametrize("attack", ["=1+1", "+1", "-1", "@SUM(1)"])
def test_no_cell_is_a_formula(attack: str) -> None:
    made = spreadsheet.comparison(book(TEXT.replace('"It is."', f'"{attack}"')))
    (row,) = csv.DictReader(io.StringIO(made))
    assert row["note"] == f"'{attack}"
