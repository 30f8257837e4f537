"""One letter at a time, everything within reach."""

from __future__ import annotations

from tests.sabotage.breakage import Breakage

_AS_BUILT = "tests/publish/test_letter_pages.py"
_USED = "tests/reader/test_letters.py"
_ALIKE = "tests/data/test_letter_agreement.py"
_FRENCH = "tests/data/test_french.py"
_ORDER = "tests/show/test_letters.py"
_TO = "tests/reader/test_addressees.py"
_FOUND = "tests/reader/test_questions.py"
_WHERE_TO = "tests/data/test_addressees.py"

BREAKAGES = (
    Breakage(
        "a letter loses its demands",
        "overrides/macros/letter.html",
        "<li>{{ line(item) }}</li>",
        "<li></li>",
        f"{_AS_BUILT}::test_every_letter_is_whole_on_its_page",
    ),
    Breakage(
        "a letter's old name in another language is gone",
        "overrides/macros/letters.html",
        '<li id="{{ written.id }}">',
        "<li>",
        f"{_AS_BUILT}::test_each_name_of_a_letter_leads_to_its_page",
    ),
    Breakage(
        "an old address of a letter stays where it is",
        "docs/assets/javascripts/lead-on.js",
        "  leadOn();\n",
        "",
        f"{_USED}::test_an_old_address_leads_on_to_its_letter",
    ),
    Breakage(
        "a letter without a page is no mistake",
        "guide/data/checks/letter_pages.py",
        "if page not in pages:",
        "if False:",
        f"{_USED}::test_a_letter_without_a_page_is_told",
    ),
    Breakage(
        "another language takes the typed words away",
        "docs/assets/javascripts/letters.js",
        'link.target = typed() ? "_blank" : "";',
        'link.target = "";',
        f"{_USED}::test_another_language_opens_beside_typed_words",
    ),
    Breakage(
        "a letter may cite another article in another language",
        "guide/data/letter_agreement.py",
        '"the number": re.compile(r"\\d+"),',
        '"the number": re.compile(r"never"),',
        f"{_ALIKE}::test_a_letter_that_differs_from_the_english_stops_the_build",
    ),
    Breakage(
        "a letter's point gets lost in another language",
        "guide/data/letter_agreement.py",
        "([bcdf])",
        "([x])",
        f"{_ALIKE}::test_what_a_letter_changes_or_leaves_out_is_told",
    ),
    Breakage(
        "common words lose a blank in another language",
        "guide/data/checks/letters_complete.py",
        "if wanted != found:",
        "if False:",
        f"{_ALIKE}::test_the_common_words_of_a_language_have_the_blanks_of_the_english",
    ),
    Breakage(
        "two weeks become three in Polish",
        "docs/data/letters/eu/answer.pl.txt",
        "dwóch tygodni",
        "trzech tygodni",
        f"{_ALIKE}::test_a_time_to_answer_is_the_same_in_every_language",
    ),
    Breakage(
        "a letter asks for more than the article gives that it names",
        "docs/data/letters/uk/restrict.en.txt",
        "inform me of the reasons and of the possibility of a complaint and of a judicial remedy",
        "give me your reasons and name the authority I can complain to",
        f"{_ALIKE}::test_no_letter_asks_under_article_12_for_more_than_it_gives",
    ),
    Breakage(
        "a letter in Polish has other words than the law in Polish",
        "docs/data/letters/eu/restrict.pl.txt",
        "bez zbędnej zwłoki, a w każdym razie",
        "szybko, a najpóźniej",
        f"{_ALIKE}::test_a_letter_says_the_law_in_the_words_of_each_edition",
    ),
    Breakage(
        "an English letter holds a space that nobody sees",
        "guide/data/french.py",
        'return _GLUED.sub(" ", text) if _reading.get() else text',
        'return _GLUED.sub(" ", text)',
        f"{_FRENCH}::test_no_other_language_has_them",
    ),
    Breakage(
        "a French letter breaks its line before a colon",
        "docs/data/letters/eu/reminder.fr.txt",
        "Rappel\u00a0:",
        "Rappel :",
        "tests/i18n/test_french.py::test_each_french_text_has_them",
    ),
    Breakage(
        "the reader's own letter stands among the others",
        "guide/show/letters.py",
        "first = [own(languages), addressee]",
        "first = [ENGLISH, addressee]",
        f"{_ORDER}::test_the_readers_language_stands_first",
    ),
    Breakage(
        "what the addressee speaks does not matter",
        "guide/show/letters.py",
        "first = [own(languages), addressee]",
        "first = [own(languages)]",
        f"{_ORDER}::test_the_addressees_language_stands_second_and_the_page_says_why",
    ),
    Breakage(
        "a page in a language leads to the English letter",
        "guide/show/letters.py",
        "return addresses.letter(place_id, kind, own(data.letters[place_id].languages))",
        "return addresses.letter(place_id, kind)",
        f"{_ORDER}::test_a_page_in_a_language_leads_to_the_letter_in_it",
    ),
    Breakage(
        "nobody is told which language an authority reads",
        "overrides/macros/parts.html",
        'offer.letter.to == "authority"',
        'offer.letter.to == "nobody"',
        f"{_ORDER}::test_to_an_authority_one_writes_in_its_own_language",
    ),
    Breakage(
        "an authority's note is dropped",
        "overrides/macros/authorities.html",
        "<p>{{ it.note[:1] | upper }}{{ it.note[1:] }}.</p>",
        "",
        f"{_AS_BUILT}::test_every_authority_stands_on_its_page_under_its_name",
    ),
    Breakage(
        "the countries hide in the closed part",
        "overrides/macros/authorities.html",
        '<ul class="jump">',
        "<ul>",
        f"{_AS_BUILT}::test_a_country_among_many_is_named_in_sight_and_leads_to_its_authority",
    ),
    Breakage(
        "every part of a page of rights stands open",
        "overrides/macros/parts.html",
        '<details class="part" markdown="1">',
        '<details class="part" markdown="1" open>',
        f"{_AS_BUILT}::test_no_page_is_longer_than_its_kind_may_be",
    ),
    Breakage(
        "the one file leaves out what is in no menu",
        "guide/publish/copies/one_file/one_file.py",
        "contents = nav.complete(_in_language(nav.read_nav()), titles(site.book))",
        "contents = _in_language(nav.read_nav())",
        "tests/publish/test_one_file.py::test_every_page_is_in_it_in_the_order_of_the_contents",
    ),
    Breakage(
        "the one file carries every letter in every language",
        "guide/publish/copies/one_file/one_file.py",
        "if len(words) > 2} - read",
        "if len(words) > 9} - read",
        "tests/publish/test_one_file.py"
        "::test_every_letter_in_english_and_in_the_language_of_the_guide_is_in_it",
    ),
    Breakage(
        "a letter carries our code on paper",
        "guide/publish/print_marks.py",
        "if address and path not in letters:",
        "if address:",
        "tests/publish/test_print_marks.py::test_a_page_of_a_letter_has_no_code",
    ),
    Breakage(
        "many pages alike make a common word rare",
        "guide/publish/search/ranking.js",
        "[...ids].filter((id) => !pages[id].apart)",
        "ids",
        "tests/reader/test_questions.py::test_the_first_three_hold_the_answer",
    ),
    Breakage(
        "a letter to another company still names Meta",
        "docs/assets/javascripts/letters.js",
        "all('[data-say], .letter",
        "all('.letter",
        f"{_TO}::test_another_company_is_named_in_every_place_of_a_letter",
    ),
    Breakage(
        "what was typed of a company goes into the calendar",
        "docs/assets/javascripts/letters.js",
        "const { text: now } = to.selectedOptions[0];",
        'const now = by("letter-company").value;',
        f"{_TO}::test_a_company_the_reader_names_stands_in_the_letter_and_nowhere_else",
    ),
    Breakage(
        "the company is lost on the way to a letter",
        "docs/assets/javascripts/lead-on.js",
        "link.hash = asked;",
        'link.hash = "";',
        f"{_TO}::test_a_companys_page_leads_to_letters_that_go_there",
    ),
    Breakage(
        "the letter that asks is written to Meta",
        "guide/data/model/letters.py",
        'frozenset({"ask"})',
        "frozenset()",
        f"{_USED}::test_a_letter_to_any_company_names_none_and_rests_on_the_law_of_access",
    ),
    Breakage(
        "nobody is told how to ask what is not known",
        "overrides/macros/company.html",
        """{% if headline.answer == "unknown" %}
<p>{{ parts.ask(id) }}</p>
{% endif %}
""",
        "",
        f"{_ORDER}::test_what_is_not_known_of_a_company_leads_to_the_letter_that_asks",
    ),
    Breakage(
        "a company without an address has no name to link to",
        "guide/show/addressees.py",
        "set(data.companies) - known",
        "set()",
        f"{_ORDER}::test_letters_to_every_company_have_a_name_to_link_to",
    ),
    Breakage(
        "a letter to nobody we know is left without a company",
        "docs/assets/javascripts/letters.js",
        "if (to.selectedIndex < 0) to.selectedIndex = 0;",
        "",
        f"{_TO}::test_the_letter_that_asks_goes_to_the_company_one_came_from_or_names",
    ),
    Breakage(
        "a letter to a company is not found by its name",
        "guide/publish/search/ranking.js",
        "  byWants(asked, add);\n",
        "",
        f"{_FOUND}::test_a_letter_to_a_company_is_found_by_its_name",
    ),
    Breakage(
        "a name of two words is made one that few pages have",
        "guide/publish/search/asked.js",
        "isName(inARow([one, other])) ? null : both",
        "both",
        f"{_FOUND}::test_two_words_that_are_a_name_are_not_made_one",
    ),
    Breakage(
        "another language forgets the company",
        "docs/assets/javascripts/letters.js",
        "link.hash = to.value && `to=${to.value}`;",
        'link.hash = "";',
        f"{_TO}::test_in_another_language_and_to_an_authority_it_is_named_too",
    ),
    Breakage(
        "the list without scripts leaves the mails out",
        "overrides/macros/addressees.html",
        '{% if to.mail %}{{ _(";") }} {{ to.mail }}{% endif %}',
        "",
        f"{_TO}::test_without_a_script_every_address_stands_in_a_list",
    ),
    Breakage(
        "an address may lead to somebody else",
        "guide/data/checks/addresses.py",
        "if way and it.where and not is_on(host, domains):",
        "if False:",
        f"{_WHERE_TO}::test_an_address_of_somebody_else_or_without_evidence_is_told",
    ),
    Breakage(
        "an address may hold where nothing says so",
        "guide/data/checks/no_wider_than_sources.py",
        "controller.where or [])",
        "[])",
        f"{_WHERE_TO}::test_an_address_of_somebody_else_or_without_evidence_is_told",
    ),
    Breakage(
        "a place may have two addresses in a company",
        "guide/data/checks/addresses.py",
        "if other != key:",
        "if False:",
        f"{_WHERE_TO}::test_a_place_has_one_address_in_a_company",
    ),
)
