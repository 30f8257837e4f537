"""Bad data and bad days stop before they reach a reader."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"

BREAKAGES = (
    Breakage(
        "a key may stand twice",
        "guide/data/loader.py",
        "if key in found:",
        "if key in ():",
        "tests/data/test_loader.py::test_refused_with_its_line",
    ),
    Breakage(
        "an alias is followed",
        "guide/data/loader.py",
        'if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):\n'
        '            right = "write the value out',
        'if False:\n            right = "write the value out',
        "tests/data/test_loader.py::test_alias_bomb_is_refused_before_it_grows",
    ),
    Breakage(
        "an escape is skipped",
        "guide/show/render.py",
        "autoescape=True",
        "autoescape=False",
        "tests/show/test_macros.py::test_a_quotation_mark_ends_no_attribute_of_a_route",
    ),
    Breakage(
        "facts may end their script",
        "guide/show/plan.py",
        'text.replace("<", "\\\\u003c")',
        "text",
        "tests/reader/test_plan.py::test_facts_cannot_end_the_script_they_stand_in",
    ),
    Breakage(
        "a cell may be a formula",
        "guide/publish/open_data.py",
        '("=", "+", "-", "@", "\\t", "\\r")',
        '("=",)',
        "tests/publish/test_open_data.py::test_no_cell_is_a_formula",
    ),
    Breakage(
        "words may end a calendar entry",
        f"{_JS}/deadline.js",
        '.replace(/\\n/g, "\\\\n");',
        ";",
        "tests/reader/test_deadlines.py::test_a_calendar_file_cannot_be_broken_by_words",
    ),
    Breakage(
        "a link to nowhere",
        "docs/compare.md",
        "\n# ",
        "\n[gone](rights/eu.md#no-such-part)\n\n# ",
        "tests/publish/test_built_site.py::test_every_markdown_page_is_built",
    ),
    Breakage(
        "a company is not compared",
        "guide/data/checks/comparison_complete.py",
        "if criterion not in answers:",
        "if False:",
        "tests/data/test_bad_data.py::test_every_company_is_compared",
    ),
    Breakage(
        "a route is for every plan by name",
        "guide/data/checks/tiers_tell_apart.py",
        "if set(route.tiers) == _ALL:",
        "if False:",
        "tests/data/test_bad_data.py::test_a_mistake_is_told_with_line_and_remedy",
    ),
    Breakage(
        "an answer says the same on each plan",
        "guide/data/checks/tiers_tell_apart.py",
        "if set(answer.by_tier.values()) == {answer.answer}:",
        "if False:",
        "tests/data/test_bad_data.py::test_a_mistake_is_told_with_line_and_remedy",
    ),
    Breakage(
        "a yes without a route",
        "guide/data/checks/yes_leads_to_route.py",
        'if it and it.answer == "yes" and not',
        "if False and not",
        "tests/data/test_bad_data.py::test_a_yes_leads_to_a_route",
    ),
    Breakage(
        "a claim is wider than its evidence",
        "guide/data/checks/no_wider_than_sources.py",
        "            yield from _beyond(data, path, claim, claim.where)\n",
        "            pass\n",
        "tests/data/test_no_wider.py::test_a_claim_is_not_wider_than_what_its_sources_speak_for",
    ),
    Breakage(
        "everywhere needs no reason",
        "guide/data/checks/no_wider_than_sources.py",
        "if (claim.where == [EVERYWHERE]) != bool(claim.everywhere_because):",
        "if False:",
        "tests/data/test_no_wider.py::test_what_is_wider_is_told_with_line_and_remedy",
    ),
    Breakage(
        "a route covers what no claim says there",
        "guide/data/checks/coverage_rests_on_claims.py",
        "if bare := sorted(shown - held):",
        "if bare := sorted(shown - shown):",
        "tests/data/test_no_wider.py::test_a_line_is_shown_only_where_a_claim_of_it_holds",
    ),
    Breakage(
        "unknown without a search",
        "guide/data/checks/unknown_was_searched.py",
        'if (answer.answer == "unknown") != bool(answer.searched) and answer.note != NOT_YET:',
        "if False:",
        "tests/data/test_no_wider.py::test_what_is_wider_is_told_with_line_and_remedy",
    ),
    Breakage(
        "open data loses its shape",
        "guide/publish/open_data.py",
        'route[key] = [line["text"] for line in lines]',
        "route[key] = lines",
        "tests/publish/test_open_data.py::test_open_data_keeps_its_shape_where_more_is_known",
    ),
    Breakage(
        "a killed build loses the site",
        "guide/publish/atomic.py",
        "out.rename(_old(out))",
        "shutil.rmtree(out)",
        "tests/publish/test_atomic.py::test_killed_at_every_moment_one_of_the_two_is_whole",
    ),
    Breakage(
        "a macro does not say which ids it takes",
        "guide/show/macros/writing.py",
        '@macro("place with letters", scripts=("lead-on",))',
        '@macro(scripts=("lead-on",))',
        "tests/data/test_book.py::test_an_unknown_id_in_any_macro_call_is_told_before_a_build",
    ),
    Breakage(
        "an id given by its parameter's name is not looked up",
        "guide/data/macro_calls.py",
        "options = {it.key: it.value.as_const() for it in node.kwargs}",
        "options: dict[str, Any] = {}",
        "tests/data/test_pages.py::test_a_call_is_read_however_it_is_written",
    ),
)
