"""Every promise, broken once. Grouped as readers would name the promises."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"
_CSS = "docs/assets/stylesheets"
_DATA = "docs/data/platforms.yml"

NOTHING_IS_SENT = (
    Breakage(
        "an image from elsewhere",
        "docs/learn/index.md",
        "\n# ",
        "\n![ ](https://images.example/x.png)\n\n# ",
        "tests/test_site.py::test_nothing_is_loaded_from_elsewhere",
    ),
    Breakage(
        "a script that asks another host",
        f"{_JS}/letters.js",
        'fields.addEventListener("input", fill);',
        'fields.addEventListener("input", fill); new Image().src = "https://images.example/x";',
        "tests/test_letters.py::test_an_objection_for_germany",
    ),
    Breakage(
        "typed words are kept",
        f"{_JS}/letters.js",
        'fields.addEventListener("input", fill);',
        'fields.addEventListener("input", () => { localStorage.typed = new FormData(fields).get("name"); fill(); });',
        "tests/test_letters.py::test_nothing_typed_is_kept",
    ),
    Breakage(
        "clear everything leaves something",
        f"{_JS}/store.js",
        "if (key.startsWith(PREFIX)) storage.removeItem(key);",
        'if (key.startsWith("other")) storage.removeItem(key);',
        "tests/test_plan.py::test_clear_everything_leaves_nothing",
    ),
    Breakage(
        "an address is trusted as text",
        f"{_JS}/plan.js",
        "return places.has(place) && own.length ? { place, uses: own } : null;",
        "return { place, uses: given };",
        "tests/test_plan.py::test_a_hostile_address_holds_no_plan",
    ),
)

FACTS = (
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
        'doubts += [] if evidence.reread else ["law not re-read"]',
        "doubts += []",
        "tests/test_macros.py::test_a_citation_links_to_its_claim_and_tells_its_doubt",
    ),
)

BAD_DATA = (
    Breakage(
        "a key may stand twice",
        "guide/loader.py",
        "if key in found:",
        "if key in ():",
        "tests/test_loader.py::test_refused_with_its_line",
    ),
    Breakage(
        "an alias is followed",
        "guide/loader.py",
        'if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):\n'
        '            right = "write the value out',
        'if False:\n            right = "write the value out',
        "tests/test_loader.py::test_alias_bomb_is_refused_before_it_grows",
    ),
    Breakage(
        "an escape is skipped",
        "guide/render.py",
        "autoescape=True",
        "autoescape=False",
        "tests/test_macros.py::test_data_stays_text_in_every_macro",
    ),
    Breakage(
        "facts may end their script",
        "guide/plan.py",
        'text.replace("<", "\\\\u003c")',
        "text",
        "tests/test_plan.py::test_facts_cannot_end_the_script_they_stand_in",
    ),
    Breakage(
        "a cell may be a formula",
        "guide/finish/spreadsheet.py",
        '("=", "+", "-", "@", "\\t", "\\r")',
        '("=",)',
        "tests/test_open_data.py::test_no_cell_is_a_formula",
    ),
    Breakage(
        "words may end a calendar entry",
        f"{_JS}/deadline.js",
        '.replace(/\\n/g, "\\\\n");',
        ";",
        "tests/test_deadlines.py::test_a_calendar_file_cannot_be_broken_by_words",
    ),
    Breakage(
        "a link to nowhere",
        "docs/compare.md",
        "\n# ",
        "\n[gone](rights/eu.md#no-such-part)\n\n# ",
        "tests/test_site.py::test_every_markdown_page_is_built",
    ),
)

EVERYONE = (
    Breakage(
        "a tick without a label",
        "overrides/macros/route.html",
        '<label><input type="checkbox" data-tick="{{ anchor }}"> Step {{ loop.index }} done</label>',
        '<input type="checkbox" data-tick="{{ anchor }}"> Step {{ loop.index }} done',
        "tests/test_checklists.py::test_by_keyboard",
    ),
    Breakage(
        "pale words",
        f"{_CSS}/palette.css",
        "--ink-soft: #5c4d63;",
        "--ink-soft: #9c8da3;",
        "tests/test_contrast.py::test_every_pair_is_readable",
    ),
    Breakage(
        "a step that is not marked",
        f"{_CSS}/route.css",
        ".md-typeset ol.steps > li.step:target {",
        ".md-typeset ol.steps > li.step:target-none {",
        "tests/test_reading.py::test_a_step_link_opens_on_the_step_and_marks_it",
    ),
    Breakage(
        "letters only with a script",
        "overrides/macros/letter.html",
        '<div class="letter-box"',
        '<div hidden class="letter-box"',
        "tests/test_letters.py::test_every_letter_is_on_the_page_without_a_script",
    ),
    Breakage(
        "a picture with invented words",
        "overrides/macros/picture.html",
        '<text x="15" y="20.5">{{ frame.step }}</text>',
        '<text x="15" y="20.5">{{ frame.step }}</text><text>Menu</text>',
        "tests/test_picture.py::test_the_pages_show_these_screens_and_say_the_same",
    ),
)

OFFLINE = (
    Breakage(
        "search without its worker on disk",
        "mkdocs.yml",
        "    - assets/javascripts/iframe-worker.js",
        "    - assets/javascripts/store.js",
        "tests/test_search.py::test_a_result_opens",
    ),
    Breakage(
        "links to folders on disk",
        "guide/finish/offline.py",
        'return parts._replace(path=f"{folder}index.html").geturl()',
        "return href",
        "tests/test_finish.py::test_links_to_folders_name_the_file",
    ),
    Breakage(
        "opt-out and optout are two words",
        "mkdocs.yml",
        "|(?<=[oO][pP][tT])(?=[oO][uU][tT])",
        "",
        "tests/test_search.py::test_what_people_type_is_in_the_first_three",
    ),
    Breakage(
        "a month too short",
        f"{_JS}/deadline.js",
        "Math.min(date.getUTCDate(), last)",
        "date.getUTCDate()",
        "tests/test_deadlines.py::test_dates_agree_with_an_independent_library",
    ),
    Breakage(
        "a QR code to another page",
        "guide/macros.py",
        "code=qr.code(address) if address else None,",
        "code=qr.code(address[:-1]) if address else None,",
        "tests/test_qr.py::test_a_camera_reads_the_address_of_the_route",
    ),
    Breakage(
        "ticks forget retired steps",
        f"{_JS}/checklist.js",
        "const now = ticks();\n    for (const name of names) {",
        "const now = new Set(lists.flatMap(({ boxes }) => boxes.filter((b) => b.checked).map((b) => b.dataset.tick)));\n"
        "    for (const name of names) {",
        "tests/test_checklists.py::test_a_retired_step_stays_kept_until_everything_is_cleared",
    ),
)

BREAKAGES = (*NOTHING_IS_SENT, *FACTS, *BAD_DATA, *EVERYONE, *OFFLINE)
