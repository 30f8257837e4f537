"""The robots.txt to copy from the page for websites."""

from __future__ import annotations

import re

from guide.show.book import open_book


def test_each_robot_in_the_file_stands_in_a_claim_of_its_page() -> None:
    book = open_book()
    text = book.pages["limit/website"].text
    robots = re.findall(r"^User-agent: (\S+)$", text, re.MULTILINE)
    assert robots
    (cited,) = re.findall(r"\{\{ claims\((.*meta-robots.*)\) \}\}", text)
    said = " ".join(book.data.claims[name].text for name in re.findall(r'"(.*?)"', cited))
    assert [robot for robot in robots if robot not in said] == []
