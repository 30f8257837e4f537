"""What macros put on a page, from the small guide."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from guide.data.macro_calls import Call
from guide.show import macros
from guide.show.book import open_book
from guide.show.context import Here
from guide.show.evidence import first_words
from guide.show.render import markdown_text
from guide.show.wording import OBJECTION
from tests.data.test_bad_data import CORRECTION
from tests.small import TEXT, TWO, TWO_PAGES, book, changed, with_more


def here(text: str = TEXT, url: str = "opt-out/facebook/web/") -> Here:
    return Here(book(text), url)


def plain(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


@pytest.mark.parametrize(
    ("url", "page", "anchor", "address"),
    [
        ("", "rights/eu", "", "rights/eu/"),
        ("", "", "", "./"),
        ("compare/", "", "", "../"),
        ("opt-out/facebook/web/", "about/sources", "x", "../../../about/sources/#x"),
    ],
)
def test_links_are_relative_at_any_depth(url: str, page: str, anchor: str, address: str) -> None:
    assert Here(book(), url).to(page, anchor) == address


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("compare.md", "rights/eu/"),
        ("opt-out/whatsapp.md", "../rights/eu/"),
        ("opt-out/facebook/index.md", "../../rights/eu/"),
    ],
)
def test_links_start_beside_the_source_where_an_engine_moves_them(
    source: str, address: str
) -> None:
    assert Here(book(), "anything/at/all/", source).to("rights/eu") == address


def test_a_citation_links_to_its_claim_and_tells_its_doubt() -> None:
    found = BeautifulSoup(macros.cite(here(), "meta-public-posts", "eu-may-object"), "html.parser")
    sure, unsure = found.find_all("a")
    assert sure["href"] == "../../../about/sources/shared/#meta-public-posts"
    assert sure.get_text() == "1"
    assert unsure.get_text() == "2: unsure, law not re-read, sources disagree"


def test_a_citation_is_heard_by_a_short_name() -> None:
    found = BeautifulSoup(macros.cite(here(), "meta-public-posts", "eu-may-object"), "html.parser")
    heard = [link["aria-label"] for link in found.find_all("a")]
    assert heard == ["source 1", "source 2: unsure, law not re-read, sources disagree"]
    first = BeautifulSoup(macros.cite(here(), "eu-may-object"), "html.parser").find_all("a")
    assert [link["aria-label"] for link in first] == [str(heard[1]).replace("2", "1")]


def chips(url: str) -> list[str]:
    """What stands beside a fact for everywhere and one for the EU, on a page of the small guide."""
    place = replace(
        TWO_PAGES["rights/eu"], calls=(Call("jurisdiction", ("eu",), 9, "jurisdiction"),)
    )
    spot = Here(book(TWO, {**TWO_PAGES, "rights/eu": place}), url)
    made = macros.cite(spot, "meta-public-posts", "eu-may-object")
    return [link.get_text() for link in BeautifulSoup(made, "html.parser").find_all("a")]


def test_a_fact_says_where_it_holds_if_its_page_is_about_more() -> None:
    doubts = "unsure, law not re-read, sources disagree"
    assert chips("about/sources/") == ["1", f"2: EU only, {doubts}"]
    assert chips("rights/eu/") == ["1", f"2: {doubts}"], "the page of that place"
    assert chips("opt-out/facebook/web/") == ["1", f"2: {doubts}"], "its routes are there only"


def test_what_holds_in_some_places_is_heard_and_stays_on_paper() -> None:
    doubt = '    reread: false\n    disagree: "A blog says you may not."\n'
    text = TWO.replace(doubt, "").replace('confidence: "low"', 'confidence: "high"')
    text = text.replace('"local-blog", at: "first', '"meta-page", at: "first')
    made = macros.cite(
        Here(book(text, TWO_PAGES), "about/sources/"), "eu-may-object", "meta-public-posts"
    )
    limited, plain_one = BeautifulSoup(made, "html.parser").select(".cite")
    assert limited["class"] == ["cite", "cite--doubt"], "paper shows these"
    assert plain_one["class"] == ["cite"]
    assert limited.a is not None
    assert limited.a["aria-label"] == "source 1: EU only"


def test_a_line_of_what_a_route_covers_says_where_its_claim_holds() -> None:
    text = TWO.replace('            where: ["eu"]', '            where: ["eu", "uk"]')
    line = 'posts", claims: ["meta-public-posts"'
    both = text.replace(line, f'{line}, "eu-may-object"')
    assert "2: EU only, unsure" in plain(
        macros.route(Here(book(both, TWO_PAGES), "opt-out/facebook/web/"), "facebook-web-object")
    )
    limited = text.replace(f"{line}]", 'posts", claims: ["eu-may-object"], where: ["eu"]')
    assert "your public posts (EU and EEA) unsure" in plain(
        macros.route(Here(book(limited, TWO_PAGES), "opt-out/facebook/web/"), "facebook-web-object")
    )


def test_a_doubted_change_is_marked_as_one() -> None:
    text = TEXT.replace('confidence: "high"', 'confidence: "medium"')
    for macro, args in ((macros.latest_change, []), (macros.timeline, ["meta"])):
        (chip,) = BeautifulSoup(macro(here(text), *args), "html.parser").select(".cite")
        assert chip["class"] == ["cite", "cite--doubt"], macro.__name__
        assert chip.get_text() == "fairly sure"


def test_a_claim_whose_source_changed_says_so_wherever_it_is_cited() -> None:
    day = 'captured: "2026-07-24"'
    new = here(changed(day, f'{day}\n    changed: "2026-11-02"'))
    words = "source changed on 2 November 2026, being re-checked"
    shown: dict[macros.Macro, list[str]] = {
        macros.cite: ["meta-public-posts"],
        macros.claim: ["meta-public-posts"],
        macros.claims: ["meta-public-posts"],
        macros.timeline: ["meta"],
        macros.route: ["facebook-web-object"],
        macros.evidence: ["shared"],
    }
    for macro, args in shown.items():
        assert words in plain(macro(new, *args)), macro.__name__
        assert "re-checked" not in plain(macro(here(), *args)), macro.__name__


def test_a_changed_source_is_said_first_and_its_other_doubts_after() -> None:
    day = 'captured: "2026-07-24"'
    text = changed(day, f'{day}\n    changed: "2026-11-02"').replace('"high"', '"medium"')
    found = BeautifulSoup(macros.cite(here(text), "meta-public-posts"), "html.parser")
    said = "source changed on 2 November 2026, being re-checked, fairly sure"
    assert found.get_text().strip() == said


def test_an_answer_whose_source_changed_says_so_in_the_comparison() -> None:
    real = open_book()
    sources = {
        name: source.model_copy(update={"changed": "2026-11-02"})
        for name, source in real.data.sources.items()
    }
    new = replace(real, data=replace(real.data, sources=sources))
    assert "source changed on 2 November 2026" in plain(macros.compare(Here(new, "compare/")))


PLANS = changed("minutes: 3", 'minutes: 3\n            tiers: ["work", "school"]').replace(
    'answer: "yes", note', 'answer: "yes", by_tier: {free: "yes", work: "no"}, note'
)


@pytest.mark.parametrize(
    "show",
    [
        lambda it: macros.route(it, "facebook-web-object", level=1),
        lambda it: macros.glance(it, "facebook"),
        macros.plan_parts,
    ],
    ids=["page", "table", "plan"],
)
def test_a_way_for_some_plans_only_says_so(show: Callable[[Here], str]) -> None:
    assert "For: work accounts, school accounts" in plain(show(here(PLANS)))
    assert "For:" not in plain(show(here()))


def test_an_answer_tells_what_each_plan_gets() -> None:
    for said in (
        macros.question(here(PLANS, "compare/default-on/"), "default-on"),
        macros.company(here(PLANS, "compare/meta/"), "meta"),
        macros.compare(here(PLANS)),
    ):
        assert "Yes (free plans: yes, work accounts: no) It is." in plain(said)


def test_whose_plan_is_asked_only_where_it_matters() -> None:
    assert "Facebook: which plan are you on?" in macros.plan_parts(here(PLANS))
    assert "which plan" not in macros.plan_parts(here())


def test_a_claim_is_printed_with_what_disagrees_and_where_it_holds() -> None:
    text = plain(macros.claims(here(), "eu-may-object"))
    assert text.startswith("In the EU you may object. (EU and EEA) Sources disagree: A blog says")


@pytest.mark.parametrize("name", [it.name for it in macros.DECLARED.values() if it.kind])
def test_an_unknown_id_stops_the_build(name: str) -> None:
    with pytest.raises(macros.UnknownIdError, match=r"there is no .* `nothing` in platforms\.yml"):
        macros.MACROS[name](here(), "nothing")


def test_a_route_shows_button_host_steps_and_confirmation() -> None:
    html = macros.route(here(), "facebook-web-object", level=1)
    page = BeautifulSoup(html, "html.parser")
    button = page.select_one(".go__button")
    assert button is not None
    assert button["href"] == "https://www.facebook.com/help/contact/6359191084165019"
    assert "Opens facebook.com. Log in there first" in plain(html)
    assert [str(li["id"]) for li in page.select("li.step")] == [
        "facebook-web-object--log-in",
        "facebook-web-object--send",
    ]
    assert [a["href"] for a in page.select(".step__link a")] == [
        "#facebook-web-object--log-in",
        "#facebook-web-object--send",
    ]
    assert "Last described in a guide: May 2025. A new check is overdue. By a small blog." in plain(
        html
    )
    assert 'Press <b translate="no">Submit</b>.' in html


def test_a_route_says_who_and_what_everyone_else_does() -> None:
    text = plain(macros.route(here(), "facebook-web-object"))
    assert "Who: You live in the EU." in text
    assert "Not you? Do this instead: Title of rights/eu." in text


def test_a_place_names_the_law_the_company_and_the_authority() -> None:
    text = plain(macros.jurisdiction(here(), "eu"))
    for words in ("1 calendar month (set by law)", "Merrion Road", "Data Protection Commission"):
        assert words in text


def test_a_place_leads_to_its_letters() -> None:
    real = open_book()
    for key, place in real.data.jurisdictions.items():
        box = macros.jurisdiction(Here(real, f"{place.page}/"), key)
        assert (f'"../../letters/{key}/"' in box) == (key in real.data.letters), key


def links(html: str) -> dict[str, str]:
    found = BeautifulSoup(html, "html.parser").select("a:not(.cite a)")
    return {link.get_text(): str(link["href"]) for link in found}


def test_places_are_named_by_what_meta_offers_there() -> None:
    real = Here(open_book(), "rights/eu/")
    for answer in OBJECTION:
        named = links(macros.places(real, answer))
        assert sorted(named.values()) == sorted(
            real.to(place.page)
            for place in real.book.data.jurisdictions.values()
            if place.objection == answer
        )
    head = macros.places(real, "yes", linked=False, start=True)
    assert head == "The EU or EEA, the UK, Switzerland or Brazil"
    assert "Czechia, Denmark" in macros.places(real, "yes", members=True)
    assert "Hamburg" not in macros.places(real, "yes", members=True)


def test_who_may_object_by_letter_is_led_to_the_letter() -> None:
    real = Here(open_book(), "")
    said = macros.by_letter(real)
    named = links(said)
    for key, place in real.book.data.jurisdictions.items():
        it = place.by_letter
        told = it.deed is not None and place.objection != "yes"
        assert ((place.in_sentence or place.name) in named) == told, key
        if told and it.letter:
            assert f"letters/{key}/{it.letter}/" in named.values()
    assert "object in South Africa and Nigeria; have the use suspended in South Korea" in plain(
        said
    )
    assert "is not known: we found no report" in plain(said)


def test_a_place_tells_what_its_law_lets_people_do_by_letter() -> None:
    real = Here(open_book(), "rights/south-africa/")
    box = BeautifulSoup(macros.jurisdiction(real, "south-africa"), "html.parser")
    assert "say no by letter?Yes. Object on reasonable grounds" in plain(str(box))
    assert box.select_one('a[href="../../letters/south-africa/object/"]')
    row = BeautifulSoup(macros.jurisdictions(real), "html.parser").find(id="australia")
    assert "No. The law gives no such right." in plain(str(row))


def test_the_other_countries_are_listed_but_the_pages_own() -> None:
    real = Here(open_book(), "rights/elsewhere/")
    made = BeautifulSoup(macros.countries(real), "html.parser")
    listed = {str(item["id"]) for item in made.select("li[id]")}
    known = real.book.data.jurisdictions.items()
    assert listed == {k for k, it in known if it.objection != "yes"} - {"elsewhere"}
    assert "Form: reported, not confirmed. By letter: partly." in plain(str(made.find(id="japan")))


def test_a_company_is_given_with_its_address() -> None:
    text = plain(macros.controller(here(), "meta-ireland"))
    assert text == "Meta Platforms Ireland Limited, Merrion Road, Dublin 4"


def test_evidence_we_do_not_link_is_named() -> None:
    page = BeautifulSoup(macros.evidence(here(), "shared"), "html.parser")
    assert "a small blog: How to object" in page.get_text()
    assert not page.select('a[href*="blog.example.com"]')
    entry = page.find(id="eu-may-object")
    assert entry is not None
    assert "Not re-read" in entry.get_text()


ATTACKS = ["it's 5 > 4 & 3", "*a* _b_ [c] #d", "100 % $x$ ~~y~~"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_data_stays_text_in_every_macro(attack: str) -> None:
    text = changed("Meta uses public posts & photos to train its AI.", attack)
    spot = here(text)
    assert attack in plain(macros.claims(spot, "meta-public-posts"))
    assert attack in plain(macros.evidence(spot, "shared"))
    assert attack in plain(macros.source_index(spot))


def test_a_quotation_mark_ends_no_attribute() -> None:
    attack = 'EU" onclick="x'
    doubt = '    reread: false\n    disagree: "A blog says you may not."\n'
    text = TWO.replace(doubt, "").replace('short: "EU"', f"short: '{attack}'")
    spot = Here(book(text, TWO_PAGES), "about/sources/")
    link = BeautifulSoup(macros.claims(spot, "eu-may-object"), "html.parser").find("a")
    cited = BeautifulSoup(macros.cite(spot, "eu-may-object"), "html.parser").find("a")
    assert link is not None
    assert cited is not None
    assert cited["aria-label"] == f"source 1: {attack} only, unsure"
    assert link.attrs.keys() == cited.attrs.keys() == {"href", "aria-label"}


def test_a_quotation_mark_ends_no_attribute_of_a_route() -> None:
    attack = 'Object" onclick="x'
    spot = here(changed('title: "Object in a browser"', f"title: '{attack}'"))
    made = BeautifulSoup(macros.route(spot, "facebook-web-object"), "html.parser")
    share = made.select_one("[data-title][data-text]")
    assert share is not None
    assert share["data-title"] == f"Facebook: {attack}"
    assert made.select("[onclick]") == []


def test_the_index_has_a_line_for_everything_that_leads_to_its_entry() -> None:
    made = BeautifulSoup(macros.source_index(here(url="about/sources/")), "html.parser")
    lines = {str(a["id"]): (str(a["href"]), a.get_text()) for a in made.select("a[id]")}
    root = "../../about/sources"
    assert lines == {
        "meta-public-posts": (
            f"{root}/shared/#meta-public-posts",
            "Meta uses public posts & photos to…",
        ),
        "eu-may-object": (f"{root}/shared/#eu-may-object", "In the EU you may object."),
        "change-training-starts": (f"{root}/meta/#change-training-starts", "Training starts."),
        "source-meta-page": (f"{root}/shared/#source-meta-page", "Privacy and generative AI"),
        "source-local-blog": (f"{root}/shared/#source-local-blog", "How to object"),
    }
    subjects = [str(a["href"]) for a in made.select(".subjects a")]
    assert subjects == [f"{root}/meta/", f"{root}/shared/"]


def test_a_document_names_what_rests_on_it() -> None:
    made = BeautifulSoup(macros.evidence(here(), "shared"), "html.parser")
    document = made.find(id="source-meta-page")
    assert document is not None
    assert [a["href"] for a in document.select("a")[1:]] == [
        "../../../about/sources/shared/#meta-public-posts",
        "../../../about/sources/meta/#change-training-starts",
    ]


def test_first_words_end_between_two_words() -> None:
    assert first_words("one two", 7) == "one two"
    assert first_words("one two, three", 9) == "one two…"
    assert first_words("one two, three", 8) == "one two…"
    assert first_words("one two, three", 6) == "one…"


def test_markdown_reads_none_of_the_escaped_text() -> None:
    escaped = markdown_text("*a* [b](c) `d` {e} #f")
    assert not re.search(r"[*\[\]()`{}]", escaped)


def test_a_retired_address_is_explained() -> None:
    text = plain(macros.tombstones(here()))
    assert "facebook-web-object--old-step" in text
    assert "The menu is gone. Instead: opt-out/facebook/web" in text


def test_a_correction_says_what_was_wrong_how_long_and_what_to_do() -> None:
    spot = here(with_more(CORRECTION))
    made = BeautifulSoup(macros.corrections(spot), "html.parser")
    text = plain(str(made))
    assert "30 November 2026 What we saidWrong. What is rightRight." in text
    assert "If you relied on itDo this." in text
    assert "Title of rights/eu, from 23 November 2026 to 29 November 2026" in text
    box = made.find(id="correction-x")
    assert box is not None
    assert box.select_one('a[href="../../../rights/eu/"]')


def test_without_corrections_the_page_says_so() -> None:
    assert "No correction has been made" in plain(macros.corrections(here()))
    data = replace(book().data, retired=[])
    spot = Here(replace(book(), data=data), "")
    assert "No published address has been retired" in plain(macros.tombstones(spot))


def test_the_freshness_board_tells_when_a_check_was_due() -> None:
    row = plain(macros.freshness_board(here()))
    assert "Facebook: Object in a browser May 2025" in row
    assert "Overdue since 28 October 2025" in row


def test_changes_name_the_company() -> None:
    text = plain(macros.changes(here()))
    assert "27 May 2025 Meta: Training starts." in text
    assert "### Meta { #meta } 27 May 2025 Training starts." in text


def test_a_page_tells_its_latest_change_with_the_way_to_its_sources() -> None:
    made = BeautifulSoup(macros.latest_change(here()), "html.parser")
    text = "Latest change: 27 May 2025: Training starts. (EU and EEA) 1 More changes."
    assert plain(str(made)).startswith(text)
    assert [link["href"] for link in made.find_all("a")] == [
        "../../../about/sources/meta/#change-training-starts",
        "../../../about/changes/#meta",
        "../../../data/changes/meta.xml",
        "../../../data/companies/meta.json",
    ]
    elsewhere = macros.latest_change(here(url="about/sources/"))
    assert "27 May 2025, Meta: Training starts." in plain(elsewhere)
    text = TEXT[: TEXT.index("    changes:")] + TEXT[TEXT.index("retired:") :]
    assert "our notes hold no dated one" in plain(macros.latest_change(here(text)))
