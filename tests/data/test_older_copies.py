"""What rests on an older copy of a document is marked until somebody has read the newer one."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from guide.data import older_copies
from guide.recheck import copies
from guide.show import macros
from guide.show.context import Here
from tests.small import TEXT, book, changed

URL = "https://www.facebook.com/privacy/genai"


def newer(**keys: str) -> str:
    """The small guide with another source, by default a newer copy of its first."""
    own = {"publisher": '"Meta"', "kind": '"official"', "url": f'"{URL}"',
           "captured": '"2026-11-02"', "speaks_for": '["everywhere"]'} | keys  # fmt: skip
    lines = "".join(f"    {key}: {value}\n" for key, value in own.items() if value)
    text = changed("claims:\n", f'  newer:\n    title: "Newer"\n{lines}claims:\n')
    rests = 'sources: [{id: "meta-page", at: "link"}, {id: "newer", at: "link"}]'
    return text.replace('sources: [{id: "meta-page", at: "form link"}]', rests)


def older(text: str) -> older_copies.Newest:
    return book(text).older


def test_the_newest_copy_of_a_document_is_known() -> None:
    assert older(newer()) == {"meta-page": "newer"}
    assert older(newer(url=f'"{URL}#part"')) == {"meta-page": "newer"}
    assert older(newer(captured="", published='"2026-11"')) == {"meta-page": "newer"}
    assert older(newer(captured='"2026-01-02"')) == {"newer": "meta-page"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("url", f'"{URL}/other"'),
        ("publisher", '"Somebody else"'),
        ("captured", '"2026-07-24"'),
        ("captured", ""),
        ("url", ""),
    ],
)
def test_another_document_is_no_newer_copy(key: str, value: str) -> None:
    assert older(newer(**{key: value})) == {}


def test_an_edition_for_other_places_is_no_newer_copy() -> None:
    text = newer(speaks_for='["eu"]')
    assert older(text) == {"meta-page": "newer"}, "everywhere takes in the EU"


def test_copies_kept_in_one_place_are_copies_of_one_document() -> None:
    kept = "https://github.com/OpenTermsArchive/pga-versions/blob/{}/Facebook/Privacy%20Policy.md"
    text = newer(url="", archive=f'"{kept.format("e4da78fa54")}"')
    text = text.replace(f'url: "{URL}"', f'archive: "{kept.format("922be9a8")}"')
    assert older(text) == {"meta-page": "newer"}


def chip(text: str) -> str:
    made = macros.cite(Here(book(text), "opt-out/facebook/web/"), "meta-public-posts")
    return BeautifulSoup(made, "html.parser").get_text().strip()


PAST = newer().replace(
    '    everywhere_because: "only-edition"\n',
    '    everywhere_because: "only-edition"\n    past: true\n',
)
COMPARED = newer().replace(
    'sources: [{id: "meta-page", at: "list of sources"}]',
    'sources: [{id: "meta-page", at: "list"}, {id: "newer", at: "list"}]',
)


@pytest.mark.parametrize(
    ("text", "said"),
    [(TEXT, "1"), (newer(), "older copy"),
     (PAST, "1"), (COMPARED, "1")],
    ids=["one copy", "not compared", "of the past", "compared"],
)  # fmt: skip
def test_a_claim_in_an_older_copy_alone_says_so(text: str, said: str) -> None:
    assert chip(text) == said


def entry(text: str, name: str) -> str:
    spot = Here(book(text), "about/sources/")
    made = "".join(macros.evidence(spot, subject) for subject in spot.book.data.subjects)
    found = BeautifulSoup(made, "html.parser").find(id=name)
    assert found is not None
    return " ".join(found.get_text().split())


def test_its_entry_names_both_copies() -> None:
    said = "copy of 24 July 2026; older copy: that of 2 November 2026 is not yet compared with this"
    assert said in entry(newer(), "meta-public-posts")
    for text, name in ((PAST, "meta-public-posts"), (COMPARED, "meta-public-posts")):
        assert "older copy" not in entry(text, name)
    assert "older copy" not in entry(newer(), "change-training-starts"), "an event is past"


def test_the_recheck_lists_what_nobody_compared() -> None:
    assert copies.check(book()) == []
    (finding,) = copies.check(book(newer()))
    assert finding.title == "Read in an older copy: 6 entries"
    assert "`meta-page` (24 July 2026) → `newer` (2 November 2026)" in finding.body
    for name in ("claims.meta-public-posts", "companies.meta.products.facebook.routes[0]"):
        assert f"- [ ] `{name}`" in finding.body
    for name in ("forms.meta-object", "changes[0]", "claims.eu-may-object"):
        assert name not in finding.body
    assert "claims." not in copies.check(book(PAST))[0].body
    assert "claims." not in copies.check(book(COMPARED))[0].body
