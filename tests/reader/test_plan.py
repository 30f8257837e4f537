"""The finder and the plan: what applies where, kept here, passed on as ids, never trusted."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from guide.data.book import Book, PlacedRoute
from guide.data.model.routes import Product
from guide.show import macros, plan, plan_script
from guide.show.book import open_book
from guide.show.context import Here
from tests.conftest import OFFLINE, Site

ORDER = ["object", "request", "setting", "limit"]


EACH = """async (links) => {
    const ids = (block) => [...document.querySelectorAll(`.plan__${block} [data-route]`)]
        .map((item) => item.dataset.route);
    const all = [];
    for (const link of links) {
        const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
        location.hash = link;
        await changed;
        all.push([ids("do"), ids("leave"), ids("missing")]);
    }
    return all;
}"""


def choose(page: Page, place: str, *uses: str) -> None:
    page.get_by_label("Find your country or state").fill(place)
    for use in uses:
        product, _, device = use.partition("/")
        if device:
            page.get_by_role("group", name=product, exact=True).get_by_label(device).check()
        else:
            page.get_by_label(product, exact=True).check()
    page.get_by_role("button", name="Show my plan").click()
    expect(page.locator("#plan-title")).to_be_visible()


def shown(page: Page, block: str = "do") -> list[str]:
    ids: list[str] = page.locator(f".plan__{block} [data-route]").evaluate_all(
        "items => items.map(item => item.dataset.route)"
    )
    return ids


def expected(book: Book, place: str, uses: set[str]) -> tuple[list[str], list[str], list[str]]:
    """The rule in words of its own: done here, left here, not offered here."""
    offered: dict[str, PlacedRoute] = {}
    absent: dict[str, PlacedRoute] = {}
    for placed in book.routes.values():
        route = placed.route
        devices = {
            "any": ["web", "android", "ios"],
            "app": ["android", "ios"],
            "computer": ["web"],
            "web": ["web", "android", "ios"] if route.kind == "request" else ["web"],
        }.get(route.surface, [route.surface])
        mine = any(f"{placed.product_id}-{device}" in uses for device in devices)
        if route.alternative_to or not mine:
            continue
        deed = placed.product_id + route.id.split(f"-{route.surface}-", 1)[-1]
        here = {"everywhere", place} & {*route.where, *route.reported}
        (offered if here else absent).setdefault(deed, placed)
    ordered = sorted(
        (p for p in offered.values() if p.route.kind != "delete"),
        key=lambda p: ORDER.index(p.route.kind),
    )
    return (
        [p.route.id for p in ordered],
        [p.route.id for p in offered.values() if p.route.kind == "delete"],
        [p.route.id for deed, p in absent.items() if deed not in offered],
    )


# What it decides with


def test_a_place_is_listed_once(book: Book) -> None:
    found: dict[str, set[str]] = {}
    for place in plan.places(book):
        for name in (place["name"], *place["members"]):
            found.setdefault(name, set()).add(place["id"])
    assert found["Germany"] == {"eu"}
    assert found["Texas"] == {"united-states"}
    assert found["California"] == {"california"}, "not once more inside the United States"
    assert {name for name, ids in found.items() if len(ids) > 1} == set()


def test_every_route_belongs_to_something_one_can_choose(book: Book) -> None:
    uses = {use.id for used in plan.choices(book) for use in used.uses}
    for route in plan.plan(book)["routes"]:
        assert uses & set(route["uses"]), route["id"]


def test_every_choice_and_place_is_an_id_that_may_stand_in_an_address(book: Book) -> None:
    ids = [use.id for used in plan.choices(book) for use in used.uses]
    ids += list(book.data.jurisdictions)
    assert all(set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for key in ids)


def test_facts_cannot_end_the_script_they_stand_in(book: Book) -> None:
    nasty: dict[str, Any] = {"x": "</script><script>alert(1)</script><!--"}
    text = str(plan.in_script(nasty))
    assert "<" not in text
    assert json.loads(text) == nasty
    html = BeautifulSoup(macros.plan(Here(book, "plan/")), "html.parser")
    script = html.select_one("#plan-data")
    assert script is not None
    assert json.loads(script.get_text()) == {"places": plan.places(book)}


# Making a plan


def test_germany_instagram_on_iphone_and_chatgpt(site: Site, book: Book) -> None:
    page = site.open("plan/")
    choose(page, "Germany", "Instagram/iPhone", "ChatGPT/Browser")
    do, leave, missing = expected(book, "eu", {"instagram-ios", "chatgpt-web"})
    assert do[0] == "instagram-ios-object"
    assert "chatgpt-web-switch" in do
    assert shown(page) == do
    assert shown(page, "leave") == leave == ["instagram-any-delete"]
    assert shown(page, "missing") == missing == []
    minutes = sum(book.routes[key].route.minutes for key in do)
    expect(page.locator(".plan__total")).to_contain_text(f"About {minutes} minutes in all")
    needs = {need for key in do for need in book.routes[key].route.needs}
    listed = page.locator(".plan__needs li").all_inner_texts()
    assert len(listed) == len(set(listed))
    assert set(listed) == needs
    expect(page.locator("#plan-title")).to_be_focused()


SOME = ["eu", "elsewhere"]
REST = [place for place in open_book().data.jurisdictions if place not in SOME]


@pytest.mark.parametrize(
    "places", [SOME, pytest.param(REST, marks=pytest.mark.audit)], ids=["some", "rest"]
)
def test_each_place_gets_what_the_rule_says(disk: Site, book: Book, places: list[str]) -> None:
    page = disk.open(
        "plan/#plan=brazil.facebook-ios"
    )  # none of the first below: each must change it
    expect(page.locator("#plan-title")).to_be_visible()  # what plans are made of is there
    uses = [use.id for used in plan.choices(book) for use in used.uses]
    sets = [{use} for use in uses] + [set(pair) for pair in combinations(uses[:6], 2)]
    sets.append(set(uses))
    for place in places:
        links = [f"plan={'.'.join([place, *sorted(some)])}" for some in sets]
        for some, got in zip(sets, page.evaluate(EACH, links), strict=True):
            assert tuple(got) == expected(book, place, some), (place, some)


def test_where_there_is_no_form_it_says_so_and_what_to_do_instead(site: Site, book: Book) -> None:
    page = site.open("plan/")
    choose(page, "texas", "Facebook/iPhone")
    expect(page.locator(".plan__none")).to_contain_text(
        "Meta offers no form to object where you live."
    )
    item = page.locator(".plan__missing [data-route=facebook-ios-object]")
    expect(item).to_contain_text("Instead:")
    links = item.locator(".plan__instead a")
    assert links.count() == len(book.routes["facebook-ios-object"].route.elsewhere)
    links.first.click()
    assert site.path(page.url) == "limit/old-posts/"


def test_where_a_letter_can_do_it_the_plan_leads_to_the_letter(web: Site) -> None:
    page = web.open("plan/#plan=south-africa.facebook-web")
    said = page.locator(".plan__none [data-by-letter=south-africa]")
    expect(said).to_contain_text("By letter: yes. Object on reasonable grounds")
    said.get_by_role("link", name="The letter").click()
    assert page.url.endswith("letters/south-africa/object/")
    page = web.open("plan/#plan=eu.facebook-web")
    expect(page.locator(".plan__none p")).to_have_count(0)


def test_a_form_that_is_only_reported_is_marked(web: Site) -> None:
    page = web.open("plan/#plan=japan.facebook-web")
    expect(page.locator(".plan__do [data-route=facebook-web-object]")).to_contain_text(
        "not confirmed"
    )


def test_ticks_show_in_the_plan(site: Site) -> None:
    page = site.open("plan/")
    page.get_by_label("Find your country or state").fill("Atlantis")  # no such name here
    expect(page.locator(".finder__found")).to_contain_text("No place of that name")
    choose(page, "germany", "Instagram/iPhone")
    item = page.locator(".plan__do [data-route=instagram-ios-object]")
    item.get_by_role("link").first.click()
    page.wait_for_url("**/opt-out/instagram/ios/**")
    boxes = page.locator("ol.steps").first.locator("[data-tick]")
    count = boxes.count()
    for box in boxes.all():
        box.check()
    page.goto(site.address("plan/"))
    expect(item).to_contain_text(f"{count} of {count} steps done")
    page.reload()
    expect(item).to_contain_text(f"{count} of {count} steps done")


@pytest.mark.disk
def test_from_the_first_page_to_the_plan(site: Site) -> None:
    page = site.open()
    choose(page, "Suisse", "ChatGPT/iPhone")
    expect(page.locator(".plan__for")).to_contain_text("Switzerland: ChatGPT (iPhone).")
    assert site.path(page.url) == "plan/"
    assert page.url.endswith("#plan=switzerland.chatgpt-ios")
    expect(page.locator(".plan__keep")).to_be_hidden()
    page.goto(site.address("plan/"))
    expect(page.locator(".plan__for")).to_contain_text("Switzerland")


def test_what_is_left_out_is_said_and_focused(web: Site) -> None:
    page = web.open("plan/")
    button = page.get_by_role("button", name="Show my plan")
    button.click()
    expect(page.get_by_role("alert")).to_have_text("Choose where you live.")
    expect(page.get_by_label("Where you live")).to_be_focused()
    page.get_by_label("Where you live").select_option(label="Japan")
    button.click()
    expect(page.get_by_role("alert")).to_have_text("Tick at least one thing you use.")
    expect(page.locator(".plan")).to_be_hidden()


@pytest.mark.parametrize("path", ["plan/", pytest.param("", marks=pytest.mark.audit)])
def test_what_a_plan_is_made_of_is_asked_for_when_there_is_one(web: Site, path: str) -> None:
    asked: list[str] = []
    web.page.on("request", lambda it: asked.append(it.url))
    page = web.open(path)
    page.wait_for_load_state("networkidle")
    assert not [it for it in asked if "/planned." in it]
    page.goto("about:blank")
    page.goto(web.address("plan/#plan=eu.facebook-web"))
    expect(page.locator(".plan__do [data-route]").first).to_be_visible()
    assert len([it for it in asked if "/planned." in it]) == 1


def test_if_it_does_not_come_the_page_says_so_and_asks_again(web: Site) -> None:
    web.page.route("**/planned.*", lambda route: route.abort())
    page = web.open("plan/#plan=eu.facebook-web")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    expect(page.locator(".plan")).to_be_hidden()
    page.unroute("**/planned.*")
    page.get_by_role("button", name="Show my plan").click()
    expect(page.locator("#plan-title")).to_be_focused()
    expect(page.locator(".plan__do [data-route]").first).to_be_visible()
    web.expected |= set(web.errors)


# One app among sixty


def test_an_app_is_found_by_a_few_letters_and_the_keyboard(site: Site) -> None:
    page = site.open("")
    page.locator(".finder__more > summary").click()
    field = page.get_by_label("Find an app or service")
    field.fill("SLÁCK")
    inside = page.locator(".finder__kind:visible label:visible")
    expect(inside).to_have_count(1)
    field.press("Enter")
    expect(page.get_by_label("Slack", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    field.fill("networks")
    kinds = page.locator(".finder__kind:visible > legend")
    expect(kinds).to_have_text(["Other networks", "Work"])
    expect(page.get_by_label("Slack", exact=True)).to_be_visible()  # what is ticked stays in sight
    expect(page.get_by_label("Adobe", exact=True)).to_be_hidden()
    field.fill("microsoft")
    expect(page.get_by_role("group", name="Copilot", exact=True)).to_be_visible()
    field.fill("no such app")
    expect(page.get_by_text("Nothing of that name is here.")).to_be_visible()
    field.fill("")
    expect(page.get_by_label("Adobe", exact=True)).to_be_visible()
    page.get_by_label("Find your country or state").fill("Japan")
    page.get_by_role("button", name="Show my plan").click()
    expect(page.locator(".plan__for")).to_contain_text("Slack")


def test_a_kept_app_that_is_one_tap_further_is_ticked_on_the_first_page(web: Site) -> None:
    page = web.open("plan/#plan=eu.slack-web")
    page.get_by_role("button", name="Keep this plan").click()
    page.goto(web.address(""))
    expect(page.get_by_label("Slack", exact=True)).to_be_checked()
    expect(page.get_by_label("Slack", exact=True)).to_be_visible()


def test_what_is_one_tap_further_is_asked_for_with_that_tap(web: Site) -> None:
    web.page.route("**/uses.*", lambda route: route.abort())
    page = web.open("")
    expect(page.locator(".finder__kind")).to_have_count(0)
    page.locator(".finder__more > summary").click()
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    web.expected |= set(web.errors)
    page.unroute("**/uses.*")
    page.locator(".finder__more > summary").click()
    page.locator(".finder__more > summary").click()
    expect(page.get_by_label("Slack", exact=True)).to_be_visible()
    expect(page.locator(".finder__wrong")).to_be_empty()


def test_every_choice_stands_once_in_its_group(book: Book) -> None:
    listed = [it.product for _, held in plan.further(book) for it in held]
    assert sorted([*listed, *plan.FIRST]) == sorted(it.product for it in plan.choices(book))
    assert dict(plan.further(book)).keys() >= {"Meta", "AI assistants"}


# Which plan one is on

TIERS = {"slack-any-owner-mail": ["work"], "chatgpt-web-switch": ["free", "paid"]}
"""Routes of two products, and whose plan they are for in this test."""


def with_tiers(book: Book) -> str:
    """The script that plans are made of, if these routes were for some plans only."""

    def of(product: Product) -> Product:
        routes = [it.model_copy(update={"tiers": TIERS.get(it.id, [])}) for it in product.routes]
        return product.model_copy(update={"routes": routes})

    companies = {
        key: company.model_copy(
            update={"products": {name: of(it) for name, it in company.products.items()}}
        )
        for key, company in book.data.companies.items()
    }
    return plan_script.script(replace(book, data=replace(book.data, companies=companies)))


def test_who_knows_their_plan_is_shown_its_ways_only(web: Site, book: Book) -> None:
    script = with_tiers(book)
    web.page.route(
        "**/planned.*", lambda it: it.fulfill(body=script, content_type="text/javascript")
    )
    page = web.open("plan/#plan=eu.facebook-web.slack-web")
    asked = page.get_by_label("Slack: which plan are you on?")
    expect(asked).to_have_value("")
    expect(page.locator(".plan__asked select")).to_have_count(1)
    assert "slack-any-owner-mail" in shown(page), "as long as it is not known, all ways"
    way = page.locator("[data-route=slack-any-owner-mail]")
    expect(way.locator(".plan__tiers")).to_have_text("For: work accounts")
    asked.select_option("free plans")
    expect(way).to_have_count(0)
    expect(asked).to_be_focused()
    assert page.url.endswith("#plan=eu.facebook-web.slack-web.slack--free")
    page.reload()
    expect(asked).to_have_value("slack--free")
    expect(way).to_have_count(0)
    expect(page.locator(".plan__missing")).not_to_contain_text("Slack")
    asked.select_option("I do not know")
    expect(way).to_have_count(1)
    assert page.url.endswith("#plan=eu.facebook-web.slack-web")


def test_a_plan_of_what_is_not_used_is_no_part_of_it(web: Site) -> None:
    page = web.open("plan/#plan=eu.facebook-web.slack--work.facebook--trial")
    expect(page.locator("#plan-title")).to_be_visible()
    expect(page.locator(".plan__asked select")).to_have_count(0)
    said = page.get_by_role("status").filter(has_text="A part of this link is not known here.")
    expect(said).to_have_count(1)


# Passing it on


def test_the_address_shows_the_same_plan_to_others(site: Site, chromium: Browser) -> None:
    page = site.open("plan/")
    choose(page, "Germany", "Instagram/iPhone", "ChatGPT/Browser")
    before, address = shown(page), page.url
    assert page.locator(".pass").get_attribute("data-pass") == address.split("#")[1]
    fresh = chromium.new_context()
    other = fresh.new_page()
    other.goto(address)
    assert shown(other) == before
    expect(other.locator(".plan__for")).to_have_text(page.locator(".plan__for").inner_text())
    assert other.evaluate("localStorage.getItem('guide.plan')") is None
    other.get_by_role("button", name="Keep this plan").click()
    expect(other.locator(".plan__keep")).to_be_hidden()
    other.goto(site.address("plan/"))
    assert shown(other) == before
    fresh.close()


def test_a_link_does_not_replace_the_plan_kept_here(site: Site) -> None:
    page = site.open("plan/")
    choose(page, "Germany", "Instagram/iPhone")
    kept = page.evaluate("localStorage.getItem('guide.plan')")
    page.goto(site.address("plan/") + "#plan=uk.chatgpt-web")
    expect(page.locator(".plan__for")).to_contain_text("United Kingdom")
    expect(page.locator(".plan__keep")).to_be_visible()
    assert page.evaluate("localStorage.getItem('guide.plan')") == kept


HOSTILE = (
    "plan=<img src=x onerror=alert(1)>", "plan=eu.<img src=x onerror=alert(1)>", "plan=",
    "plan=eu", "plan=nowhere.facebook-web", "plan=__proto__.constructor", "plan=eu.__proto__",
    "plan=constructor.facebook-web", "plan=%3Cscript%3E", "plan=%", "plan=eu..",
    "plan=" + "eu." * 50_000, "plan=eu/0.facebook-web",
)  # fmt: skip


def test_a_hostile_address_holds_no_plan(site: Site) -> None:
    page = site.page
    page.on("dialog", lambda dialog: site.errors.append(dialog.message))

    def holds_none(fragment: str) -> None:
        expect(page.locator(".said")).to_have_text("This link holds no plan that this guide knows.")
        expect(page.locator(".plan")).to_be_hidden()
        assert page.locator("article img[src=x]").count() == 0, fragment[:80]

    for fragment in HOSTILE[:2]:
        page.goto("about:blank")  # else only the fragment would change
        site.open(f"plan/#{fragment}")
        holds_none(fragment)
    for fragment in HOSTILE[2:]:
        page.evaluate("location.hash = 'plan=uk.facebook-web'")
        expect(page.locator(".plan")).to_be_visible()
        page.evaluate("told => { location.hash = told; }", fragment)
        holds_none(fragment)


def test_unknown_ids_in_an_address_are_left_out(web: Site) -> None:
    page = web.open("plan/#plan=uk.retired-use.<b>.chatgpt-web.chatgpt-web.__proto__")
    expect(page.locator(".plan__for")).to_have_text("United Kingdom: ChatGPT (Browser).")
    assert page.locator(".pass").get_attribute("data-pass") == "plan=uk.chatgpt-web"


NO_PLANS = (
    '{"place": "eu", "uses": {"0": "chatgpt-web", "length": 1}}', '{"place": ["eu"], "uses": [null]}',
    '{"place": "__proto__", "uses": ["chatgpt-web"]}',
    '{"__proto__": {"place": "eu", "uses": ["chatgpt-web"]}}',
)  # fmt: skip
MORE_NO_PLANS = (
    "{", "[]", "7", "null", '"eu"', '{"place": "eu"}', '{"place": "eu", "uses": "chatgpt-web"}',
    '{"place": "eu", "uses": [[]]}',
    '{"place": "<img src=x onerror=alert(1)>", "uses": ["chatgpt-web"]}',
)  # fmt: skip


@pytest.mark.parametrize(
    "values", [NO_PLANS, pytest.param(MORE_NO_PLANS, marks=pytest.mark.audit)], ids=["odd", "odder"]
)
def test_what_else_may_be_stored_is_no_plan(web: Site, values: tuple[str, ...]) -> None:
    page = web.open("plan/")
    for stored in values:
        page.evaluate("text => localStorage.setItem('guide.plan', text)", stored)
        page.reload()
        expect(page.get_by_role("button", name="Show my plan")).to_be_visible()
        assert page.locator(".plan").is_hidden(), stored


# Clearing, printing, reaching it


def test_clear_everything_leaves_nothing(site: Site) -> None:
    page = site.open("opt-out/facebook/ios/")
    page.locator("[data-tick]").first.check()
    page.goto(site.address("plan/"))
    choose(page, "Germany", "Facebook/iPhone")
    page.get_by_role("button", name="Clear everything").click()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('guide.'))") == []
    assert "#" not in page.url
    expect(page.locator(".plan")).to_be_hidden()
    page.reload()
    expect(page.locator(".plan")).to_be_hidden()


def test_it_prints_as_a_checklist(web: Site) -> None:
    page = web.open("plan/#plan=eu.facebook-web")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".plan__do")).to_be_visible()
    for unwanted in (".finder", ".plan-all", ".plan__tools", ".plan .pass"):
        expect(page.locator(unwanted)).to_be_hidden()
    box = "getComputedStyle(document.querySelector('.plan__deed'), '::before').borderTopStyle"
    assert page.evaluate(box) == "solid"


def test_by_keyboard_alone(web: Site) -> None:
    page = web.open("plan/")

    def tab_to(script: str) -> None:
        for _ in range(60):
            if page.evaluate(f"(e => {script})(document.activeElement)"):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"the Tab key never reaches {script}")

    tab_to("e.id === 'finder-search'")
    page.keyboard.type("Bayern")
    expect(page.locator(".finder__found")).to_contain_text(
        "Bavaria: your place here is “EU and EEA”."
    )
    tab_to("e.value === 'instagram-ios'")
    page.keyboard.press("Space")
    tab_to("e.textContent === 'Show my plan'")
    page.keyboard.press("Enter")
    expect(page.locator("#plan-title")).to_be_focused()
    tab_to("e.closest('.plan__do') && e.tagName === 'A'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/opt-out/instagram/ios/#instagram-ios-object")


@pytest.mark.parametrize("path", ["", "plan/#plan=california.facebook-web.whatsapp-ios"])
def test_what_is_pressed_is_large_enough_and_nothing_scrolls_sideways(web: Site, path: str) -> None:
    web.page.set_viewport_size({"width": 320, "height": 700})
    page = web.open(path)
    if path:
        page.locator(".plan__change > summary").click()
    small = page.locator(
        ".finder :is(input, select, label:has(input), button), .plan button, .plan__deed a, summary"
    ).evaluate_all(
        """all => all.map(one => [one.outerHTML, one.getBoundingClientRect()])
            .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
            .map(([html, box]) => `${html} ${box.width} × ${box.height}`)"""
    )
    assert small == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    "offline", [False, pytest.param(True, marks=pytest.mark.audit)], ids=["web", "disk"]
)
def test_without_javascript_the_table_says_it_all(
    chromium: Browser, server: str, book: Book, offline: bool
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    root, file = (f"{OFFLINE.as_uri()}/", "index.html") if offline else (server, "")
    page.goto(f"{root}plan/{file}#all-slack")
    page.locator("#all-slack").click()
    expect(page.locator("h3#all-slack")).to_be_in_viewport()
    page.locator("details.part > summary").first.click()
    assert page.locator("details.part[open]").count() == 1
    page.locator("details.part").evaluate_all("all => all.forEach((it) => { it.open = true; })")
    seen = page.locator("table a:visible").evaluate_all("all => all.map(it => it.hash.slice(1))")
    assert book.routes.keys() - set(seen) == set()
    page.goto(f"{root}plan/{file}")
    expect(page.locator(".finder")).to_be_hidden()
    expect(page.locator(".plan")).to_be_hidden()
    page.goto(root + file)
    page.locator(".finder__plain a").click()
    expect(page.locator("h1")).to_contain_text("Your plan")
    context.close()
