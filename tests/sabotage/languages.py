"""Another language says what the English says today, or says it in English."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_CATALOGUE = "tests/i18n/test_catalogue.py::"
_SWITCH = "tests/i18n/test_language_switch.py::"
_BUILDS = "tests/i18n/test_builds.py::"
_CORE = "tests/i18n/test_core_pages.py::"
_LABELS = "tests/show/test_labels.py::"

BREAKAGES = (
    Breakage(
        "an old sentence is shown after its English changed",
        "guide/i18n/catalogue.py",
        "return not message.fuzzy and bool(forms(message))",
        "return bool(forms(message))",
        f"{_CATALOGUE}test_what_changed_in_english_is_never_shown_as_it_was",
    ),
    Breakage(
        "a translation loses a date",
        "guide/i18n/check.py",
        "months(english, _ENGLISH), months(said, locale)",
        "months(said, locale), months(said, locale)",
        f"{_CATALOGUE}test_what_a_translation_lost_is_told",
    ),
    Breakage(
        "a translation leads elsewhere",
        "guide/i18n/check.py",
        "kept.tokens(english), kept.tokens(said)",
        "kept.tokens(said), kept.tokens(said)",
        f"{_CATALOGUE}test_what_a_translation_lost_is_told",
    ),
    Breakage(
        "a step has another address in another language",
        "guide/i18n/pages.py",
        'with_ids(split(page)))\n    return "".join(_said(it, language) for it in with_ids(split(page)))',
        'with_ids(split(page)))\n    return "".join(_said(it, language) for it in split(page))',
        "tests/i18n/test_pages.py::test_headings_keep_the_addresses_of_the_english_page",
    ),
    Breakage(
        "a country stands at the end of a list because of its first letter",
        "guide/i18n/words.py",
        'letters = unicodedata.normalize("NFD", plain).casefold().replace("ł", "l\\uffff")',
        'letters = unicodedata.normalize("NFD", plain)',
        "tests/i18n/test_words.py::"
        "test_capitals_and_letters_of_a_language_stand_where_its_readers_look",
    ),
    Breakage(
        "French has the colon of English",
        "overrides/publish/language-line.html",
        '{{ _(":") }} {% for',
        ": {% for",
        "tests/i18n/test_french.py::test_no_template_puts_a_sign_of_its_own_after_a_word",
    ),
    Breakage(
        "French asks as English does",
        "docs/assets/javascripts/search-box.js",
        '...words, /*_*/"?")]',
        '...words, "?")]',
        "tests/i18n/test_french.py::test_no_script_does_either",
    ),
    Breakage(
        "a script says a sentence in English in every language",
        "docs/assets/javascripts/lazy-theme.js",
        '/*_*/"Search did not load',
        '"Search did not load',
        "tests/i18n/test_scripts.py::test_every_sentence_of_a_script_is_marked",
    ),
    Breakage(
        "an old copy tells its age in English in every language",
        "guide/publish/copies/offline.py",
        'scripts.said(Path(__file__).with_name("copy-age.js").read_text("utf-8"), current())',
        'Path(__file__).with_name("copy-age.js").read_text("utf-8")',
        "tests/i18n/test_builds.py::test_an_old_copy_says_so_in_its_language",
    ),
    Breakage(
        "a French line breaks before its colon",
        "locales/fr/frame.po",
        'msgstr "Nous avons écrit\u00a0:"',
        'msgstr "Nous avons écrit :"',
        "tests/i18n/test_french.py::test_each_french_text_has_them",
    ),
    Breakage(
        "two companies are joined by an English word in every language",
        "guide/i18n/data.py",
        'isinstance(value, Company) and " and " not in value.name',
        "isinstance(value, Company)",
        "tests/i18n/test_data.py::"
        "test_of_the_names_of_companies_only_one_with_an_english_word_is_said_anew",
    ),
    Breakage(
        "English in a translation is read out as if it were not",
        "guide/i18n/foreign.py",
        'f"{SPAN}{marked[1]}</span>"',
        "marked[1]",
        f"{_BUILDS}test_what_nobody_translated_is_english_and_told_as_such",
    ),
    Breakage(
        "hosts refuse what a translation holds",
        "guide/publish/assemble.py",
        "rules.setdefault(name, {}).update(dict.fromkeys(values))",
        "rules.setdefault(name, dict.fromkeys(values))",
        f"{_BUILDS}test_headers_let_in_what_any_language_holds",
    ),
    Breakage(
        "a new field of the data is never translated",
        "guide/data/model/evidence.py",
        "    text: Prose\n",
        "    text: Text\n",
        "tests/i18n/test_data.py::test_of_every_text_it_is_said_whether_it_is_prose",
    ),
    Breakage(
        "the other language shows its home page, not the page",
        "guide/publish/language_switch.py",
        '    path = f"{addresses.of_language(code)}{_inside(page)}"\n',
        "    path = addresses.of_language(code)\n",
        f"{_SWITCH}test_a_page_leads_to_itself_in_each_other_language",
    ),
    Breakage(
        "the other language shows another step",
        "guide/publish/language-switch.js",
        "link.hash = location.hash;",
        'link.hash = "";',
        f"{_BUILDS}test_the_other_language_opens_at_the_same_step",
    ),
    Breakage(
        "without scripts, the other language opens at the top",
        "overrides/publish/language-steps.html",
        'href="{{ href }}#{{ step(placed.route.id, it.id) }}"',
        'href="{{ href }}"',
        f"{_SWITCH}test_without_scripts_each_step_leads_to_itself_in_each_other_language",
    ),
    Breakage(
        "nobody is asked to translate what a plan tells",
        "guide/translate/core.py",
        "        filled += plan_script.script(book)",
        "        _ = plan_script.script(book)",
        "tests/i18n/test_collect.py::test_what_a_plan_tells_of_each_way_belongs_to_the_core",
    ),
    Breakage(
        "search engines find one more copy of the English",
        "guide/publish/language_sitemap.py",
        "_ENOUGH = 0.5",
        "_ENOUGH = 0.0",
        f"{_SWITCH}test_search_engines_are_not_told_of_what_is_mostly_english",
    ),
    Breakage(
        "the data stands on each site again",
        "guide/publish/shared_data.py",
        "    site.remove(lambda path: bool(shared.match(path)))\n",
        "",
        f"{_BUILDS}test_the_facts_as_data_stand_once_for_all_languages",
    ),
    Breakage(
        "German pages show the English though it is translated",
        "guide/i18n/pages.py",
        'found = language.said("pages", block.text, block.context)',
        "found = None",
        f"{_CORE}test_sentences_are_in_the_language",
    ),
    Breakage(
        "German pages have English dates",
        "guide/show/dates.py",
        "return _in_words(value, current().locale)",
        'return _in_words(value, Locale("en", "GB"))',
        f"{_CORE}test_dates_are_written_as_the_language_has_them",
    ),
    Breakage(
        "search finds no word of another language that is typed without its accents",
        "guide/publish/search/words.js",
        '.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").normalize("NFC").toLowerCase()',
        ".toLowerCase()",
        f"{_BUILDS}test_search_finds_words_of_the_language",
    ),
    Breakage(
        "a step has a menu label that no source is sure of",
        "guide/data/model/routes.py",
        'return self.confidence != "low"',
        "return True",
        f"{_LABELS}test_only_a_name_that_is_sure_enough_is_printed",
    ),
    Breakage(
        "a label in the reader’s language hides the English",
        "guide/show/render.py",
        'in_english(left.pop(found.group(), "")),',
        '"",',
        f"{_LABELS}test_in_a_sentence_too",
    ),
    Breakage(
        "a copy leads to a language that it does not hold",
        "guide/publish/copies/offline.py",
        "    language_switch.in_copy(site)\n",
        "",
        "tests/publish/test_offline.py::test_other_languages_are_linked_to_on_the_web",
    ),
    Breakage(
        "a copy leads to the first page of another language",
        "guide/publish/copies/parts.js",
        ".replace(/{page}/g, page)",
        '.replace(/{page}/g, "")',
        f"{_BUILDS}test_a_copy_leads_to_the_same_step_in_the_other_language_on_the_web",
    ),
    Breakage(
        "without scripts, a copy does not lead to the step in other languages",
        "guide/publish/language_switch.py",
        'f"{language_steps.FOLDER}/" if page in steps else ""',
        '""',
        f"{_BUILDS}test_without_scripts_a_copy_leads_to_where_languages_are_chosen",
    ),
    Breakage(
        "a language is not asked what people type there",
        "tools/questions.py",
        "*(_lines(own, code[:2]) if own.exists() else ())",
        "",
        "tests/i18n/test_asked.py::test_enough_is_asked_in_every_language",
    ),
    Breakage(
        "a language is misspelt",
        "locales/fr/frame.po",
        'msgstr "Ouvrir toutes les parties"',
        'msgstr "Ouvrir toutes les partiees"',
        "tests/i18n/test_spelling.py::test_no_word_is_misspelt",
    ),
    Breakage(
        "a changed text is not asked for in the languages that lack it",
        "guide/translate/command.py",
        'missing.setdefault(f"{domain}.po: {message.text}", []).append(code)',
        "pass",
        "tests/i18n/test_upkeep.py::test_what_changed_is_asked_for_in_each_language_that_lacks_it",
    ),
    Breakage(
        "a button breaks its word on a phone",
        "docs/assets/stylesheets/home.css",
        "  flex: 1 0 auto;\n  min-width: 3.9rem;\n",
        "  flex: 1 1 3.9rem;\n  min-width: 0;\n",
        "tests/reader/test_reflow.py::test_no_door_breaks_its_word",
    ),
    Breakage(
        "the guide's name runs over its picture",
        "guide/publish/social_card.py",
        "_NAME, _NAME_WIDTH = (170, 70), 720",
        "_NAME, _NAME_WIDTH = (170, 70), 999",
        "tests/publish/test_social.py::test_no_name_of_the_guide_runs_into_the_ornament",
    ),
)
