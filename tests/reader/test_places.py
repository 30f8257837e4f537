"""Every country and territory, by every usual name, leads to its place or is asked about."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from babel import Locale
from playwright.sync_api import Page, expect

from guide.data.book import Book
from guide.show import place_names
from tests.conftest import Site

ELSEWHERE = "elsewhere"
EEA = [
    "AT",
    "BE",
    "BG",
    "HR",
    "CY",
    "CZ",
    "DK",
    "EE",
    "FI",
    "FR",
    "DE",
    "GR",
    "HU",
    "IE",
    "IT",
    "LV",
    "LT",
    "LU",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SK",
    "SI",
    "ES",
    "SE",
    "IS",
    "LI",
    "NO",
    "AX",
    "EA",
    "IC",
    "GF",
    "GP",
    "MF",
    "MQ",
    "RE",
    "YT",
]
# Whose territory it is, by the treaties or by ISO 3166-2; the others have their own law.
OWN = {
    **dict.fromkeys(EEA, "eu"),
    **dict.fromkeys(["AS", "GU", "MP", "PR", "UM", "US", "VI"], "united-states"),
    "GB": "uk",
    "CH": "switzerland",
    "BR": "brazil",
    "CA": "canada",
    "AU": "australia",
    "NZ": "new-zealand",
    "IN": "india",
    "JP": "japan",
    "KR": "south-korea",
    "SG": "singapore",
    "ZA": "south-africa",
    "NG": "nigeria",
    "TR": "turkiye",
}
# Overseas places of states of the guide: nothing says clearly whose rules hold.
ASKED = {
    **dict.fromkeys(
        ["AW", "BL", "BQ", "BV", "CP", "CW", "FO", "GL", "NC", "PF", "PM", "SJ", "SX", "TF", "WF"],
        "eu",
    ),
    **dict.fromkeys(["CC", "CX", "HM", "NF"], "australia"),
    "TK": "new-zealand",
}
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii",
    "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey",
    "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah",
    "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming", "DC": "Washington, D.C.",
}  # fmt: skip
PROVINCES = (
    "Ontario", "British Columbia", "Alberta", "Manitoba", "Saskatchewan", "Nova Scotia",
    "New Brunswick", "Newfoundland and Labrador", "Prince Edward Island", "Northwest Territories",
    "Nunavut", "Yukon",
)  # fmt: skip

# Types each into the real box, and tells what is chosen, what is offered, and what is said.
TYPED = """async (all) => {
    const box = document.getElementById("finder-search");
    const list = document.getElementById("finder-place");
    const said = document.querySelector(".finder__found");
    box.focus();
    while (!window.Guide.named) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done, 500));
    return all.map((text) => {
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
        const options = [...list.options].slice(1).map((it) => it.value.split("/")[0]);
        return [list.value.split("/")[0], [...new Set(options)], said.textContent];
    });
}"""


def typed(page: Page, *names: str) -> dict[str, tuple[str, list[str], str]]:
    found: list[Any] = page.evaluate(TYPED, list(names))
    return {name: tuple(it) for name, it in zip(names, found, strict=True)}


def plain(name: str) -> str:
    """Without accents and capitals."""
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().casefold()


def codes() -> list[str]:
    """Every two-letter territory of the Unicode CLDR, but for groups of countries."""
    groups = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
    known = (str(code) for code in Locale("en").territories)
    return [code for code in known if len(code) == 2 and code not in groups]


def test_every_territory_by_every_name_leads_to_its_place_and_to_no_other(site: Site) -> None:
    page = site.open("plan/")
    languages = ("en", "de", "fr", "it", "es", "pt", "nl", "pl")
    means: dict[str, set[str]] = {}
    for code in codes():
        for language in languages:
            name = Locale(language).territories.get(code)
            if name:
                means.setdefault(name, set()).add(code)
    assert len(means) > 1200
    for name, (chosen, offered, said) in typed(page, *means).items():
        wanted = {OWN.get(code, ELSEWHERE) for code in means[name]}
        sure = not means[name] & set(ASKED)
        if chosen:
            assert wanted == {chosen}, name
            assert sure, f"{name} is not certain"
            english = {Locale("en").territories[code] for code in means[name]}
            if chosen == ELSEWHERE:
                assert "your place here is “Any other place”." in said, (name, said)
                shown = said.removesuffix(": your place here is “Any other place”.")
                assert shown in english | {"Hong Kong"} or plain(shown) == plain(name), (name, said)
        else:
            assert wanted | {ASKED.get(code, "") for code in means[name]} - {""} <= set(offered), (
                name
            )
            assert not sure or len(offered) > 1, f"{name} asks without need"


def test_every_code_leads_to_its_place_or_asks_where_a_state_has_it_too(web: Site) -> None:
    page = web.open("plan/")
    for code, (chosen, offered, _) in typed(page, *codes()).items():
        wanted = OWN.get(code, ELSEWHERE)
        if code in ASKED:
            both = {"united-states"} if code in STATES else set()
            assert (chosen, set(offered)) == ("", {ASKED[code], ELSEWHERE} | both), code
        elif code in {*STATES, "CA"} and wanted != "united-states":
            state = "california" if code == "CA" else "united-states"
            assert (chosen, set(offered)) == ("", {wanted, state}), code
        else:
            assert chosen == wanted, code


def test_states_and_provinces(web: Site) -> None:
    page = web.open()
    for name, (chosen, offered, _) in typed(page, *STATES.values()).items():
        if name == "Georgia":
            assert (chosen, set(offered)) == ("", {"united-states", ELSEWHERE})
        else:
            assert chosen == "united-states", name
    found = typed(page, "California", "CALIFORNIA ", "Kalifornien", *PROVINCES, "Quebec", "québec")
    for name, (chosen, *_) in found.items():
        wanted = "california" if name.lower()[1:4] == "ali" else "canada"
        assert chosen == ("quebec" if name.lower()[0] == "q" else wanted), name


USUAL = {
    "The Netherlands": "eu", "the netherlands": "eu", "Holland": "eu", "Norge": "eu",
    "Deutschland": "eu", "Bayern": "eu", "Bavaria": "eu", "Czech Republic": "eu",
    "Suomi": "eu", "Ελλάδα": "eu", "Oesterreich": "eu", "l'Allemagne": "eu",
    "die Niederlande": "eu", "Canary Islands": "eu", "Réunion": "eu", "EU": "eu",
    "GB": "uk", "UK": "uk", "U.K.": "uk", "Great Britain": "uk", "England": "uk",
    "Scotland": "uk", "Wales": "uk", "Northern Ireland": "uk", "Schottland": "uk",
    "USA": "united-states", "U.S.A.": "united-states", "the United States": "united-states",
    "États-Unis d'Amérique": "united-states", "Puerto Rico": "united-states",
    "Nuevo México": "united-states", "Turkey": "turkiye", "Türkiye": "turkiye",
    "South Korea": "south-korea", "대한민국": "south-korea", "日本": "japan", "भारत": "india",
    "Schweiz": "switzerland", "svizzera": "switzerland", "BRASIL": "brazil",
    "Ireland": "eu", "Mexico": ELSEWHERE, "México": ELSEWHERE, "mexiko": ELSEWHERE,
    "New Mexico": "united-states", "Jersey": ELSEWHERE, "New Jersey": "united-states",
    "Niger": ELSEWHERE, "Nigeria": "nigeria", "Guinea": ELSEWHERE, "Ivory Coast": ELSEWHERE,
    "Cote d'Ivoire": ELSEWHERE, "COTE D IVOIRE": ELSEWHERE, "St. Lucia": ELSEWHERE,
    "Saint Lucia": ELSEWHERE, "Vatican": ELSEWHERE, "Burma": ELSEWHERE, "Hong Kong": ELSEWHERE,
    "Trinidad and Tobago": ELSEWHERE, "UAE": ELSEWHERE, "Bosnia": ELSEWHERE,
    "North Korea": ELSEWHERE, "New South Wales": "australia", "Baja California": ELSEWHERE,
    "Mex\u200bico": ELSEWHERE, "  germany  ": "eu", "Congo": ELSEWHERE, "Wlochy": "eu",
}  # fmt: skip


def test_usual_names(site: Site) -> None:
    found = typed(site.open("plan/"), *USUAL)
    assert {name: it[0] for name, it in found.items()} == USUAL


@pytest.mark.parametrize("path", ["", pytest.param("plan/", marks=pytest.mark.audit)])
def test_what_is_ambiguous_or_only_a_part_is_asked_and_never_chosen(web: Site, path: str) -> None:
    page = web.open(path)
    asked = {
        "Georgia": {"united-states", ELSEWHERE}, "Géorgie": {"united-states", ELSEWHERE},
        "CA": {"canada", "california"}, "ca": {"canada", "california"},
        "Europe": {"eu", "uk", "switzerland", ELSEWHERE}, "New Caledonia": {"eu", ELSEWHERE},
        "Virgin Islands": {"united-states", ELSEWHERE}, "Greenland": {"eu", ELSEWHERE},
    }  # fmt: skip
    parts = ("Zealand", "Korea of the South", "New Germany", "Mexico City", "Lower California",
             "I live in Norway", "Grenadines", "New Wales", "Aus", "New")  # fmt: skip
    alone = ("georgia", "Groenland", "Atlantis", "United States")
    found = typed(page, *asked, *parts, *alone)
    for name, wanted in asked.items():
        chosen, offered, said = found[name]
        assert (chosen, set(offered)) == ("", wanted), name
        assert "Choose yours in the list: " in said, name
    (_, _, said) = found["georgia"]
    both = "Georgia (Any other place), Georgia (United States)"
    assert said == f"More than one place fits. Choose yours in the list: {both}."
    (_, _, said) = found["Groenland"]
    assert said.startswith("It is not clear which rules hold in Greenland. Choose yours")
    for name in parts:
        chosen, offered, said = found[name]
        assert chosen == "", name
        assert offered, name
        assert "hoose" in said, name
    (_, offered, said) = found["Atlantis"]
    assert "No place of that name here" in said
    assert ELSEWHERE in offered
    (_, _, said) = found["United States"]
    assert said == "Found: United States. If you live in California, choose “California”."


def test_a_country_without_a_page_leads_to_any_other_place_by_its_name(site: Site) -> None:
    page = site.open()
    page.get_by_label("Find your country or state").fill("méxico")
    expect(page.locator(".finder__found")).to_have_text(
        "Mexico: your place here is “Any other place”."
    )
    expect(page.locator("#finder-place option:checked")).to_have_text("Mexico (Any other place)")
    page.get_by_role("group", name="Facebook", exact=True).get_by_label("Browser").check()
    page.get_by_role("button", name="Show my plan").click()
    expect(page.locator(".plan__for")).to_have_text("Any other place: Facebook (Browser).")


@pytest.mark.disk
def test_the_names_come_with_the_first_touch_and_not_before(site: Site) -> None:
    asked: list[str] = []
    site.page.on("request", lambda it: asked.append(it.url) if "/places." in it.url else None)
    page = site.open()
    page.mouse.move(50, 50)
    page.keyboard.press("Shift")
    page.wait_for_function("() => window.component$")
    assert asked == []
    with page.expect_request("**/places.*.js"):
        page.get_by_label("Find your country or state").focus()
    page.get_by_label("Find your country or state").press_sequentially("norge")
    expect(page.locator(".finder__found")).to_contain_text("Norway: your place here is")
    assert len(asked) == 1


def test_where_the_names_do_not_come_nothing_is_guessed(web: Site) -> None:
    held = True
    web.expected = {"Failed to load resource: net::ERR_FAILED"}
    web.page.route("**/places.*.js", lambda it: it.abort() if held else it.continue_())
    page = web.open()
    box = page.get_by_label("Find your country or state")
    box.fill("Texas")
    expect(page.locator(".finder__found")).to_contain_text(
        "Texas: your place here is “United States”."
    )
    box.fill("Mexico")
    expect(page.locator(".finder__found")).to_contain_text("Choose from the list")
    expect(page.locator("#finder-place")).to_have_value("")
    held = False
    box.blur()
    box.focus()  # the next touch asks again
    expect(page.locator(".finder__found")).to_contain_text("Mexico: your place here is")


def test_a_name_stands_for_what_the_data_says(book: Book) -> None:
    known = set(place_names.territories())
    seen: dict[str, str] = {}
    for key, place in book.data.jurisdictions.items():
        for code in (*place.codes, *place.unsure_codes, *(m.code[:2] for m in place.members)):
            assert code in known, f"{key}: {code}"
        for code in (*place.codes, *place.unsure_codes):
            assert seen.setdefault(code, key) == key, f"{code} is in {seen[code]} and {key}"
    assert all(
        "|" not in name and "\n" not in name for it in place_names.named(book) for name in it.names
    )
    assert all(set(it.ids) <= set(book.data.jurisdictions) for it in place_names.named(book))
