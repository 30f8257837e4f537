"""Nothing is said wider than its evidence: what stops the build, and what a reader sees."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from guide.data.book import Book
from guide.show import macros
from guide.show.context import Here
from guide.show.where import only
from tests.small import TWO, TWO_PAGES, changed, line_of, mistakes
from tests.small import book as small
from tests.workshop import Workshop

COVERS = '{text: "your public posts", claims: ["meta-public-posts"]}'
REF = '[{id: "local-blog", at: "first paragraph"}]'
ANSWER = '{answer: "yes", note: "It is.", claims: ["meta-public-posts"]}'
SEARCHED = 'searched: {"on": "2026-07-24", sources: ["meta-page"]}'
NOT_KNOWN = f'{{answer: "unknown", note: "It is.", claims: [], {SEARCHED}}}'

# Each: what to break, what to write instead, and the message without its line.
CASES = {
    "covers by nobody's word": (COVERS, '{text: "x", claims: []}', "no claim says so; name one"),
    "covers by a claim that is not": (COVERS, '{text: "x", claims: ["y"]}', "there is no claim `y`"),
    "covers in no such place": (
        COVERS,
        COVERS.replace("}", ', where: ["ue"]}'),
        "there is no jurisdiction `ue`",
    ),
    "covers where the route does": (
        COVERS,
        COVERS.replace("}", ', where: ["eu"]}'),
        "the line holds wherever the route does; leave `where` out",
    ),
    "speaks for nowhere": (
        '    speaks_for: ["eu"]\n',
        "",
        "documents.local-blog: it does not say where it `speaks_for`; name its edition's places",
    ),
    "speaks for no such place": (
        'speaks_for: ["eu"]',
        'speaks_for: ["ue"]',
        "documents.local-blog.speaks_for[0]: there is no jurisdiction `ue`",
    ),
    "passage for no such place": (
        REF,
        REF.replace("}", ', speaks_for: ["ue"]}'),
        "claims.eu-may-object.sources[0].speaks_for[0]: there is no jurisdiction `ue`",
    ),
    "everywhere without a reason": (
        '    everywhere_because: "only-edition"\n',
        "",
        "claims.meta-public-posts: `everywhere_because` does not fit `where`; say why if",
    ),
    "a reason and not everywhere": (
        '    where: ["eu"]\n    confidence: "low"',
        '    where: ["eu"]\n    everywhere_because: "event"\n    confidence: "low"',
        "claims.eu-may-object: `everywhere_because` does not fit `where`",
    ),
    "no such reason": ('"only-edition"', '"hearsay"', "`hearsay` is not allowed; use 'only-edition'"),
    "not known, not searched": (
        ANSWER,
        NOT_KNOWN.replace(f", {SEARCHED}", ""),
        "companies.meta.answers.default-on: `searched` does not fit the answer; name what was",
    ),
    "known, and searched": (
        ANSWER,
        ANSWER.replace("}", f", {SEARCHED}}}"),
        "`searched` does not fit the answer",
    ),
    "searched in nothing": (ANSWER, NOT_KNOWN.replace('["meta-page"]', "[]"), "the list is empty"),
    "searched in what is not": (
        ANSWER,
        NOT_KNOWN.replace('"meta-page"', '"meta-pages"'),
        "searched.sources[0]: there is no source `meta-pages`; did you mean `meta-page`?",
    ),
    "searched tomorrow": (ANSWER, NOT_KNOWN.replace("2026", "2199"), "2199-07-24 is in the future"),
}  # fmt: skip


def test_the_small_guide_is_not_wider_than_its_evidence() -> None:
    assert small().routes
    assert "UK" in str(small(TWO, TWO_PAGES).data.jurisdictions)


@pytest.mark.parametrize("case", CASES)
def test_what_is_wider_is_told_with_line_and_remedy(case: str) -> None:
    old, new, expected = CASES[case]
    found = mistakes(changed(old, new))
    assert any(expected in line for line in found), found
    assert all(line.startswith("platforms.yml:") and "; " in line for line in found)


def test_a_source_may_be_there_for_what_was_not_found_in_it() -> None:
    unread = '  unread: {title: "X", publisher: "Y", kind: "blog", speaks_for: ["eu"]}\nclaims:\n'
    searched = NOT_KNOWN.replace('"meta-page"', '"unread"')
    assert small(changed(ANSWER, searched).replace("claims:\n", unread, 1)).data.sources["unread"]


@pytest.mark.parametrize(
    ("where", "claims", "wrong"),
    [
        ('["eu", "uk"]', '["eu-may-object"]', "none of its claims holds in uk"),
        ('["everywhere"]', '["eu-may-object"]', "none of its claims holds in uk"),
        ('["eu", "uk"]', '["eu-may-object", "meta-public-posts"]', ""),
        ('["eu", "uk"]', '["eu-may-object"], where: ["eu"]', ""),
        ('["eu", "uk"]', '["eu-may-object"], where: ["uk"]', "none of its claims holds in uk"),
        ('["eu"]', '["meta-public-posts"], where: ["uk"]', "the route does not exist in uk"),
    ],
)
def test_a_line_is_shown_only_where_a_claim_of_it_holds(
    where: str, claims: str, wrong: str
) -> None:
    text = TWO.replace('            where: ["eu"]', f"            where: {where}")
    text = text.replace(COVERS, f'{{text: "your public posts", claims: {claims}}}')
    if where == '["everywhere"]':
        text = text.replace('elsewhere: ["rights/eu"]', "elsewhere: []")
    if wrong:
        (found,) = mistakes(text, TWO_PAGES)
        assert wrong in found
        assert found.startswith(f"platforms.yml:{line_of(text, 'your public posts')}: ")
    else:
        small(text, TWO_PAGES)


@pytest.mark.parametrize(
    ("where", "source", "passage", "beyond"),
    [
        ('["eu"]', '["eu"]', "", ""),
        ('["eu"]', '["everywhere"]', "", ""),
        ('["uk"]', '["eu"]', "", "uk"),
        ('["eu", "uk"]', '["eu"]', "", "uk"),
        ('["eu", "uk"]', '["eu"]', '["uk"]', "eu"),
        ('["eu", "uk"]', '["eu"]', '["eu", "uk"]', ""),
        ('["everywhere"]\n    everywhere_because: "says-so"', '["eu"]', "", "uk"),
        ('["everywhere"]\n    everywhere_because: "every-edition"', '["eu", "uk"]', "", ""),
        ('["everywhere"]\n    everywhere_because: "event"', '["eu"]', "", ""),
    ],
)
def test_a_claim_is_not_wider_than_what_its_sources_speak_for(
    where: str, source: str, passage: str, beyond: str
) -> None:
    text = TWO.replace('speaks_for: ["eu"]', f"speaks_for: {source}")
    text = text.replace(
        '    where: ["eu"]\n    confidence: "low"', f'    where: {where}\n    confidence: "low"'
    )
    if passage:
        text = text.replace(REF, REF.replace("}", f", speaks_for: {passage}}}"))
    if beyond:
        expected = f"claims.eu-may-object.where: no source of it speaks for {beyond}; "
        assert any(expected in line for line in mistakes(text, TWO_PAGES))
    else:
        small(text, TWO_PAGES)


def test_an_answer_that_is_not_known_says_where_it_was_looked_for() -> None:
    made = macros.question(Here(small(changed(ANSWER, NOT_KNOWN)), "about/sources/"), "default-on")
    cell = BeautifulSoup(made, "html.parser").select_one("td")
    assert cell is not None
    said = "Looked for in Meta: Privacy and generative AI, on 24 July 2026."
    assert " ".join(cell.get_text().split()) == f"Not known It is. {said}"
    assert "Looked for" not in macros.question(Here(small(), "about/sources/"), "default-on")


def test_the_check_counts_what_holds_everywhere(workshop: Workshop) -> None:
    _, said = workshop.run("check")
    assert "claims that hold everywhere: 1 only-edition, 0 says-so, 0 every-edition" in said


@pytest.mark.parametrize(
    ("where", "about", "said"),
    [
        (["everywhere"], ["everywhere"], ""),
        (["everywhere"], ["eu"], ""),
        (["eu", "uk"], ["eu"], ""),
        (["eu"], ["eu", "uk"], "EU only"),
        (["eu"], ["everywhere"], "EU only"),
        (["uk", "eu"], ["everywhere"], "EU, UK only"),
        (["uk"], ["eu"], "UK only"),
        (["united-states", "california"], ["everywhere"], "US only"),
        (["united-states"], ["everywhere"], "United States only"),
        (["canada"], ["everywhere"], "Canada (outside Québec) only"),
        (["canada", "quebec"], ["everywhere"], "Canada only"),
        (["quebec"], ["everywhere"], "Québec only"),
    ],
)
def test_where_a_fact_holds_is_said_in_short(
    book: Book, where: list[str], about: list[str], said: str
) -> None:
    assert only(book.data, where, about) == said


def test_of_two_ways_to_say_it_the_shorter_is_taken(book: Book) -> None:
    all_but = [it for it in book.data.jurisdictions if it not in {"eu", "brazil"}]
    assert only(book.data, all_but, ["everywhere"]) == "not in EU, Brazil"
    many = list(book.data.jurisdictions)[::2]
    assert only(book.data, many, ["everywhere"]) == f"{len(many)} places only"
