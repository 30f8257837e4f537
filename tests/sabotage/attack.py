"""What pages, sources, settings and disks may be: each fence, taken away once."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_PUBLISH = "guide/publish"
_PAGES = "tests/publish/test_page_check.py"
_REFUSED = f"{_PAGES}::test_what_no_page_may_hold_is_told_with_its_line"
_SOURCES = "tests/data/test_sources.py"
_PASSES = "tests/data/test_passes_builds.py"
_PLACES = "tests/publish/test_places.py"

BREAKAGES = (
    Breakage(
        "a page's own script is let in by the policy",
        f"{_PUBLISH}/inline.py",
        "it.code.strip() in site.inline or",
        "it.code.strip() or",
        _REFUSED,
    ),
    Breakage(
        "pages may hold any element",
        f"{_PUBLISH}/judge.py",
        "elif tag.name not in allowed.ELEMENTS:",
        "elif not tag.name:",
        _REFUSED,
    ),
    Breakage(
        "elements may have any attribute",
        f"{_PUBLISH}/allowed.py",
        "return name in ELEMENTS[element] or name in _ALL or",
        "return name in ELEMENTS[element] or bool(name) or",
        _REFUSED,
    ),
    Breakage(
        "links may start any program",
        f"{_PUBLISH}/judge.py",
        "scheme and scheme[1].lower() not in schemes",
        "scheme and not scheme[1]",
        _REFUSED,
    ),
    Breakage(
        "a reference hides a scheme",
        f"{_PUBLISH}/tags.py",
        "given[name.lower()] = unescape(bare)",
        "given[name.lower()] = bare",
        _REFUSED,
    ),
    Breakage(
        "a link out tells where its reader was",
        f"{_PUBLISH}/judge.py",
        'given.get("rel") != _LEADS_OUT',
        'given.get("rel") is _SCHEME',
        _REFUSED,
    ),
    Breakage(
        "pages may load files of others",
        f"{_PUBLISH}/page_check.py",
        "if target not in files or not code:",
        "if not code:",
        _REFUSED,
    ),
    Breakage(
        "the copies are not looked at",
        f"{_PUBLISH}/page_check.py",
        "made = site.copies.files if site.copies else {}",
        "made: dict[str, bytes] = {}",
        f"{_PAGES}::test_copies_are_looked_at_too",
    ),
    Breakage(
        "a drawing may run code",
        f"{_PUBLISH}/page_check.py",
        'if name.suffix == ".svg" and',
        'if name.suffix == ".svgz" and',
        f"{_PAGES}::test_other_files_are_not_pages_by_another_name",
    ),
    Breakage(
        "a mistake on a page has no line",
        f"{_PUBLISH}/origin.py",
        "if addresses.file(path) == page:",
        "if path == page:",
        f"{_PAGES}::test_the_line_is_that_of_the_markdown",
    ),
    Breakage(
        "a comment of the data hides a step",
        "guide/data/loader.py",
        "if hidden := list(unseen.problems(text, DATA_FILE)):",
        "if hidden := list(unseen.problems(text[:1], DATA_FILE)):",
        f"{_SOURCES}::test_a_comment_of_the_data_hides_nothing",
    ),
    Breakage(
        "templates and workflows may hide what they hold",
        "guide/data/sources.py",
        "elif path.suffix in _TEXT:",
        'elif path.suffix == ".txt":',
        f"{_SOURCES}::test_no_source_hides_anything",
    ),
    Breakage(
        "a link publishes what lies elsewhere",
        "guide/data/sources.py",
        "if not parts or parts[0]",
        "if parts and parts[0]",
        f"{_SOURCES}::test_what_is_published_stands_there_itself",
    ),
    Breakage(
        "a line is counted in other units than it is told in",
        "guide/data/loader.py",
        'return text.encode().count(b"\\n", 0, position) + 1',
        'return text.count("\\n", 0, position) + 1',
        f"{_SOURCES}::test_a_line_is_counted_right_whatever_stands_before_it",
    ),
    Breakage(
        "an address may hold signs that nobody sees",
        "guide/data/types.py",
        "if not _ADDRESS.fullmatch(value):",
        'if " " in value:',
        f"{_PASSES}::test_an_address_is_printable_ascii",
    ),
    Breakage(
        "a language without a name stops the build",
        "guide/data/types.py",
        "if value not in LANGUAGES:",
        "if not value:",
        f"{_PASSES}::test_a_language_has_a_name",
    ),
    Breakage(
        "a company may own all of a shared suffix",
        "guide/data/types.py",
        "if value in SUFFIXES or",
        "if",
        f"{_PASSES}::test_a_domain_is_nobody_elses",
    ),
    Breakage(
        "a link in the site's place is replaced",
        f"{_PUBLISH}/places.py",
        "if folder.is_symlink():",
        "if not folder.name:",
        f"{_PLACES}::test_the_commands_tell_it_before_anything_starts",
    ),
    Breakage(
        "a full disk is found out midway",
        f"{_PUBLISH}/places.py",
        "ROOM = 150_000_000",
        "ROOM = 150",
        f"{_PLACES}::test_no_room_is_told",
    ),
    Breakage(
        "a leftover stops every later build",
        f"{_PUBLISH}/atomic.py",
        "    if not _is_folder(left):\n        left.unlink()\n        return\n",
        "",
        f"{_PLACES}::test_leftovers_of_any_kind_go",
    ),
    Breakage(
        "a planted link in the work folder stops every later build",
        f"{_PUBLISH}/atomic.py",
        "        if not _is_folder(left):\n            left.unlink(missing_ok=True)\n            continue\n",
        "",
        f"{_PLACES}::test_what_another_left_in_the_work_folder_goes",
    ),
)
