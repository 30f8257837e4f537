"""What a browser keeps, what data may hold, and how a bad day ends."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_JS = "docs/assets/javascripts"
_KEPT = "tests/reader/test_kept.py"
_PROOFS = "tests/upkeep/test_proofs.py"
_BAD_DAYS = "tests/upkeep/test_bad_days.py"

BREAKAGES = (
    Breakage(
        "storage is tried out before anybody chose",
        f"{_JS}/shared.js",
        "  for (const key of Object.keys(FITS)) store.proven",
        '  try { storage.setItem("guide.x", "1"); storage.removeItem("guide.x"); } catch { /* none */ }\n'
        "  for (const key of Object.keys(FITS)) store.proven",
        f"{_KEPT}::test_nothing_is_written_even_for_a_moment_before_somebody_chooses",
    ),
    Breakage(
        "kept is said before anything was",
        f"{_JS}/shared.js",
        "    proven: false,",
        "    proven: true,",
        f"{_KEPT}::test_kept_is_said_only_once_something_was",
    ),
    Breakage(
        "an odd entry stays in storage",
        f"{_JS}/shared.js",
        "        storage.removeItem(key);\n      } catch { /* refused */ }\n      return fallback;",
        "      } catch { /* refused */ }\n      return fallback;",
        f"{_KEPT}::test_an_odd_entry_is_as_none_and_is_removed",
    ),
    Breakage(
        "another edition's plan is removed",
        f"{_JS}/shared.js",
        'typeof it.place === "string" && Array.isArray(it.uses)',
        'it.place === "eu" && Array.isArray(it.uses)',
        f"{_KEPT}::test_what_another_edition_of_the_guide_kept_stays",
    ),
    Breakage(
        "cleared is said though nothing was",
        f"{_JS}/shared.js",
        "return !own().length;",
        "return true;",
        f"{_KEPT}::test_cleared_is_said_only_when_it_was",
    ),
    Breakage(
        "a browser writes down the words of a letter",
        "overrides/macros/letter.html",
        'id="letter-fields" autocomplete="off"',
        'id="letter-fields"',
        f"{_KEPT}::test_a_browser_writes_no_word_of_a_letter_to_its_disk",
    ),
    Breakage(
        "clear leaves the words in the letter",
        f"{_JS}/letters.js",
        "    touched = false;\n    fill();",
        "    touched = false;",
        f"{_KEPT}::test_closing_the_tab_or_clear_ends_it",
    ),
    Breakage(
        "a style sheet brings a font",
        "docs/assets/stylesheets/type.css",
        "html {\n",
        '@font-face { font-family: x; src: url("x.woff2"); }\nhtml {\n',
        "tests/publish/test_promises.py::test_no_style_sheet_brings_a_font",
    ),
    Breakage(
        "a form may send",
        "guide/publish/csp.py",
        '    "form-action": "\'none\'",\n',
        "",
        "tests/publish/test_promises.py::test_the_rule_stops_what_would_be_loaded_or_sent",
    ),
    Breakage(
        "a promise without its proof",
        "docs/about/privacy.md",
        "These pages collect nothing about you. {#",
        "These pages collect nothing about you. They never will. {#",
        f"{_PROOFS}::test_each_sentence_names_the_test_that_proves_it",
    ),
    Breakage(
        "a proof that is not there",
        "docs/about/offline.md",
        "test_a_site_with_copies_links_to_both",
        "test_a_site_with_copies_links_to_them",
        f"{_PROOFS}::test_each_sentence_names_the_test_that_proves_it",
    ),
    Breakage(
        "check passes a sign that the check of pages refuses",
        "guide/data/types.py",
        "|javascript:|<",
        "|javascript:",
        "tests/data/test_bad_data.py::test_a_mistake_is_told_with_line_and_remedy",
    ),
    Breakage(
        "a quoted sign is taken for the end of a tag",
        "guide/publish/tags.py",
        """(?:"[^"<]*"|'[^'<]*'|""",
        """(?:"[^"<>]*"|'[^'<>]*'|""",
        "tests/publish/test_whatever_is_accepted.py::test_a_sign_in_a_title_ends_no_tag",
    ),
    Breakage(
        "a broken mkdocs.yml ends in a traceback",
        "guide/settings.py",
        "except yaml.YAMLError as error:",
        "except UserWarning as error:",
        f"{_BAD_DAYS}::test_each_harm_to_mkdocs_yml_is_one_line",
    ),
    Breakage(
        "a product that is a list ends check in a traceback",
        "guide/data/pages.py",
        "if product is not None and not isinstance(product, str):",
        "if product is None and not isinstance(product, str | None):",
        "tests/data/test_pages.py::test_a_product_that_is_no_id_is_told",
    ),
    Breakage(
        "an engine's traceback is shown",
        "guide/publish/engines.py",
        "            within = True\n",
        "            within = False\n",
        "tests/publish/test_engine_output.py::test_of_a_traceback_the_last_line_is_told",
    ),
    Breakage(
        "a pointer that rests is taken for a touch",
        "guide/publish/speed/inline/early.js",
        'if (type !== "pointermove" || event.movementX || event.movementY) window.done',
        "window.done",
        "tests/reader/test_lazy_theme.py::"
        "test_before_the_first_touch_nothing_is_asked_for_but_what_the_page_shows",
    ),
)
