"""It works on disk, on paper, in a message, and with either engine."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"
_CSS = "docs/assets/stylesheets"

BREAKAGES = (
    Breakage(
        "links to folders on disk",
        "guide/addresses.py",
        'return parts._replace(path=f"{folder}index.html").geturl()',
        "return href",
        "tests/upkeep/test_addresses.py::test_links_to_folders_name_the_file",
    ),
    Breakage(
        "a month too short",
        f"{_JS}/deadline.js",
        "Math.min(date.getUTCDate(), last)",
        "date.getUTCDate()",
        "tests/reader/test_deadlines.py::test_dates_agree_with_an_independent_library",
    ),
    Breakage(
        "a QR code to another page",
        "guide/publish/qr.py",
        '.qr.svg"] = drawn(address)',
        '.qr.svg"] = drawn(address[:-1])',
        "tests/publish/test_qr.py::test_a_camera_reads_the_address_of_the_route",
    ),
    Breakage(
        "ticks forget retired steps",
        f"{_JS}/checklist.js",
        "const now = ticks();\n    for (const name of names) {",
        "const now = new Set(lists.flatMap(({ boxes }) => boxes.filter((b) => b.checked).map(step)));\n"
        "    for (const name of names) {",
        "tests/reader/test_checklists.py::test_a_retired_step_stays_kept_until_everything_is_cleared",
    ),
    Breakage(
        "an old copy looks new",
        f"{_JS}/fresh.js",
        "today > it.dataset.due",
        "today < it.dataset.due",
        "tests/reader/test_fresh.py::test_an_old_page_says_that_a_check_is_overdue",
    ),
    Breakage(
        "the zip tells the time it was made",
        "guide/publish/copies/zip_file.py",
        "moment = _moment(settings)\n",
        "moment = datetime.now(UTC).timetuple()[:6]\n",
        "tests/publish/test_zip_file.py::test_order_times_and_permissions_leave_no_trace",
    ),
    Breakage(
        "data fills the copies",
        "guide/publish/copies/offline.py",
        "(home and _DATA.fullmatch(path))",
        "False",
        "tests/publish/test_offline.py::test_data_stays_on_the_web_where_that_is_known",
    ),
    Breakage(
        "each page of a copy holds its head and its menu",
        "guide/publish/copies/parts.py",
        "    for name in PARTS:\n",
        "    for name in [*PARTS][3:]:\n",
        "tests/publish/test_zip_file.py::"
        "test_what_needs_scripts_and_the_menus_stand_once_in_the_copy",
    ),
    Breakage(
        "the menu of a copy leads beside it",
        "guide/publish/copies/parts.js",
        ".replace(/{root}/g, root)",
        '.replace(/{root}/g, "")',
        "tests/publish/test_copy_parts.py::test_with_scripts_a_page_of_the_copy_is_that_of_the_web",
    ),
    Breakage(
        "without scripts nobody can tap the sections of a copy",
        "guide/publish/copies/bare.css",
        "  min-height: 44px;\n",
        "",
        "tests/publish/test_copy_parts.py::"
        "test_without_scripts_the_first_page_and_all_sections_are_in_reach",
    ),
    Breakage(
        "the zip is heavier than it has to be",
        "guide/publish/copies/zip_file.py",
        "compresslevel=9",
        "compresslevel=1",
        "tests/publish/test_zip_file.py::test_the_zip_is_light_enough",
    ),
    Breakage(
        "search in a copy leads to a folder instead of the first page",
        "guide/publish/copies/offline.py",
        'if entry["location"][:1] in {"", "#"}',
        'if not entry["location"]',
        "tests/publish/test_offline.py::test_a_site_is_converted_whole",
    ),
    Breakage(
        "letters in a copy have codes on paper",
        "guide/publish/copies/lighter.py",
        "if _CODED.fullmatch(page) and",
        "if False and",
        "tests/publish/test_zip_file.py::test_pages_that_nobody_hands_out_have_no_code_in_the_copy",
    ),
    Breakage(
        "the one file leads nowhere",
        "guide/publish/copies/one_file/one_file.py",
        '            link.set("href", short.get(link.get("href"), link.get("href")))',
        "            continue",
        "tests/publish/test_one_file.py::test_every_internal_link_leads_somewhere",
    ),
    Breakage(
        "paper without the way back",
        f"{_CSS}/print.css",
        'content: var(--confirmed) "\\A" var(--address);',
        "content: var(--confirmed);",
        "tests/reader/test_paper.py::test_every_sheet_says_where_it_is_from_and_when",
    ),
    Breakage(
        "links on paper lead nowhere",
        f"{_CSS}/print.css",
        'content: " <" attr(href) ">";',
        'content: "";',
        "tests/reader/test_paper.py::test_addresses_are_written_out_and_what_was_folded_lies_open",
    ),
    Breakage(
        "every link shows the same picture",
        "guide/publish/social.py",
        'image=f"{settings.site_url}{name}"',
        'image=f"{settings.site_url}{FOLDER}/index.png"',
        "tests/publish/test_social.py::test_every_page_has_a_picture_of_its_own",
    ),
    Breakage(
        "an old address loses the step",
        f"{_JS}/moved.js",
        "  to.hash = location.hash;\n",
        "",
        "tests/publish/test_redirects.py::test_an_old_address_leads_to_the_same_step",
    ),
    Breakage(
        "the first tap on search is lost",
        f"{_JS}/lazy-theme.js",
        "    load();\n    if (event.type",
        "    if (event.type",
        "tests/reader/test_lazy_theme.py::test_the_first_tap_opens_search_and_what_is_typed_is_found",
    ),
    Breakage(
        "a phone prints without the sheet for paper",
        f"{_JS}/lazy-theme.js",
        '  addEventListener("beforeprint", printed);\n',
        "",
        "tests/reader/test_paper.py::test_nothing_asks_for_a_click",
    ),
    Breakage(
        "what is far down stays away",
        f"{_JS}/gradual-layout.js",
        '  addEventListener("load", next);\n',
        "",
        "tests/reader/test_lazy_theme.py::test_what_is_far_down_waits_and_then_is_laid_out",
    ),
    Breakage(
        "who comes back is elsewhere",
        "guide/publish/speed/inline/early.js",
        'visit.type === "navigate" ? "js lean" : "js"',
        '"js lean"',
        "tests/reader/test_lazy_theme.py::test_who_comes_back_finds_the_page_as_long_as_it_was",
    ),
    Breakage(
        "a link leads beside its step",
        f"{_CSS}/early.css",
        ".lean .md-content__inner:not(:has(:target)) > :nth-child(n + 8)",
        ".lean .md-content__inner > :nth-child(n + 8)",
        "tests/reader/test_lazy_theme.py::test_a_link_within_a_page_not_yet_laid_out_leads_to_its_step",
    ),
    Breakage(
        "the other engine misses a setting",
        "zensical.yml",
        "guide_date: !ENV GUIDE_DATE_IN_WORDS",
        'guide_date: "1 January 2020"',
        "tests/publish/test_engines.py::test_the_same_pages",
    ),
    Breakage(
        "each way has a code in the copy",
        "guide/publish/copies/lighter.py",
        "    site.remove(lambda path: path.endswith(_OF_WAYS))\n",
        "",
        "tests/publish/test_zip_file.py::"
        "test_ways_have_no_code_of_their_own_in_the_copy_and_nothing_says_so",
    ),
)
