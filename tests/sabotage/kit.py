"""What helpers print: sizes, dates, codes and addresses."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_KIT = "tests/reader/test_kit.py"
_PRINTED = f"{_KIT}::test_what_comes_out_of_the_printer"

BREAKAGES = (
    Breakage(
        "the leaflet stands upright",
        "docs/assets/stylesheets/kit.css",
        "size: A4 landscape;",
        "size: A4;",
        _PRINTED,
    ),
    Breakage(
        "the footer makes a third side of the leaflet",
        "docs/assets/stylesheets/kit.css",
        "body:has(.leaflet) .md-footer {",
        "body:has(.none) .md-footer {",
        _PRINTED,
    ),
    Breakage(
        "the poster's code leads elsewhere",
        "docs/help/poster.md",
        'code_of("plan")',
        'code_of("rights")',
        _PRINTED,
    ),
    Breakage(
        "the leaflet has no date",
        "docs/help/leaflet.md",
        "Facts as of {{ compiled }}. ",
        "",
        _PRINTED,
    ),
    Breakage(
        "the leaflet says on paper what no screen says",
        "docs/assets/stylesheets/kit.css",
        '.md-typeset .leaflet a[href^="http"]::after {',
        ".md-typeset .none::after {",
        _PRINTED,
    ),
    Breakage(
        "an address on the leaflet is typed by hand",
        "overrides/macros/first-links.html",
        "{{ it.path }}",
        "facebook.com/help",
        f"{_KIT}::test_a_new_address_in_the_data_is_the_one_on_the_leaflet",
    ),
    Breakage(
        "the workshop takes longer than it says",
        "docs/help/workshop.md",
        "| 15 | **Do it.**",
        "| 25 | **Do it.**",
        f"{_KIT}::test_the_minutes_of_the_workshop_add_up_to_those_in_its_title",
    ),
    Breakage(
        "an answer of the workshop has no source",
        "docs/help/workshop.md",
        '5. **False.** {{ claim("myth-lawyer") }}',
        "5. **False.**",
        f"{_KIT}::test_every_answer_of_the_workshop_has_a_source",
    ),
    Breakage(
        "no way leads to what helpers print",
        "docs/about/index.md",
        "(../help/index.md)",
        "(offline.md)",
        f"{_KIT}::test_two_taps_from_about_lead_to_each",
    ),
)
