"""Facts are as sure as their sources, and say so."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_DATA = "docs/data/platforms.yml"

BREAKAGES = (
    Breakage(
        "a confidence is raised",
        _DATA,
        '    confidence: "low"\n    dossier: ["D-12"]',
        '    confidence: "high"\n    dossier: ["D-12"]',
        "tests/test_evidence.py::test_confidence_is_not_above_the_notes",
    ),
    Breakage(
        "readers are sent to aggregators",
        "guide/model/evidence.py",
        '"press", "ngo"})',
        '"press", "ngo", "aggregator"})',
        "tests/test_site.py::test_readers_are_sent_to_reputable_places_only",
    ),
    Breakage(
        "a step is renamed without a tombstone",
        "guide/book.py",
        "route, company_id, company, product_id, product, all_steps(self.data, route)",
        "route, company_id, company, product_id, product, all_steps(self.data, route)[1:]",
        "tests/test_site.py::test_published_step_ids_live_or_have_a_tombstone",
    ),
    Breakage(
        "a form leads to a look-alike",
        "guide/fields.py",
        'name == domain or name.endswith(f".{domain}")',
        "name.endswith(domain)",
        "tests/test_bad_data.py::test_a_mistake_is_told_with_line_and_remedy",
    ),
    Breakage(
        "what is overdue looks fresh",
        "guide/dates.py",
        "if on > due:",
        "if on > due + 99 * DUE_SOON:",
        "tests/test_dates.py::test_a_confirmation_ages",
    ),
    Breakage(
        "a doubt is not told",
        "guide/words.py",
        'found += [] if evidence.reread else ["law not re-read"]',
        "found += []",
        "tests/test_macros.py::test_a_citation_links_to_its_claim_and_tells_its_doubt",
    ),
    Breakage(
        "a changed source stays unsaid",
        "guide/words.py",
        "found = [changed(day) for day in changes[-1:]]",
        "found: list[str] = []",
        "tests/test_macros.py::test_a_claim_whose_source_changed_says_so_wherever_it_is_cited",
    ),
    Breakage(
        "a fact for some places reads as one for all",
        "guide/reach.py",
        "    if spread(data, about) <= holds:\n",
        "    if True:\n",
        "tests/test_macros.py::test_a_fact_says_where_it_holds_if_its_page_is_about_more",
    ),
    Breakage(
        "a page of one place is taken for one of all",
        "guide/here.py",
        "        if self.page.place:\n",
        "        if False:\n",
        "tests/test_macros.py::test_a_fact_says_where_it_holds_if_its_page_is_about_more",
    ),
    Breakage(
        "a doubt is lost on paper",
        "overrides/macros/parts.html",
        '{{ " cite--doubt" if only or words.doubts(it, book) }}',
        "",
        "tests/test_paper.py::test_a_doubted_latest_change_stays_doubted_on_paper",
    ),
    Breakage(
        "an older copy looks like the newest",
        "guide/words.py",
        'found += ["older copy"] if outdated.uncompared(evidence, book.older) else []',
        "found += []",
        "tests/test_outdated.py::test_a_claim_in_an_older_copy_alone_says_so",
    ),
    Breakage(
        "not known, and nobody says where it was looked for",
        "overrides/macros/compare.html",
        "{% if it.searched %} {{ parts.searched(it.searched) }}{% endif %}",
        "",
        "tests/test_wider.py::test_an_answer_that_is_not_known_says_where_it_was_looked_for",
    ),
    Breakage(
        "every answer looks good",
        "guide/select.py",
        '"good" if answer.answer == criterion.good else "bad"',
        '"good"',
        "tests/test_select.py::test_an_answer_is_judged_by_what_a_reader_hopes_for",
    ),
    Breakage(
        "a product shows its neighbour's changes",
        "guide/select.py",
        "[it for it in own if not it.products or page.product in it.products]",
        "own",
        "tests/test_select.py::test_a_products_page_shows_what_changed_for_it",
    ),
    Breakage(
        "no steps, and the page does not say so",
        "docs/opt-out/discord.md",
        ': no opt-out found"',
        '"',
        "tests/test_site.py::test_a_product_without_steps_says_so_and_why",
    ),
)
