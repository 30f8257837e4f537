"""What a reader can do on any page; each does nothing where the page has no such thing."""

from __future__ import annotations

from playwright.sync_api import Page, expect

MARK = "zq7typed"  # typed everywhere, to be found nowhere else

_FIELDS = "article :is(input:not([type]), input[type=text], input[type=search], textarea)"


def wake(page: Page) -> None:
    """Touch a key, and wait for what is fetched on the first touch."""
    page.keyboard.press("Shift")
    page.wait_for_function("""() => window.component$
        && [...document.querySelectorAll("link[rel=stylesheet]")].every((it) => it.sheet)""")


def menu(page: Page) -> None:
    """Open the menu of a narrow window."""
    button = page.locator("header [for=__drawer]")
    if button.is_visible():
        button.click()
        expect(page.locator(".md-nav--primary .md-nav__link:visible").first).to_be_in_viewport()


def close(page: Page) -> None:
    """Close whatever is open over the page."""
    page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('[data-md-toggle]:checked').forEach(it => it.click())")


def search(page: Page, words: str) -> None:
    """Search, and wait for what is found."""
    page.locator("header [for=__search]:visible, .md-search__input:visible").first.click()
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")  # the theme asks when a key is let go
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=30_000)


def theme(page: Page) -> None:
    """Switch between light and dark."""
    page.locator("form[data-md-component=palette] label:visible").click()


def unfold(page: Page) -> None:
    """Open every folded part."""
    page.locator("article details").evaluate_all("all => all.forEach(it => { it.open = true; })")


def look_around(page: Page) -> None:
    """Do all that chooses nothing: move, scroll, look into the menu, search, unfold, print."""
    page.mouse.move(100, 100)
    page.mouse.move(200, 300)
    page.mouse.wheel(0, 900)
    wake(page)
    menu(page)
    close(page)
    search(page, "opt out")
    close(page)
    unfold(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(300)  # what would be kept late


def tick(page: Page) -> None:
    """Tick every box, choose every radio button in turn."""
    page.locator("article input:is([type=checkbox], [type=radio]):visible").evaluate_all(
        "all => all.forEach((it) => { if (!it.checked) it.click(); })"
    )


def write(page: Page) -> None:
    """Fill every field, and take the last of every list."""
    for field in page.locator(f":is({_FIELDS}):visible").all():
        field.fill(MARK)
    for field in page.locator("article input[type=date]:visible").all():
        field.fill("2026-10-31")
    for field in page.locator("article select:visible").all():
        field.select_option(index=field.locator("option").count() - 1)


def press(page: Page) -> None:
    """Press every button that stays on the page. Printing would stop the browser."""
    page.evaluate("window.print = () => {}")
    for button in page.locator("article button[type=button]:visible").all():
        if button.is_visible() and button.is_enabled():  # an earlier one may have cleared it
            button.click()


def plan(page: Page) -> None:
    """Have a plan made where there is a finder, for a place with a form to object."""
    finder = page.locator("#finder")
    if not finder.count():
        return
    finder.locator("#finder-search").fill("Germany")
    tick(page)
    finder.locator("button:not([type=button])").click()
    expect(page.locator(".plan__do")).to_be_visible()


def everything(page: Page) -> None:
    """All of it, one after the other; the page is left where it was, or on its plan."""
    menu(page)
    close(page)
    search(page, "opt out")
    close(page)
    theme(page)
    unfold(page)
    write(page)
    tick(page)
    press(page)
    plan(page)
