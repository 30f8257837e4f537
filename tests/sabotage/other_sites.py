"""What other sites may show of the guide, and the way from them to it."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

BREAKAGES = (
    Breakage(
        "any page may stand in a frame",
        "guide/publish/csp.py",
        '    lines += unframed(path for path in site.content() if path.endswith(".html"))\n',
        "",
        "tests/publish/test_headers.py::"
        "test_whatever_a_host_does_with_two_rules_no_page_may_stand_in_a_frame",
    ),
    Breakage(
        "no page may stand in a frame",
        "guide/publish/csp.py",
        ' - {"/embed/*"})',
        ")",
        "tests/publish/test_embed.py::test_another_site_may_show_it_and_nothing_else",
    ),
    Breakage(
        "a language's pages may stand in a frame",
        "guide/publish/assemble.py",
        '[("", UNFRAMED), *(',
        "[*(",
        "tests/publish/test_embed.py::"
        "test_a_languages_stand_beside_and_the_rest_of_it_refuses_frames",
    ),
    Breakage(
        "a frame's link opens in the frame",
        "overrides/publish/embed.html",
        ' target="_blank"',
        "",
        "tests/publish/test_embed.py::test_it_has_the_verdict_its_date_and_a_way_out_of_the_frame",
    ),
    Breakage(
        "part of a website's name is taken for it",
        "docs/assets/javascripts/for.js",
        "document.getElementById(name)",
        'document.querySelector(`.hosts [id$="${name}"]`)',
        "tests/reader/test_for.py::test_for_a_website_that_is_not_here_it_says_so_and_leads_on",
    ),
)
