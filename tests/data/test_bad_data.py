"""One mistake a case: what stops the build, on which line, and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.data.macro_calls import Call
from tests.small import (
    PAGES,
    TEXT,
    TWO,
    TWO_PAGES,
    book,
    changed,
    line_of,
    mistakes,
    page,
    with_more,
)

# Each: what to break, what to write instead, and the message without its line.
CASES = {
    "markup": (
        '"An e-mail."',
        '"An <b>e-mail</b>."',
        "the text holds markup (`<b`); write plain words",
    ),
    "a sign of tags": ('"An e-mail."', '"1 < 2."', "the text holds markup (`<`); write plain words"),
    "template": ('"Meta uses public', '"{{ config }} public', "the text holds markup (`{{`)"),
    "markdown link": ('"Press {submit}."', '"[Press](x) {submit}."', "the text holds markup (`](`)"),
    "entity": ('"Press {submit}."', '"Press &lt;{submit}."', "the text holds markup (`&lt;`)"),
    "script address": ('"Press {submit}."', '"Press javascript:x {submit}."', "markup (`javascript:`)"),
    "bidirectional": (
        '"Press {submit}."',
        '"Press \\u202e{submit}."',
        "the text holds an invisible character (RIGHT-TO-LEFT OVERRIDE); remove it",
    ),
    "line break": ('"Press {submit}."', '"Press\\n{submit}."', "stray spaces or line breaks"),
    "zero width": ('"Press {submit}."', '"Pre\\u200bss {submit}."', "ZERO WIDTH SPACE"),
    "decomposed": ('"Press {submit}."', '"Press\\u0041\\u030a {submit}."', "composed form (NFC)"),
    "empty text": ('"Press {submit}."', '""', "the text is empty; write it, or remove the key"),
    "unseen letter": ('"Press {submit}."', '"Press \\u3164 {submit}."', "invisible character (HANGUL FILLER)"),
    "twice in a list": (
        'where: ["everywhere"]',
        'where: ["eu", "eu"]',
        "claims.meta-public-posts.where[1]: this entry is here twice; keep one",
    ),
    "foreign digits": ('"2025-05-27"', '"\u0662\u0660\u0662\u0665"', "is not a date"),
    "terminal command": ('kind: "object"', 'kind: "\\e]0;x\\a"', "`\\x1b]0;x\\x07` is not allowed"),
    "unknown key": ('minutes: 3', 'minute: 3', "nothing reads this key"),
    "missing key": ('            minutes: 3\n', '', "this key is missing; add it"),
    "wrong word": ('kind: "object"', 'kind: "objekt"', "`objekt` is not allowed; use 'object'"),
    "wrong type": ('minutes: 3', 'minutes: "3"', "`3` does not fit"),
    "number for text": ('"Ireland"', '353', "`353` is not text; write it in double quotes"),
    "no source": (
        '[{id: "local-blog", at: "first paragraph"}]',
        '[]',
        "the list is empty; give it at least one entry",
    ),
    "no confidence": ('    confidence: "low"\n', '', "claims.eu-may-object.confidence: this key is"),
    "impossible date": ('"2025-05-27"', '"2025-02-30"', "there is no day 2025-02-30"),
    "not a date": ('"2025-05-27"', '"May 2025"', "`May 2025` is not a date"),
    "future date": ('date: "2026-10-02"', 'date: "2199-01-01"', "2199-01-01 is in the future"),
    "not https": ('"https://blog.', '"http://blog.', "the address is not https"),
    "user-info trick": (
        '"https://www.facebook.com/help',
        '"https://www.facebook.com@evil.example/help',
        "the address hides a user name before its host",
    ),
    "look-alike form": (
        '"https://www.facebook.com/help',
        '"https://www.facebook.com.evil.example/help',
        "the form is not on the company's own domains; use one on facebook.com, instagram.com",
    ),
    "form on a name that ends alike": (
        '"https://www.facebook.com/help',
        '"https://www.notfacebook.com/help',
        "the form is not on the company's own domains; use one on facebook.com, instagram.com",
    ),
    "homograph": (
        '"https://www.facebook.com/help',
        '"https://www.f\u0430cebook.com/help',
        "characters an address cannot have",
    ),
    "punycode": (
        '"https://www.facebook.com/help',
        '"https://xn--fcebook-8va.com/help',
        "is not a plain host name",
    ),
    "changed before it was read": (
        'captured: "2026-07-24"',
        'captured: "2026-07-24"\n    changed: "2026-07-24"',
        "documents.meta-page.changed: no copy from before this change was read",
    ),
    "changed and never read": (
        'captured: "2026-07-24"',
        'changed: "2026-07-24"',
        "give `captured` an earlier day, or remove `changed` once the new text is read",
    ),
    "port": ('"https://blog.example.com/', '"https://blog.example.com:8443/', "plain host name"),
    "official elsewhere": (
        '"https://www.facebook.com/privacy',
        '"https://facebook-privacy.example/privacy',
        "an official source is off the companies' domains",
    ),
    "step off the domains": (
        'do: "Log in to Facebook."',
        'do: "Log in to Facebook."\n                opens: "https://evil.example/"',
        "the step leads off the company's own domains",
    ),
    "no steps": (
        """            steps:
              - id: "log-in"
                do: "Log in to Facebook."
                path: ["settings", "privacy-center"]
""",
        "            steps: []\n",
        "the list is empty",
    ),
    "bad id": ('id: "log-in"', 'id: "Log in"', "`Log in` has the wrong form"),
    "step twice": ('id: "log-in"', 'id: "send"', "the step id `send` is used twice in this route"),
    "retired step": (
        'id: "log-in"',
        'id: "old-step"',
        "the id `facebook-web-object--old-step` was retired",
    ),
    "no such source": (
        'id: "local-blog", at',
        'id: "local-blag", at',
        "there is no source `local-blag`; did you mean `local-blog`?",
    ),
    "unused source": (
        "claims:\n",
        '  unread: {title: "X", publisher: "Y", kind: "blog"}\nclaims:\n',
        "documents.unread: nothing rests on this source",
    ),
    "more than its source": (
        'how: "guide"',
        'how: "press"',
        "`press` is more than `local-blog` is; name it as what it is",
    ),
    "no such form": ('form: "meta-object"', 'form: "meta-form"', "there is no form `meta-form`"),
    "no such steps": ('then: "send-form"', 'then: "sending"', "no list of shared steps `sending`"),
    "no such controller": ('controller: "meta-ireland"', 'controller: "x"', "no controller `x`"),
    "no such authority": ('authorities: ["authority-ie"]', 'authorities: ["x"]', "no authority `x`"),
    "no such place": ('            where: ["eu"]', '            where: ["ue"]', "jurisdiction `ue`"),
    "no such company": ('        where: ["form-places"]', '        where: ["eu"]\n        affects: ["mata"]', "no company `mata`; did you mean"),
    "no such claim": ('"It is.", claims: ["meta-public-posts"]', '"It is.", claims: ["x"]', "no claim `x`"),
    "everywhere and more": (
        'where: ["everywhere"]',
        'where: ["everywhere", "eu"]',
        "`everywhere` stands beside other places",
    ),
    "nothing for the others": (
        'elsewhere: ["rights/eu"]',
        'elsewhere: []',
        "`elsewhere` does not fit `where`",
    ),
    "elsewhere missing": ('            elsewhere: ["rights/eu"]\n', '', "elsewhere: this key is missing"),
    "where missing": ('            where: ["eu"]\n', '', "where: this key is missing"),
    "no such label": ('Press {submit}', 'Press {sbmit}', "there is no label `sbmit`; did you mean `submit`?"),
    "no such label in a path": ('["settings", ', '["setings", ', "steps[0].path[0]: there is no label `setings`"),
    "label of no step": ('submit: {text: "Submit"}', 'submit: {text: "Submit"}\n      send: {text: "Send"}', "no step names the label `Send`; name it in a step, or remove it"),
    "label written out": ('do: "Press {submit}."', 'do: "Press Submit."\n          labels: ["Submit"]', "labels"),
    "no afterwards": ('            afterwards: {expect: "An e-mail.", if_not: "rights/eu"}\n', '', "this route has no `afterwards`"),
    "id in two blocks": ('    forms:\n', '    claims:\n      eu-may-object: {text: "X", where: ["eu"], confidence: "low", sources: [{id: "local-blog", at: "x"}]}\n    forms:\n', "the id `eu-may-object` is used twice"),
    "surer than its sources": ('confidence: "low"\n    reread', 'confidence: "high"\n    reread', "claims.eu-may-object.confidence: `high` is more than these sources allow; add a better source, or write `low`"),
    "another format": ('format: 2', 'format: 3', "`3` is not allowed; use 2"),
    "unanswered": (
        '{default-on: {answer: "yes", note: "It is.", claims: ["meta-public-posts"]}}',
        '{}',
        "`meta` has no answer to `default-on`",
    ),
    "nobody's steps": (
        'verdict: "law"',
        'verdict: "everyone"',
        "`meta` lets everyone refuse, yet no answer leads to steps",
    ),
    "no verdict": ('    verdict: "law"\n', "", "companies.meta.verdict: this key is missing"),
    "no such headline": ('headline: "default-on"', 'headline: "x"', "there is no criterion `x`"),
    "yes without a route": (
        'good: "no"}',
        'good: "no", promises: true}',
        "a yes without a route; name in `page` one that shows a route, or answer otherwise",
    ),
    "product of another": (
        '        where: ["form-places"]',
        '        where: ["eu"]\n        products: ["chatgpt"]',
        "changes[0].products[0]: there is no product of theirs `chatgpt`",
    ),
    "answer without claim": ('["meta-public-posts"]}}', '[]}}', "the answer has no claim behind it"),
    "a deed after a no": (
        '{answer: "no", what',
        '{answer: "no", deed: "object", what',
        "places.eu.by_letter.deed: `no` and `deed` do not go together",
    ),
    "a letter nobody is told of": (
        '{answer: "no", what',
        '{answer: "yes", deed: "object", what',
        "nobody is told how to write this letter; name its `letter`, or state one of its claims",
    ),
    "no such letter": (
        '{answer: "no", what',
        '{answer: "yes", deed: "object", letter: "object", what',
        "places.eu.by_letter.letter: there is no letter for `eu` `object`",
    ),
    "no such claim by letter": (
        'what: "No letter is known.", claims: ["eu-may-object"]',
        'what: "No letter is known.", claims: ["eu-may-reject"]',
        "places.eu.by_letter.claims[0]: there is no claim `eu-may-reject`",
    ),
    "by a claim of another place": (
        'where: ["eu"]\n    confidence: "low"',
        'where: ["uk"]\n    confidence: "low"',
        "places.eu.by_letter.claims[0]: `eu-may-object` does not hold in this place",
    ),
    "no such plan": ('minutes: 3', 'minutes: 3\n            tiers: ["business"]', "routes[0].tiers[0]: `business` is not allowed; use 'free', 'paid', 'work' or 'school'"),
    "plan named twice": ('minutes: 3', 'minutes: 3\n            tiers: ["work", "work"]', "routes[0].tiers[1]: this entry is here twice"),
    "for every plan": ('minutes: 3', 'minutes: 3\n            tiers: ["free", "paid", "work", "school"]', "routes[0].tiers: this names every plan; leave it out"),
    "an answer on no such plan": ('answer: "yes", note', 'answer: "yes", by_tier: {trial: "no"}, note', "answers.default-on.by_tier.trial: `trial` is not allowed"),
    "no answer on a plan": ('answer: "yes", note', 'answer: "yes", by_tier: {work: "maybe"}, note', "answers.default-on.by_tier.work: `maybe` is not allowed"),
    "the same on each plan": (
        'answer: "yes", note',
        'answer: "yes", by_tier: {free: "yes", work: "yes"}, note',
        "by_tier: `yes` on each plan is what the answer says already",
    ),
    "no such page": ('if_not: "rights/eu"', 'if_not: "rights/ue"', "there is no page `rights/ue`"),
}  # fmt: skip


def test_the_small_guide_is_valid() -> None:
    assert list(book().routes) == ["facebook-web-object"]


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_with_line_and_remedy(case: str) -> None:
    old, new, expected = CASES[case]
    text = changed(old, new)
    found = mistakes(text)
    assert any(expected in line for line in found), found
    assert all(line.startswith("platforms.yml:") and "; " in line for line in found)


@pytest.mark.parametrize(
    ("case", "needle"),
    [
        ("markup", "An <b>"),
        ("wrong word", '"objekt"'),
        ("look-alike form", "evil.example"),
        ("no such source", "local-blag"),
        ("unknown key", "minute:"),
        ("missing key", '- id: "facebook-web-object"'),
    ],
)
def test_the_line_is_the_one_to_edit(case: str, needle: str) -> None:
    text = changed(*CASES[case][:2])
    expected = f"platforms.yml:{line_of(text, needle)}: "
    assert any(line.startswith(expected) for line in mistakes(text)), mistakes(text)


def test_a_yes_leads_to_a_route() -> None:
    text = TEXT.replace('good: "no"}', 'good: "no", promises: true}')
    elsewhere = text.replace('answer: "yes"', 'answer: "yes", page: "rights/eu"')
    assert any("a yes without a route" in line for line in mistakes(elsewhere))
    book(text.replace('answer: "yes"', 'answer: "yes", page: "opt-out/facebook/web"'))


def test_every_company_is_compared() -> None:
    start = TEXT.index("    answers: ")
    answers = TEXT[start : TEXT.index("    changes:")]
    found = mistakes(TEXT.replace(answers, "    answers: {}\n"))
    assert any("companies.meta.answers: `meta` has no answer to `default-on`" in it for it in found)


def test_every_question_has_its_page() -> None:
    pages = {path: page for path, page in PAGES.items() if path != "compare/default-on"}
    (said,) = mistakes(TEXT, pages)
    assert "no page shows the answers to `default-on`; write docs/compare/default-on.md" in said


def test_every_company_has_its_page_in_the_comparison() -> None:
    pages = {path: page for path, page in PAGES.items() if path != "compare/meta"}
    (said,) = mistakes(TEXT, pages)
    assert "companies.meta: no page shows the answers of `meta`; run: make answers" in said


def test_no_company_takes_the_page_of_a_question() -> None:
    text = TEXT.replace('id: "default-on"', 'id: "meta"').replace("{default-on:", "{meta:")
    found = mistakes(text.replace('headline: "default-on"', 'headline: "meta"'))
    assert any("the question `meta` has the page of this company" in line for line in found)


def test_an_authority_has_an_address_or_says_that_none_was_found() -> None:
    url = '        url: "https://www.dataprotection.ie/en"\n'
    assert "has no address" in mistakes(changed(url, ""))[0]
    book(changed(url, '        note: "no complaint page found"\n'))


def test_an_authority_belongs_to_a_place() -> None:
    text = TEXT.replace(', authority: "authority-ie"}', "}").replace('["authority-ie"]', "[]")
    assert "no place names this authority" in mistakes(text)[0]


def test_every_mistake_is_told_at_once() -> None:
    text = TEXT.replace("minutes: 3", "minutes: 0").replace('"An e-mail."', '"<i>"')
    assert len(mistakes(text)) == 2


def test_a_product_needs_a_page() -> None:
    pages = {**PAGES, "opt-out/facebook/web": replace(PAGES["opt-out/facebook/web"], product=None)}
    expected = "companies.meta.products.facebook: no page shows `facebook`"
    assert any(expected in line for line in mistakes(TEXT, pages))


def test_a_page_needs_a_product_that_exists() -> None:
    pages = {**PAGES, "opt-out/orkut": page("opt-out/orkut", "orkut")}
    found = mistakes(TEXT, pages)
    assert any("no product `orkut`, yet the page `opt-out/orkut`" in line for line in found)


def test_a_route_is_shown_on_its_page() -> None:
    pages = {**PAGES, "opt-out/facebook/web": page("opt-out/facebook/web", "facebook")}
    assert any("does not show this route" in line for line in mistakes(TEXT, pages))


def test_ids_of_routes_and_changes_are_used_once() -> None:
    twice = TEXT[
        TEXT.index('          - id: "facebook-web-object"') : TEXT.index("    shared_steps:")
    ]
    assert any("route id `facebook-web-object` is used twice" in line
               for line in mistakes(changed("    shared_steps:\n", f"{twice}    shared_steps:\n")))  # fmt: skip
    change = TEXT[TEXT.index('      - id: "training-starts"') : TEXT.index("retired:")]
    assert any("`training-starts` is used twice" in line
               for line in mistakes(changed("retired:\n", f"{change}retired:\n")))  # fmt: skip


def test_changes_come_in_the_order_of_their_days() -> None:
    change = TEXT[TEXT.index('      - id: "training-starts"') : TEXT.index("retired:")]
    older = change.replace("training-starts", "older").replace("2025-05-27", "2024-05-27")
    made = book(changed("retired:\n", f"{older}retired:\n"))
    assert [it.id for it in made.data.changes] == ["older", "training-starts"]
    assert made.data.changes[0].affects == ["meta"]


def test_who_may_not_object_is_not_written_by_hand() -> None:
    pages = {**PAGES, "learn": replace(page("learn"), denials=(("cannot object", 7),))}
    wrong = "docs/learn.md:7: `cannot object` is written by hand"
    right = "call by_letter() or places(…): what a place allows is in the data"
    assert mistakes(TEXT, pages) == [f"{wrong}; {right}"]


CORRECTION = """corrections:
  - id: "correction-x"
    date: "2026-11-30"
    from: "2026-11-23"
    until: "2026-11-29"
    was: "Wrong."
    now: "Right."
    relied: "Do this."
    pages: ["rights/eu"]
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('from: "2026-11-23"', 'from: "2026-11-30"', "the days of this correction are out of"),
        ('until: "2026-11-29"', 'until: "2199-01-01"', "2199-01-01 is in the future"),
        ('["rights/eu"]', '["rights/ue"]', "there is no page `rights/ue`"),
        ('["rights/eu"]', "[]", "the list is empty"),
        ('    relied: "Do this."\n', "", "relied: this key is missing"),
        ('    from: "2026-11-23"\n', "", "from: this key is missing"),
    ],
)
def test_a_mistake_in_a_correction_is_told(old: str, new: str, expected: str) -> None:
    book(with_more(CORRECTION))
    assert CORRECTION.count(old) == 1
    found = mistakes(with_more(CORRECTION.replace(old, new)))
    assert any(expected in line for line in found), found


def test_a_correction_has_an_id_of_its_own() -> None:
    entry = CORRECTION.removeprefix("corrections:\n")
    assert "`correction-x` is used twice" in mistakes(with_more(CORRECTION + entry))[0]


def test_a_page_may_only_name_what_the_data_holds() -> None:
    call = Call("cite", ("meta-public-posts", "meta-pubic-posts"), 12, "claim")
    pages = {**PAGES, "learn": replace(page("learn"), calls=(call,))}
    assert mistakes(TEXT, pages) == [
        "docs/learn.md:12: there is no claim `meta-pubic-posts`; did you mean `meta-public-posts`?"
    ]


def test_a_call_that_cannot_be_made_is_told_with_its_macro() -> None:
    call = Call("route", (), 12, "route", "missing a required argument: 'name'")
    pages = {**PAGES, "learn": replace(page("learn"), calls=(call,))}
    wrong = "docs/learn.md:12: route: missing a required argument: 'name'"
    assert mistakes(TEXT, pages) == [f"{wrong}; see the list of macros on the page about/macros"]


@pytest.mark.parametrize(
    ("named", "right"),
    [
        ((), "write there: scripts: [checklist, pass]"),
        (("pass", "checklist"), "write there: scripts: [checklist, pass]"),
        (("checklist", "pass", "no-such"), "there is no script `no-such`"),
    ],
)
def test_a_page_names_the_scripts_of_its_macros(named: tuple[str, ...], right: str) -> None:
    whole = replace(page("learn"), needed=("checklist", "pass"))
    book(TEXT, {**PAGES, "learn": replace(whole, scripts=("checklist", "pass"))})
    (told,) = mistakes(TEXT, {**PAGES, "learn": replace(whole, scripts=named)})
    assert told.startswith("docs/learn.md:1: ")
    assert right in told


@pytest.mark.parametrize(
    "text",
    [
        "Meta and 21 others compared",
        "Thirteen questions put to Meta",
        "and\n\ntwenty-one other companies",
        "Seven letters under the GDPR.",
    ],
)
def test_what_the_data_can_count_is_not_counted_by_hand(text: str) -> None:
    (told,) = mistakes(TEXT, {**PAGES, "learn": replace(page("learn"), text=f"# X\n{text}\n")})
    assert "is counted by hand; call count(…) or letter_count(…)" in told
    book(TEXT, {**PAGES, "learn": replace(page("learn"), text='{{ count("companies") }} others')})


def test_places_with_a_form_are_not_listed_by_hand() -> None:
    text = "# X\n\nOne.\nObject, if you live in the EU or in the UK."
    pages = {**TWO_PAGES, "learn": replace(page("learn"), text=text)}
    (told,) = mistakes(TWO, pages)
    assert told.startswith("docs/learn.md:4: `Object, if you live in the EU or in the UK` lists")
    one = replace(page("learn"), text=text.replace(" or in the UK", ""))
    book(TWO, {**TWO_PAGES, "learn": one})
