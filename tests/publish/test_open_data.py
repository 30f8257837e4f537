"""What other sites take from us: the feed and the spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import datetime

import pytest

from guide.paths import DOCS
from guide.publish import feed, open_data
from tests.conftest import SITE
from tests.data.test_bad_data import CORRECTION
from tests.page_facts import facts
from tests.publish.sites import URL, site
from tests.small import TEXT, book, changed, with_more

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_the_feed_lists_changes_with_their_addresses() -> None:
    root = ET.fromstring(feed.atom(book(), URL, "The Guide"))  # noqa: S314 - our own bytes
    (entry,) = root.findall("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == "27 May 2025: Meta"
    assert entry.findtext("a:summary", namespaces=ATOM) == "Training starts."
    assert entry.findtext("a:id", namespaces=ATOM) == f"{URL}about/sources/#change-training-starts"
    link = entry.find("a:link", namespaces=ATOM)
    assert link is not None
    assert link.get("href") == f"{URL}about/sources/meta/#change-training-starts"
    category = entry.find("a:category", ATOM)
    assert category is not None
    assert category.attrib == {"term": "meta", "label": "Meta"}
    moment = str(entry.findtext("a:updated", namespaces=ATOM))
    assert datetime.fromisoformat(moment).date().isoformat() == "2025-05-27"
    assert root.findtext("a:updated", namespaces=ATOM) == moment


def test_the_feed_tells_of_corrections() -> None:
    root = ET.fromstring(feed.atom(book(with_more(CORRECTION)), URL, "The Guide"))  # noqa: S314
    entry, change = root.findall("a:entry", ATOM)
    assert change.findtext("a:title", namespaces=ATOM) == "27 May 2025: Meta"
    assert entry.findtext("a:title", namespaces=ATOM) == "30 November 2026: Correction"
    assert entry.findtext("a:id", namespaces=ATOM) == f"{URL}about/corrections/#correction-x"
    said = "We wrote: Wrong. Right is: Right. Do this."
    assert entry.findtext("a:summary", namespaces=ATOM) == said
    category = entry.find("a:category", ATOM)
    assert category is not None
    assert category.attrib == {"term": "corrections", "label": "Corrections"}
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-11-30T00:00:00Z"


def test_a_correction_has_the_same_keys_as_open_data() -> None:
    (entry,) = json.loads(open_data.platforms(book(with_more(CORRECTION))))["corrections"]
    assert (entry["from"], entry["until"], entry["pages"]) == (
        "2026-11-23",
        "2026-11-29",
        ["rights/eu"],
    )


def test_open_data_keeps_its_shape_where_more_is_known() -> None:
    published = json.loads(open_data.platforms(book()))
    (route,) = published["companies"]["meta"]["products"]["facebook"]["routes"]
    assert route["covers"] == ["your public posts"], "as published first: a list of texts"
    line = {"text": "your public posts", "claims": ["meta-public-posts"]}
    assert route["coverage"] == {"covers": [line]}
    assert published["sources"]["local-blog"]["speaks_for"] == ["eu"]
    assert published["claims"]["meta-public-posts"]["everywhere_because"] == "only-edition"


def test_text_stays_text_in_the_feed() -> None:
    attack = "]] > & x ' \\\" end"
    raw = feed.atom(book(changed("Training starts.", attack)), URL, "The Guide")
    root = ET.fromstring(raw)  # noqa: S314
    assert root.findtext("a:entry/a:summary", namespaces=ATOM) == attack.replace("\\", "")


def test_without_an_address_there_is_no_feed() -> None:
    for site_url, files in ((URL, [feed.FEED]), ("", [])):
        it = site(site_url=site_url)
        feed.apply(it)
        assert list(it.files) == files


def test_open_data_holds_what_the_file_holds() -> None:
    it = site()
    open_data.apply(it)
    published = json.loads(it.files["data/platforms.json"])
    assert published["claims"]["eu-may-object"]["reread"] is False
    assert list(published["sources"]) == ["meta-page", "local-blog"]
    assert "reread" not in published["claims"]["meta-public-posts"]


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


def test_open_data_tells_whose_plan_a_way_and_an_answer_are_for() -> None:
    told = changed("minutes: 3", 'minutes: 3\n            tiers: ["work", "school"]')
    own = 'answer: "yes", by_tier: {free: "yes", work: "no"}, note'
    it = book(told.replace('answer: "yes", note', own))
    published = json.loads(open_data.platforms(it))
    (route,) = published["companies"]["meta"]["products"]["facebook"]["routes"]
    assert route["tiers"] == ["work", "school"]
    answer = published["comparison"]["answers"]["meta"]["default-on"]
    assert answer["by_tier"] == {"free": "yes", "work": "no"}
    (row,) = csv.DictReader(io.StringIO(open_data.comparison(it)))
    assert row["by_tier"] == "free=yes work=no"


def test_the_spreadsheet_has_a_row_for_each_answer() -> None:
    rows = list(csv.DictReader(io.StringIO(open_data.comparison(book()))))
    assert rows == [
        {
            "company": "Meta",
            "question": "Is it on by default?",
            "answer": "yes",
            "note": "It is.",
            "claims": "meta-public-posts",
            "by_tier": "",
        }
    ]


@pytest.mark.parametrize("attack", ["=1+1", "+1", "-1", "@SUM(1)"])
def test_no_cell_is_a_formula(attack: str) -> None:
    made = open_data.comparison(book(TEXT.replace('"It is."', f'"{attack}"')))
    (row,) = csv.DictReader(io.StringIO(made))
    assert row["note"] == f"'{attack}"
