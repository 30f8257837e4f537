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
        "who cannot object is written by hand",
        "guide/rules/pages.py",
        "for said, line in page.denials:",
        "for said, line in ():",
        "tests/test_bad_data.py::test_who_may_not_object_is_not_written_by_hand",
    ),
    Breakage(
        "a denial in other words is not seen",
        "guide/pages.py",
        "(?:way|means|chance|possibility)",
        "(?:chance|possibility)",
        "tests/test_pages.py::test_who_may_not_object_is_found_with_its_line",
    ),
    Breakage(
        "nobody is told how to write the letter",
        "guide/rules/by_letter.py",
        "if does and not (it.letter or told):",
        "if False:",
        "tests/test_bad_data.py::test_a_mistake_is_told_with_line_and_remedy",
    ),
    Breakage(
        "who may object by letter is not led to it",
        "guide/select.py",
        'return (f"letters/{key}", f"{key}-{kind}") if kind else None',
        "return None",
        "tests/test_macros.py::test_who_may_object_by_letter_is_led_to_the_letter",
    ),
    Breakage(
        "the plan keeps the letter to itself",
        "docs/assets/javascripts/plan.js",
        "`${said} ${note}` }), letter.cloneNode(true)];",
        "`${said} ${note}` })];",
        "tests/test_plan.py::test_where_a_letter_can_do_it_the_plan_leads_to_the_letter",
    ),
    Breakage(
        "a correction does not say what to do",
        "overrides/macros/corrections.html",
        "<dd>{{ it.relied }}</dd>",
        "<dd></dd>",
        "tests/test_macros.py::test_a_correction_says_what_was_wrong_how_long_and_what_to_do",
    ),
    Breakage(
        "corrections stay out of the feed",
        "guide/finish/feed.py",
        "for it in corrections_newest_first(book):",
        "for it in corrections_newest_first(book)[:0]:",
        "tests/test_open_data.py::test_the_feed_tells_of_corrections",
    ),
    Breakage(
        "a time set by law is called a suggestion",
        "guide/deadlines.py",
        "if letter.reply:",
        "if False:",
        "tests/test_deadlines.py::test_what_no_law_sets_is_called_a_suggestion",
    ),
    Breakage(
        "no steps, and the page does not say so",
        "docs/opt-out/discord.md",
        ': no opt-out found"',
        '"',
        "tests/test_site.py::test_a_product_without_steps_says_so_and_why",
    ),
)
