"""Nothing is sent, nothing typed is kept."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"

BREAKAGES = (
    Breakage(
        "an image from elsewhere",
        "docs/learn/index.md",
        "\n# ",
        "\n![ ](https://images.example/x.png)\n\n# ",
        "tests/publish/test_built_site.py::test_nothing_is_loaded_from_elsewhere",
    ),
    Breakage(
        "a script that asks another host",
        f"{_JS}/letters.js",
        "    risk(true);\n    fill();",
        '    risk(true);\n    new Image().src = "https://images.example/x";\n    fill();',
        "tests/reader/test_letters.py::test_an_objection_for_germany",
    ),
    Breakage(
        "typed words are kept",
        f"{_JS}/letters.js",
        "    risk(true);\n    fill();",
        '    risk(true);\n    localStorage.typed = new FormData(fields).get("name");\n    fill();',
        "tests/reader/test_letters.py::test_nothing_typed_is_kept",
    ),
    Breakage(
        "clear everything leaves something",
        f"{_JS}/shared.js",
        "key.startsWith(PREFIX) || key === colours);",
        "key === colours);",
        "tests/reader/test_plan.py::test_clear_everything_leaves_nothing",
    ),
    Breakage(
        "an address is trusted as text",
        f"{_JS}/plan.js",
        "return places.has(place) && own.length ? { place, uses: [...own, ...tiers(own, given)] } : null;",
        "return { place, uses: given };",
        "tests/reader/test_plan.py::test_a_hostile_address_holds_no_plan",
    ),
    Breakage(
        "a script's hash is dropped",
        "guide/publish/csp.py",
        "policy(_sources(scripts), _sources(styles))",
        "policy(_sources(scripts)[1:], _sources(styles))",
        "tests/reader/test_visit.py::test_every_page_opens",
    ),
    Breakage(
        "forms may be sent anywhere",
        "guide/publish/csp.py",
        '    "form-action": "\'none\'",\n',
        "",
        "tests/publish/test_csp.py::test_every_page_states_the_policy_first",
    ),
    Breakage(
        "links say where you came from",
        "overrides/main.html",
        'content="no-referrer"',
        'content="unsafe-url"',
        "tests/publish/test_csp.py::test_links_that_lead_out_carry_no_referrer",
    ),
    Breakage(
        "a style on an element",
        "overrides/macros/form.html",
        '<div class="form">',
        '<div class="form" style="margin:0">',
        "tests/publish/test_csp.py::test_no_page_has_handlers_or_styles_on_its_elements",
    ),
    Breakage(
        "the browser fetches the next page ahead",
        "guide/publish/theme_fixes.py",
        'rel="(?:prev|next)"',
        'rel="(?:prev)"',
        "tests/publish/test_csp.py::test_no_page_reaches_out_early_or_reports_a_click",
    ),
)
