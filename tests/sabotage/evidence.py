"""Evidence stands near the claim, on pages of its own, and every old address leads to it."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_BUILT = "tests/publish/test_evidence.py"
_READ = "tests/reader/test_evidence.py"
_SORTED = "tests/data/test_subjects.py"

BREAKAGES = (
    Breakage(
        "the list of all claims outgrows a phone",
        "overrides/macros/source-index.html",
        "evidence.first_words(claim.text)",
        "claim.text",
        f"{_BUILT}::test_no_page_is_larger_than_what_a_phone_gets_at_once",
    ),
    Breakage(
        "a claim has no line under its old address",
        "overrides/macros/source-index.html",
        '<a id="{{ place[1] }}" href=',
        "<a href=",
        f"{_BUILT}::test_every_address_ever_published_leads_to_an_entry",
    ),
    Breakage(
        "an old address stays on the index",
        "docs/assets/javascripts/lead-on.js",
        "location.replace((",
        "void ((",
        f"{_READ}::test_an_old_address_leads_to_the_entry",
    ),
    Breakage(
        "going back leads to the index again",
        "docs/assets/javascripts/lead-on.js",
        "location.replace((",
        "location.assign((",
        f"{_READ}::test_an_address_typed_on_the_index_is_followed_too",
    ),
    Breakage(
        "an address typed on the index is not followed",
        "docs/assets/javascripts/lead-on.js",
        'window.addEventListener("hashchange", leadOn);',
        "",
        f"{_READ}::test_an_address_typed_on_the_index_is_followed_too",
    ),
    Breakage(
        "a citation has a sign for a name",
        "overrides/macros/parts.html",
        'aria-label="{{ _("source %(number)s", number=index) }}',
        'aria-label="{{ index }}',
        "tests/show/test_macros.py::test_a_citation_is_heard_by_a_short_name",
    ),
    Breakage(
        "a citation leads to the index",
        "guide/show/context.py",
        "return self.to(self.book.entries[anchor], anchor)",
        "return self.to(*place)",
        "tests/show/test_macros.py::test_a_citation_links_to_its_claim_and_tells_its_doubt",
    ),
    Breakage(
        "an entry forgets who cites it",
        "guide/publish/cited_on.py",
        "cited.setdefault(anchor, []).append(path)",
        "cited[anchor] = [path]",
        f"{_BUILT}::test_an_entry_names_every_page_that_cites_it_and_no_other",
    ),
    Breakage(
        "a claim goes to the page of a shorter beginning",
        "guide/data/subjects.py",
        'max(fitting, key=len, default="")',
        'min(fitting, key=len, default="")',
        f"{_SORTED}::test_the_longest_beginning_counts_and_ends_with_a_word",
    ),
    Breakage(
        "a subject has no page",
        "guide/data/checks/evidence_pages.py",
        "if any(subject.anchors()) and key not in shown.get(path, ()):",
        "if False:",
        f"{_SORTED}::test_a_subject_without_a_page_is_told",
    ),
    Breakage(
        "a page of evidence stands where no link leads",
        "guide/data/checks/evidence_pages.py",
        "if name in data.subjects and path != addresses.evidence(name):",
        "if False:",
        f"{_SORTED}::test_a_page_of_evidence_stands_where_links_lead",
    ),
    Breakage(
        "search reads out what rests on what",
        "overrides/macros/evidence.html",
        '## {{ _("Claims") }} { #claims data-search-exclude }',
        '## {{ _("Claims") }} { #claims }',
        f"{_BUILT}::test_search_finds_pages_of_evidence_by_their_subject_after_all_others",
    ),
    Breakage(
        "evidence comes before steps in search",
        "guide/publish/search/index.py",
        '    "about/sources",\n',
        "",
        f"{_BUILT}::test_search_finds_pages_of_evidence_by_their_subject_after_all_others",
    ),
    Breakage(
        "the one file sends readers to the web for a source",
        "guide/publish/copies/one_file/article.py",
        'if target.startswith(f"{addresses.SOURCES}/"):',
        "if False:",
        "tests/publish/test_one_file.py::test_citations_lead_to_their_claim",
    ),
)
