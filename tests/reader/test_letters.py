"""Letters: whole in every language, and written, saved and kept private by a reader."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from guide.data.book import Book
from guide.data.checks import letter_pages
from guide.data.macro_calls import Call
from guide.data.model.letters import OPEN
from guide.data.pages import DocPage
from guide.show.book import open_book
from guide.show.letters import Written, blanks, fill, offers
from tests.conftest import SITE, Site
from tests.small import PAGES, changed, mistakes
from tests.small import book as small_book

DATA = open_book().data
EVERY = [
    (offer, written)
    for place in DATA.letters
    for offer in offers(DATA, place)
    for written in offer.written
]
IDS = [written.id for _, written in EVERY]


def text(written: Written, *parts: str) -> str:
    return "\n".join(
        "".join(run.text for run in line)
        for paragraph in written.paragraphs
        if not parts or paragraph.part in parts
        for line in paragraph.lines
    )


def test_every_letter_is_complete() -> None:
    for offer, written in EVERY:
        parts = [paragraph.part for paragraph in written.paragraphs]
        frame = ["sender", "recipient", "date", "subject", "greeting", "right", "who", "demand"]
        assert parts[:9] == [*frame, "demands"], written.id
        assert parts[-2:] == ["closing", "signature"], written.id
        there = {
            "situation": offer.letter.situation != "none",
            "proof": offer.letter.to == "controller",
            "deadline": offer.letter.deadline is not None,
            "enclosed": offer.letter.enclosed is not None,
            "refused": offer.letter.if_refused is not None,
        }
        assert {part: part in parts for part in there} == there, written.id
        assert set(written.variants) == {"child", "none"}, written.id
        assert all(line for paragraph in written.paragraphs for line in paragraph.lines)


def test_what_stands_in_brackets_is_a_blank() -> None:
    for _, written in EVERY:
        lines = [line for p in written.paragraphs for line in p.lines]
        words = DATA.letter_words[written.language].blanks
        for run in (run for line in [*lines, *written.variants.values()] for run in line):
            if run.blank:
                assert run.text == f"[{words[run.blank]}]", written.id  # type: ignore[index]
            else:
                assert not set("[]") & set(run.text), written.id


def test_there_are_as_many_letters_as_the_data_has() -> None:
    wanted = sum(len(own.letters) * len(own.languages) for own in DATA.letters.values())
    assert len(set(IDS)) == wanted >= 80


def test_it_goes_to_the_address_the_data_has() -> None:
    for offer, written in EVERY:
        to = text(written, "recipient").splitlines()
        place = DATA.jurisdictions[written.id.split(f"-{offer.letter.kind}-")[0]]
        if offer.letter.kind in OPEN:
            hints = DATA.letter_words[written.language].blanks
            wanted = [f"[{hints['company']}]", f"[{hints['address']}]"]
        elif offer.letter.to == "controller":
            assert place.controller is not None
            it = DATA.controllers[place.controller]
            wanted = [line for line in (it.name, it.attention, *it.address) if line]
        elif len(place.authorities) == 1:
            wanted = [DATA.authorities[place.authorities[0]].name]
        else:
            wanted = [f"[{DATA.letter_words[written.language].blanks['authority']}]"]
        assert to == wanted, written.id


def test_a_letter_to_any_company_names_none_and_rests_on_the_law_of_access() -> None:
    asks = {written.id: text(written) for offer, written in EVERY if offer.letter.kind == "ask"}
    names = "|".join(re.escape(it.name) for it in DATA.companies.values())
    assert [key for key, said in asks.items() if re.search(rf"\b({names})\b", said)] == []
    for place, own in DATA.letters.items():
        kinds = {it.kind: it for it in own.letters}
        assert ("ask" in kinds) == ("access" in kinds or place == "elsewhere"), place
        known = {ref.id for it in own.letters if it.kind != "ask" for ref in it.sources}
        assert "ask" not in kinds or {ref.id for ref in kinds["ask"].sources} <= known, place
    assert (
        "I do not claim that a law where I live obliges you to answer" in asks["elsewhere-ask-en"]
    )


COUNTRIES = {  # how other languages write the last line of an address
    "Irland": "Ireland",
    "Irlande": "Ireland",
    "Irlanda": "Ireland",
    "Ierland": "Ireland",
    "Irlandia": "Ireland",
    "Stati Uniti": "United States of America",
    "USA": "United States of America",
    "États-Unis": "United States of America",
    "Estados Unidos da América": "United States of America",
}
ADDRESS = re.compile(
    r"(?:Merrion Road|1 Meta Way), [^.(]*?(?=,? or |,? oder |, ou |, oppure |[.(]| au titre)"
)


def test_an_address_inside_a_text_is_the_one_in_the_data() -> None:
    known = {", ".join(it.address) for it in DATA.controllers.values()}
    known |= {address.removesuffix(", United States of America") for address in known}
    seen = 0
    for _, written in EVERY:
        for found in ADDRESS.findall(text(written, "right")):
            for local, english in COUNTRIES.items():
                found = re.sub(rf", {local}$", f", {english}", found)
            assert found in known, written.id
            seen += 1
        for line in ("Grand Canal", "1601 Willow", "1 Hacker Way"):
            assert line not in text(written), "an old address"
    assert seen >= 12


def test_a_blank_stands_between_words() -> None:
    line = fill("On [sent] I wrote.", DATA.letter_words["en"])
    assert [(run.text, run.blank) for run in line] == [
        ("On ", ""), ("[date of your letter or form]", "sent"), (" I wrote.", ""),
    ]  # fmt: skip


def test_every_blank_has_a_field_once() -> None:
    assert blanks(offers(DATA, "united-states")).count("state") == 1


WORDS = """letter_words:
  en:
    greeting: "Hello,"
    who_self: "I use [account]."
    who_child: "For [child]."
    who_no_account: "I have no account."
    demand: "Please:"
    situation: "My situation: [situation]"
    proof: "Ask for proof if in doubt."
    enclosed: "Enclosed:"
    closing: "Regards"
    products: "all your services"
    assistant: "your AI"
    blanks: {name: "name", contact: "contact", date: "date", account: "account", child: "child", situation: "situation", company: "company", address: "address"}
"""
LAW = """    letters:
      languages: ["en"]
      letters:
        - kind: "object"
          to: "controller"
          situation: "none"
          confidence: "high"
          sources: [{id: "meta-page", at: "your rights"}]
"""
OBJECTION = "# name\nObjection\n\n# right\nI object to {products}.\n\n# demands\n- stop\n"
COMPANY = '    in_letters: {en: {company: "Meta", products: "Facebook", assistant: "Meta AI"}}\n'


def with_letters(words: str = WORDS, law: str = LAW) -> str:
    text = changed("places:\n", f"{words}places:\n")
    text = text.replace("    complaints_to:\n", f"{law}    complaints_to:\n")
    return text.replace('    verdict: "law"\n', f'    verdict: "law"\n{COMPANY}')


def test_a_letter_names_what_its_addressee_offers() -> None:
    shown = {"letters/eu": ("letters", "eu"), "letters/eu/object": ("letter", "eu", "object")}
    pages = PAGES | {
        path: DocPage(
            path, f"docs/{path}.md", "Title", None, (Call(macro, (), 9, words=tuple(words)),)
        )
        for path, (macro, *words) in shown.items()
    }
    small = small_book(with_letters(), pages, {"eu/object.en": OBJECTION})
    (offer,) = offers(small.data, "eu")
    assert text(offer.written[0], "right") == "I object to Facebook."
    assert text(offer.written[0], "demands") == "stop"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("I object to {products}.", "I object, [nme].", "there is no blank `nme`; did you mean `name`"),
        ("- stop", "- stop [when]", "there is no blank `when`"),
        ("{products}", "{product}", "letters/eu/object.en.txt:1: nothing fills in `{product}`; use one of"),
        ("# right\nI object to {products}.\n", "", "letters/eu/object.en.txt:1: right: `# right`"),
        ("# right\n", "# right\nI mean it.\n", "object.en.txt:6: a paragraph has a second line"),
        ("# name\n", "", "object.en.txt:1: words stand before the first heading"),
        ("# demands", "# right", "object.en.txt:7: `# right` is here twice"),
        ("I object", "I <b>object", "the text holds markup"),
        ("# demands", "# wishes", "letters/eu/object.en.txt:1: "),
    ],
)  # fmt: skip
def test_a_mistake_in_the_words_of_a_letter_is_told(old: str, new: str, expected: str) -> None:
    assert OBJECTION.count(old) == 1
    texts = {"eu/object.en": OBJECTION.replace(old, new)}
    found = mistakes(with_letters(), texts=texts)
    assert any(expected in line for line in found), found


@pytest.mark.parametrize(
    ("words", "law", "expected"),
    [
        (WORDS, LAW.replace('["en"]', '["en", "de"]'), "letters/eu/object.de.txt:1: this letter is missing"),
        (WORDS.replace("[account]", "[acount]"), LAW, "there is no blank `acount`"),
        (WORDS, LAW.replace('"object"', '"objekt"'), "`objekt` is not allowed"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_law_of_a_letter_is_told(words: str, law: str, expected: str) -> None:
    found = mistakes(with_letters(words, law), texts={"eu/object.en": OBJECTION})
    assert any(expected in line for line in found), found


def test_a_letter_without_a_page_is_told() -> None:
    found = mistakes(with_letters(), texts={"eu/object.en": OBJECTION})
    said = "places.eu.letters: there is no page `letters/eu/object`; run: make letters"
    assert any(said in line for line in found), found


def test_a_page_that_shows_another_letter_is_told(book: Book) -> None:
    pages = dict(book.pages)
    other = pages["letters/eu/object/de"]
    pages["letters/eu/object/fr"] = replace(other, path="letters/eu/object/fr")
    pages["letters/eu/pause"] = replace(other, path="letters/eu/pause")
    said = [wrong for _, wrong, _ in letter_pages.findings(book.data, pages)]
    assert said == [
        "the page `letters/eu/object/fr` does not show its letter",
        "the page `letters/eu/pause` is for a letter that is not in the data",
    ]


def test_a_language_needs_its_common_words() -> None:
    law = LAW.replace('["en"]', '["en", "de"]')
    texts = {
        f"eu/object.{language}": OBJECTION.replace("{products}", "it") for language in ("en", "de")
    }
    assert any(
        "there is no wording `de`" in it for it in mistakes(with_letters(law=law), texts=texts)
    )


def test_a_part_is_there_in_every_language_or_in_none() -> None:
    words = WORDS + WORDS.removeprefix("letter_words:\n").replace("  en:", "  de:", 1)
    law = LAW.replace('["en"]', '["en", "de"]')
    plain = OBJECTION.replace("{products}", "it")
    texts = {"eu/object.en": plain, "eu/object.de": f"{plain}\n# deadline\nBald.\n"}
    found = mistakes(with_letters(words, law), texts=texts)
    assert any(
        "`deadline` is not in the languages of the place; write it in en, de" in it for it in found
    ), found


def test_a_place_has_one_letter_of_a_kind() -> None:
    again = LAW[LAW.index("        - kind") :].replace("your rights", "other rights")
    found = mistakes(with_letters(law=LAW + again), texts={"eu/object.en": OBJECTION})
    assert any("places.eu.letters.letters[1]: `object` is used twice" in it for it in found), found


def test_without_a_script_a_letter_is_whole_and_asks_for_nothing(
    chromium: Browser, server: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}letters/eu/object/de/")
    (written,) = (it for _, it in EVERY if it.id == "eu-object-de")
    shown = page.locator(".letter").inner_text()
    assert " ".join(shown.split()) == " ".join(text(written).split())
    expect(page.get_by_text("not read by a native-speaking lawyer")).to_be_visible()
    expect(page.get_by_text("Write only what is true for you.")).to_be_visible()
    expect(page.locator("article :is(form, button):visible")).to_have_count(0)
    page.get_by_role("link", name="French").click()
    expect(page.locator(".letter")).to_have_attribute("lang", "fr")
    context.close()


def saved(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as found:
        page.get_by_role("button", name=name).click()
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


def event(raw: bytes) -> Any:
    [found] = Calendar.from_ical(raw.decode()).walk("VEVENT")
    return found


@pytest.mark.parametrize("language", ["English", "German"])
def test_an_objection_for_germany(site: Site, language: str) -> None:
    page = site.open("letters/eu/object/")
    if language == "German":
        page.get_by_role("link", name="German").click()
    page.get_by_label("Your full name").fill("Jörg Groß")
    page.get_by_label("E-mail or postal address").fill("joerg@example.org")
    page.get_by_label("User name or profile address").fill("@joerg")
    page.get_by_label("Your own situation").fill("I am a nurse.\nI was harassed.")
    page.get_by_label("Date of the letter").fill("2026-10-31")
    assert page.locator(".letter:visible").count() == 1
    name, raw = saved(page, "Text file")
    assert name == f"eu-object-{'de' if language == 'German' else 'en'}.txt"
    words = raw.decode()
    assert words.startswith("Jörg Groß\njoerg@example.org\n\nMeta Platforms Ireland Limited\n")
    assert words.endswith("Jörg Groß\n")
    assert "I am a nurse.\nI was harassed." in words
    assert ("Art. 21 Abs. 1 DSGVO" if language == "German" else "Article 21(1) GDPR") in words
    assert ("31. Oktober 2026" if language == "German" else "31 October 2026") in words
    assert "\n- " in words
    hint = "E-Mail oder Telefonnummer" if language == "German" else "e-mail or phone number"
    assert f"[{hint} des Kontos]" in words or f"[{hint} of the account]" in words
    _, raw = saved(page, "Remind me")
    assert event(raw).decoded("DTSTART").isoformat() == "2026-11-30"
    assert "Objection to AI training" in event(raw)["SUMMARY"]
    assert b"nurse" not in raw
    expect(page.locator(".letter-due")).to_contain_text("30 November 2026 (set by law)")


@pytest.mark.disk
def test_a_deletion_request_for_california(site: Site) -> None:
    page = site.open("letters/california/")
    page.get_by_role("link", name="California: delete my data and limit its use (CCPA)").click()
    page.get_by_label("Your full name").fill("Ana Example")
    page.get_by_label("Date of the letter").fill("2026-11-23")
    name, raw = saved(page, "Text file")
    assert name == "california-erase-en.txt"
    assert "Menlo Park, CA 94025" in raw.decode()
    assert "section 1798.105" in raw.decode()
    _, raw = saved(page, "Remind me")
    assert event(raw).decoded("DTSTART").isoformat() == "2027-01-07"  # 45 days


def test_for_a_child_or_without_an_account(web: Site) -> None:
    page = web.open("letters/uk/object/")
    letter = page.locator(".letter:visible")
    page.get_by_label("My child").check()
    page.get_by_label("Your child’s name").fill("Mia")
    expect(letter).to_contain_text("I write for my child, Mia, as parent")
    page.get_by_label("Myself, without an account").check()
    expect(letter).to_contain_text("I have no account of my own.")
    expect(page.get_by_label("E-mail or phone number of the account")).to_be_hidden()
    page.get_by_label("Myself, with an account").check()
    expect(letter).to_contain_text("I use this account: [user name")


@pytest.mark.disk
def test_an_old_address_leads_on_to_its_letter(site: Site) -> None:
    page = site.open("letters/")
    page.goto(site.address("letters/eu/#eu-erase-de"))
    page.wait_for_url(site.address("letters/eu/erase/de/"))
    expect(page.locator(".letter")).to_have_attribute("lang", "de")
    page.go_back()
    assert site.path(page.url) == "letters/", "the page that leads on is passed over"
    page.goto(site.address("letters/eu/"))
    page.goto(site.address("letters/eu/#eu-complaint"))  # now it is a step within the page
    page.wait_for_url(site.address("letters/eu/complaint/"))


def test_without_a_script_it_leads_to_a_line_that_links_there(
    chromium: Browser, server: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}letters/eu/#eu-erase-de")
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(":target a").click()
    assert page.url == f"{server}letters/eu/erase/de/"
    context.close()


def test_another_language_opens_beside_typed_words(web: Site) -> None:
    page = web.open("letters/eu/object/")
    french = page.get_by_role("link", name="French")
    page.get_by_label("Your full name").fill("Jo Doe")
    with page.context.expect_page() as opened:
        french.click()
    other = opened.value
    expect(other.locator(".letter")).to_have_attribute("lang", "fr")
    expect(other.get_by_label("Your full name")).to_have_value("")
    assert other.evaluate("window.name + location.hash + location.search") == ""
    assert other.evaluate("window.opener") is None
    expect(page.get_by_label("Your full name")).to_have_value("Jo Doe")
    page.bring_to_front()  # a tab behind another is slow
    page.get_by_role("button", name="Clear the fields").click()
    french.click()
    page.wait_for_url("**/letters/eu/object/fr/")
    assert len(page.context.pages) == 2


HOSTILE = {
    "markup": '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
    "entity": "&lt;b&gt; &amp;",
    "bidi": "abc \u202egnp.exe\u202c",
    "long": "x" * 5000,
    "half": "half \ud83d",
    "pattern": "$& $1 [name] {{ config }}",
}


def test_hostile_words_stay_words(web: Site) -> None:
    page = web.open("letters/elsewhere/object/")
    script = "(e, t) => { e.value = t; e.dispatchEvent(new Event('input', {bubbles: true})); }"
    blank = page.locator('.letter:visible [data-part="signature"] .blank')
    for case, typed in HOSTILE.items():
        page.get_by_label("Your full name").evaluate(script, typed)
        assert blank.evaluate("(e, t) => e.textContent === t", typed), case
        assert page.evaluate("window.hit") is None, case
        assert blank.locator("*").count() == 0, case
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390, case
        _, raw = saved(page, "Text file")
        assert typed.replace("\ud83d", "\ufffd") in raw.decode(), case


def test_a_short_letter_travels_in_the_mail_address_a_long_one_is_copied(web: Site) -> None:
    page = web.open("letters/eu/restrict/")
    page.get_by_label("Your full name").fill("A & B ? C")
    link = page.get_by_role("link", name="E-mail", exact=True)
    address = str(link.get_attribute("href"))
    assert urlsplit(address).path == ""
    if len(address) < 500:
        expect(page.get_by_text("too long for some mail programs")).to_be_visible()
    long = parse_qs(urlsplit(address).query)
    assert long["subject"] == ["Restriction until you decide (Article 18 GDPR)"]
    page.evaluate(
        """() => { for (const e of document.querySelectorAll('.letter :is(p, ul)'))
            if (!['sender', 'subject'].includes(e.dataset.part)) e.remove(); }"""
    )
    page.get_by_label("Your full name").fill("A & B ? C\u00e9")
    address = str(link.get_attribute("href"))
    assert unquote(parse_qs(urlsplit(address).query)["body"][0]).startswith("A & B ? Cé\r\n")
    expect(page.get_by_text("too long for some mail programs")).to_be_hidden()


def test_copy_puts_the_whole_letter_on_the_clipboard(web: Site) -> None:
    web.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = web.open("letters/elsewhere/object/")
    page.get_by_label("Your full name").fill("Ana Example")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status").filter(has_text="The letter is copied.")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Ana Example\n")
    assert copied.endswith("Ana Example")


def test_nothing_typed_is_kept(site: Site) -> None:
    page = site.open("letters/uk/object/")
    for field in page.locator("#letter-fields :is(input[type=text], textarea):visible").all():
        field.fill("secret words")
    expect(page.locator(".letter:visible")).to_contain_text("secret words")
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    assert "secret" not in page.evaluate(kept)
    page.reload()
    expect(page.locator(".letter:visible")).not_to_contain_text("secret words")
    expect(page.get_by_label("Your full name")).to_have_value("")


def test_clear_empties_the_fields(web: Site) -> None:
    page = web.open("letters/uk/object/")
    page.get_by_label("Your full name").fill("Ana")
    page.get_by_role("button", name="Clear the fields").click()
    expect(page.get_by_label("Your full name")).to_have_value("")
    expect(page.locator(".letter:visible")).to_contain_text("[your full name]")
    expect(page.get_by_label("Date of the letter")).not_to_have_value("")


def test_a_letter_can_be_written_with_the_keyboard_alone(web: Site) -> None:
    page = web.open("letters/eu/access/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "letter-name":
            break
    page.keyboard.type("Ana\n")
    expect(page.locator(".letter:visible")).to_contain_text("Ana")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.do") == "save":
            break
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    assert found.value.suggested_filename == "eu-access-en.txt"


def test_print_shows_the_letter_alone(web: Site) -> None:
    page = web.open("letters/eu/object/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    words = page.locator("body").inner_text()
    assert words.strip().startswith("[your full name]")
    assert words.strip().endswith("[your full name]")


SMALL = """all => all.map((it) => [it.outerHTML, it.getBoundingClientRect()])
    .filter(([, { width, height }]) => Math.min(width, height) < 24).map(([html]) => html)"""


def test_targets_are_large_enough_and_nothing_scrolls_sideways(web: Site) -> None:
    for width in (320, 1280):
        web.page.set_viewport_size({"width": width, "height": 844})
        page = web.open("letters/eu/object/")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        controls = page.locator(":is(.letter-form, .letter-actions) :is(input:not([type=radio]), select, textarea, button, a):visible, .letter-who label")  # fmt: skip
        assert controls.count() > 5
        assert controls.evaluate_all(SMALL) == [], width


def test_the_overview_leads_to_every_letter(book: Book) -> None:
    page = BeautifulSoup((SITE / "letters/index.html").read_text(encoding="utf-8"), "lxml")
    links = {str(tag["href"]) for tag in page.select("table a")}
    for place in book.data.letters:
        assert f"{place}/" in links or f"../letters/{place}/" in links
        for offer in offers(book.data, place):
            assert any(link.endswith(f"{place}/{offer.letter.kind}/") for link in links)
