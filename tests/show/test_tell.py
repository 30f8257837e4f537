"""Under "Did it work?": two links to a form, a mail, or a text, with what is known filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from guide.paths import ROOT
from guide.show import macros, tell
from guide.show.book import open_book
from guide.show.context import Here
from tests.publish.sites import SETTINGS
from tests.small import book

REPOSITORY, MAIL = "https://github.com/owner/repository", "reports@guide.example"
ROUTE, PAGE = "facebook-web-object", "opt-out/facebook/web"
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"


def shown(**given: str) -> BeautifulSoup:
    """The ways under the small guide's route, where the publisher gave these addresses."""
    here = Here(book(), f"{PAGE}/", None, replace(SETTINGS, version="v1.2", **given))  # type: ignore[arg-type]
    made = BeautifulSoup(macros.route(here, ROUTE, level=1), "html.parser")
    (own,) = made.select(".tell")
    return BeautifulSoup(str(own), "html.parser")


def links(page: Tag) -> dict[str, str]:
    assert all(it["rel"] == ["noreferrer"] for it in page.select("a"))
    return {it.get_text(): str(it["href"]) for it in page.select("a")}


def asked(href: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(href).query).items()}


def form(file: str) -> list[dict[str, Any]]:
    told = yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
    return [it for it in told["body"] if it["type"] != "markdown"]


@pytest.mark.parametrize(
    ("says", "file"), [("It worked", "it-worked.yml"), ("It looks different", "step-changed.yml")]
)
def test_a_form_comes_with_route_page_and_version(says: str, file: str) -> None:
    found = links(shown(repository=REPOSITORY))
    assert list(found) == ["It worked", "It looks different"]
    assert found[says].startswith(f"{REPOSITORY}/issues/new?")
    assert asked(found[says]) == {
        "template": file,
        "title": f"{says}: {ROUTE}",
        "route": ROUTE,
        "page": PAGE,
        "guide": "v1.2",
    }
    inputs = {it["id"] for it in form(file) if it["type"] == "input"}
    assert {"route", "page", "guide"} <= inputs, "a form drops what it has no field for"


def test_a_mail_has_the_same_text_and_its_result() -> None:
    found = links(shown(report_contact=MAIL))
    assert list(found) == ["It worked", "It looks different"]
    for says, href in found.items():
        assert href.startswith(f"mailto:{MAIL}?")
        assert "+" not in href, "a mail program shows it as a plus"
        mail = asked(href)
        assert mail["subject"] == f"{says}: {ROUTE}"
        lines = mail["body"].split("\r\n")
        assert lines[:4] == [f"Steps: {ROUTE}", f"Page: {PAGE}", "Guide: v1.2", f"Result: {says}"]
        assert "pictures with faces" in lines[-1]


def test_where_both_are_given_both_are_offered() -> None:
    page = shown(repository=REPOSITORY, report_contact=MAIL)
    found = links(page)
    assert list(found) == ["It worked", "It looks different", "By mail"]
    assert found["By mail"].startswith("mailto:")
    assert asked(found["By mail"])["body"] == tell.told(
        book().routes[ROUTE].route, replace(SETTINGS, version="v1.2")
    ).text.replace("\n", "\r\n")
    assert "public form on github.com" in page.get_text()


def test_where_neither_is_given_there_is_a_text_to_copy() -> None:
    page = shown()
    assert not page.select("a")
    (text,) = page.select("details > pre")
    assert text.get_text().splitlines() == [
        f"Steps: {ROUTE}",
        f"Page: {PAGE}",
        "Guide: v1.2",
        "Result: It worked / It looks different / It is gone",
        "Day:",
        "Country:",
        "Device: Browser / Android / iPhone",
        "Version of the app:",
        "What I saw:",
        "Please leave out names, mail addresses, codes, and pictures with faces.",
    ]


def test_each_route_has_its_own_also_where_it_shares_the_rest() -> None:
    real = open_book()
    given = replace(SETTINGS, repository=REPOSITORY)
    for name, placed in real.routes.items():
        made = macros.route(Here(real, f"{placed.route.page}/", None, given), name, level=2)
        found = links(BeautifulSoup(made, "html.parser").select_one(".tell") or BeautifulSoup())
        assert [asked(href)["route"] for href in found.values()] == [name, name]


@pytest.mark.parametrize("file", tell.FORMS.values())
def test_a_form_asks_for_what_a_report_needs_and_warns(file: str) -> None:
    fields = {it["id"]: it for it in form(file)}
    options = {name: it["attributes"].get("options") for name, it in fields.items()}
    assert options["place"] == tell.place_names(open_book()), "list the places of the data anew"
    assert options["surface"] == list(tell.DEVICES)
    needed = {name for name, it in fields.items() if it.get("validations", {}).get("required")}
    assert {"route", "date", "place", "surface"} <= needed
    assert {"version", "page", "guide"} <= fields.keys() - needed
    whole = (FOLDER / file).read_text(encoding="utf-8")
    assert "This report is public" in whole
    for unwanted in ("names", "mail addresses", "pictures with faces", "password"):
        assert f"{unwanted}" in whole
    (told,) = fields["checked"]["attributes"]["options"]
    assert told["required"]
    labels = [it["attributes"]["label"] for it in form(file)]
    assert len(set(labels)) == len(labels), "a report names its fields by their labels"


def test_a_report_that_it_differs_says_whether_it_is_gone() -> None:
    (result,) = (it for it in form("step-changed.yml") if it["id"] == "result")
    assert result["attributes"]["options"] == list(tell.RESULTS)
    assert list(tell.RESULTS.values()) == ["differs", "gone"]
