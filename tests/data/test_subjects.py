"""Which page of evidence an entry stands on follows from its block and its id."""

from __future__ import annotations

import json
from dataclasses import replace

from guide import addresses
from guide.publish import open_data
from guide.show.book import open_book
from tests.small import PAGES, TEXT, book, changed, evidence, mistakes

_BLOCK = '    verdict: "law"\n'
_CLAIM = """    claims:
      {name}:
        text: "Meta keeps {name}."
        where: ["eu"]
        confidence: "high"
        sources: [{{id: "meta-page", at: "list"}}]
    answers:"""
APP = {**PAGES, "about/sources/app": evidence("app"), "about/sources/talk": evidence("talk")}


def split(pages: str, *claims: str) -> str:
    """The small guide whose company names pages of evidence, and has these claims."""
    text = changed(_BLOCK, f"    evidence: {{{pages}}}\n{_BLOCK}")
    entries = "".join(
        _CLAIM.format(name=name).removeprefix("    claims:\n").removesuffix("    answers:")
        for name in claims
    )
    return text.replace("    answers:", f"    claims:\n{entries}    answers:")


TWO_PAGES = 'app: {begins: ["app"], holds: ["changes"]}, talk: {begins: ["app-talk"]}'


def test_an_entry_stands_on_the_page_of_its_block() -> None:
    subjects = book().data.subjects
    assert subjects["shared"].claims == ["meta-public-posts", "eu-may-object"]
    assert subjects["shared"].sources == ["meta-page", "local-blog"]
    assert subjects["meta"].changes == ["training-starts"]
    assert not any(subjects["eu"].anchors())
    assert book().entries["change-training-starts"] == "about/sources/meta"


def test_the_longest_beginning_counts_and_ends_with_a_word() -> None:
    made = book(split(TWO_PAGES, "app-one", "app-talk-two", "apple-three"), APP)
    subjects = made.data.subjects
    assert subjects["app"].claims == ["app-one"]
    assert subjects["talk"].claims == ["app-talk-two"]
    assert subjects["meta"].claims == ["apple-three"]
    assert subjects["app"].changes == ["training-starts"]
    assert subjects["meta"].changes == []


def test_a_beginning_that_no_claim_has_is_told() -> None:
    (said,) = mistakes(split(TWO_PAGES, "app-one"), APP)
    assert "companies.meta.evidence.talk.begins: no claim begins with `app-talk`" in said


def test_two_subjects_of_one_name_are_told() -> None:
    (said,) = mistakes(split('eu: {begins: ["app"]}', "app-one"), PAGES)
    assert "two subjects are called `eu`; choose another id" in said


def test_a_subject_without_a_page_is_told() -> None:
    pages = {path: page for path, page in PAGES.items() if path != "about/sources/meta"}
    (said,) = mistakes(TEXT, pages)
    assert "no page shows the evidence of `meta`; write docs/about/sources/meta.md" in said


def test_a_page_without_its_subject_is_told() -> None:
    (said,) = mistakes(TEXT, {**PAGES, "about/sources/meat": evidence("meat")})
    assert "docs/about/sources/meat.md:9: there is no subject `meat`; did you mean `meta`?" in said


def test_a_page_of_evidence_stands_where_links_lead() -> None:
    pages = {**PAGES, "learn": replace(evidence("meta"), path="learn")}
    (said,) = mistakes(TEXT, pages)
    assert "the page `learn` shows its evidence; show it at `about/sources/meta`" in said


def test_every_entry_of_the_guide_has_one_page() -> None:
    real = open_book()
    counted = [anchor for it in real.data.subjects.values() for anchor in it.anchors()]
    wanted = {addresses.claim(name)[1] for name in real.data.claims}
    wanted |= {addresses.change(it.id)[1] for it in real.data.changes}
    wanted |= {addresses.source(name)[1] for name in real.data.sources}
    assert len(counted) == len(set(counted))
    assert set(counted) == wanted


def test_open_data_keeps_its_shape() -> None:
    made = json.loads(open_data.platforms(book(split(TWO_PAGES, "app-one", "app-talk-two"), APP)))
    assert "subjects" not in made
    assert "evidence" not in made["companies"]["meta"]
