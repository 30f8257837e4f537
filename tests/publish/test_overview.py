"""The pictures made of the data say what the data says, and never by colour alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from guide.data.book import Book
from guide.data.model.comparison import Answer, Criterion
from guide.data.model.places import Jurisdiction
from guide.show import groups, overview
from guide.show.dates import in_words
from tests.conftest import SITE
from tests.page_facts import has_class, parsed
from tests.small import book as small
from tests.small import changed

SIGNS = {"good": "+", "partly": "±", "bad": "−", "unknown": "?"}
SAID = {"good": "better", "partly": "in between", "bad": "worse", "unknown": "not known"}


def found(page: str, path: str) -> list[Any]:
    nodes: list[Any] = parsed(SITE / page / "index.html").xpath(f"//article{path}")
    return nodes


def text(node: Any) -> str:
    return " ".join(node.text_content().split())


# Where people may object


def expected(place: Jurisdiction) -> tuple[str, str]:
    """The rule in words of its own: sign and words of a tile."""
    letter = place.by_letter.answer
    if place.objection == "yes":
        return "+", "form"
    if place.objection == "reported":
        return "?", "form reported, or letter" if letter in {"yes", "partly"} else "form reported"
    if letter == "no":
        return "−", "no"
    return "±", "letter in some countries" if letter == "depends" else "letter"


@pytest.mark.parametrize("page", ["", "rights"])
def test_every_place_is_a_tile_with_its_answer_and_leads_to_its_page(page: str, book: Book) -> None:
    tiles = {tuple(text(part) for part in it): it.get("href")
             for it in found(page, f"//a[{has_class('tile')}]")}  # fmt: skip
    up = "../" if page else ""
    wanted = {}
    for place in book.data.jurisdictions.values():
        sign, said = expected(place)
        wanted[sign, place.name, said] = f"{up}{place.page}/"
    assert tiles == wanted


def test_every_sign_of_the_tiles_is_explained_beside_them() -> None:
    for page in ("", "rights"):
        used = {text(it) for it in found(page, f"//a[{has_class('tile')}]/b[1]")}
        (key,) = found(page, f"//p[{has_class('signs')}]")
        assert used <= set(text(key).split()), page


@pytest.mark.parametrize(
    ("objection", "letter", "way"),
    [
        ("yes", "no", "form"),
        ("yes", "yes", "form"),
        ("reported", "yes", "reported"),
        ("no", "yes", "letter"),
        ("no", "partly", "letter"),
        ("no", "depends", "letter"),
        ("unclear", "partly", "letter"),
        ("unclear", "no", "no"),
        ("no", "no", "no"),
    ],
)
def test_a_place_has_the_best_way_that_is_known(objection: str, letter: str, way: str) -> None:
    place = small().data.jurisdictions["eu"]
    by_letter = place.by_letter.model_copy(update={"answer": letter})
    changes = {"objection": objection, "by_letter": by_letter}
    assert overview.way(place.model_copy(update=changes)) == way


# Who lets you refuse


def tone(criterion: Criterion, answer: Answer) -> str:
    if answer.answer == "unknown":
        return "unknown"
    if answer.answer == "partly" or criterion.good == "neither":
        return "partly"
    return "good" if answer.answer == criterion.good else "bad"


def test_every_company_has_a_sign_for_every_question(book: Book) -> None:
    (table,) = found("compare", f"//table[{has_class('refusals')}]")
    comparison = book.data.comparison
    heads = [text(it) for it in table.xpath("./thead//th")]
    assert heads == [it.short for it in comparison.criteria]
    names = {company.name: key for key, company in book.data.companies.items()}
    listed = [names[text(row.xpath("./th")[0])] for row in table.xpath("./tbody/tr[td]")]
    assert sorted(listed) == sorted(comparison.answers)
    rows = dict(zip(listed, table.xpath("./tbody/tr[td]"), strict=True))
    for company, row in rows.items():
        tones = [tone(it, comparison.answers[company][it.id]) for it in comparison.criteria]
        assert [text(it) for it in row.xpath("./td")] == [SIGNS[it] for it in tones], company
        assert [it.get("aria-label") for it in row.xpath("./td")] == [SAID[it] for it in tones]
        (link,) = row.xpath("./th/a/@href")
        assert link == f"../compare/{company}/"


def test_every_company_stands_under_its_verdict(book: Book) -> None:
    (table,) = found("compare", f"//table[{has_class('refusals')}]")
    for verdict, companies in book.data.comparison.verdicts.items():
        (head,) = table.xpath(f".//th[@id='{verdict}']") if companies else (None,)
        if head is not None:
            names = [text(it) for it in head.xpath("ancestor::tbody/tr[td]/th")]
            assert sorted(names) == sorted(book.data.companies[key].name for key in companies)


def test_how_many_let_you_refuse_is_told_above_all_signs(book: Book) -> None:
    (told,) = found("compare", f"//ul[{has_class('verdicts')}]")
    said = {link.get("href"): int(text(link).split()[0]) for link in told.xpath(".//a")}
    verdicts = book.data.comparison.verdicts.items()
    assert said == {f"#{verdict}": len(companies) for verdict, companies in verdicts if companies}
    assert found(
        "compare", f"//ul[{has_class('verdicts')}]/following::table[{has_class('refusals')}]"
    )


def test_many_companies_under_one_verdict_stand_in_groups_and_few_do_not(book: Book) -> None:
    (table,) = found("compare", f"//table[{has_class('refusals')}]")
    of_company = {key: group for group, held in groups.companies(book, book.data.companies)
                  for key in held}  # fmt: skip
    names = {company.name: key for key, company in book.data.companies.items()}
    for body in table.xpath("./tbody"):
        rows = body.xpath("./tr[td]")
        kinds = body.xpath(f"./tr/th[{has_class('refusals__kind')}]")
        assert bool(kinds) == (len(rows) > overview.FEW)
        for row in rows if kinds else []:
            (kind,) = row.xpath(f"preceding-sibling::tr[th[{has_class('refusals__kind')}]][1]")
            assert text(kind) == of_company[names[text(row.xpath("./th")[0])]]


def test_the_signs_of_the_grid_are_explained_beside_it() -> None:
    (key,) = found("compare", f"//p[{has_class('signs')}]")
    assert all(f"{SIGNS[it]} {SAID[it]}" in text(key) for it in SIGNS)


# What happened when


def test_every_event_is_on_the_strip_in_its_company_and_year(book: Book) -> None:
    (table,) = found("learn/timeline", f"//table[{has_class('strip')}]")
    years = [text(it) for it in table.xpath("./thead//th")[1:]]
    assert years[0] == "2023"
    rows = {text(row.xpath("./th")[0]): row for row in table.xpath("./tbody/tr")}
    with_events = {key for change in book.data.changes for key in change.affects}
    assert set(rows) == {book.data.companies[key].name for key in with_events}
    for key in with_events:
        own = [it.date for it in book.data.changes if key in it.affects]
        row = rows[book.data.companies[key].name]
        (said,) = row.xpath(".//svg/@aria-label")
        counts = [f"{year}: {sum(it.startswith(year) for it in own)}" for year in years]
        assert said == ", ".join(counts), key
        (path,) = row.xpath(".//path/@d")
        starts = sorted(int(x) for x in re.findall(r"M(\d+)", path))
        month = [(int(it[:4]) - 2023) * 12 + (int(it[5:7]) - 1 if len(it) > 4 else 0) for it in own]
        assert starts == sorted(overview.MONTH * it for it in month), key
        assert path.count("h3v3") == sum(len(it) > 4 for it in own), "a year alone is a line"


def test_what_matters_most_is_told_beside_the_strip_and_numbered_on_it(book: Book) -> None:
    """The picture alone says what happened when: two or three events, in a few words."""
    told = sorted((it for it in book.data.changes if it.brief), key=lambda it: it.date)
    assert 2 <= len(told) <= 3
    lines = found("learn/timeline", f"//ol[{has_class('strip-told')}]/li")
    assert [text(it) for it in lines] == [f"{in_words(it.date)}: {it.brief}" for it in told]
    assert [it.get("href") for it in found("learn/timeline", f"//ol[{has_class('strip-told')}]//a")] == [
        f"#{it.id}" for it in told
    ]  # fmt: skip
    numbers = found("learn/timeline", f"//table[{has_class('strip')}]//*[local-name()='text']")
    assert [text(it) for it in numbers] == [str(at) for at, _ in enumerate(told, 1)]
    month = [(int(it.date[:4]) - 2023) * 12 + int(it.date[5:7]) - 1 for it in told]
    assert [int(it.get("x")) for it in numbers] == [overview.MONTH * it for it in month]


def test_events_of_one_month_do_not_hide_each_other() -> None:
    first = '      - id: "training-starts"\n        date: "2025-05-27"\n        what: "Training starts."\n        where: ["form-places"]\n        confidence: "high"\n        sources: [{id: "meta-page", at: "the notice"}]\n'  # fmt: skip
    more = (
        first.replace("training-starts", "more").replace("27", "02").replace("starts.", "goes on.")
    )
    (years, (row,)) = overview.what_when(small(changed(first, first + more)))
    assert years == [2025]
    assert len(set(re.findall(r"M\d+ -?\d+", row.path))) == 2
    assert row.height >= 2 * overview.MONTH
