"""What a browser keeps of the guide: only what somebody chose, and never the words of a letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests import actions
from tests.conftest import Site
from tools import browser as browsers

STEPS = "opt-out/facebook/ios/"
WORDS = "Zyx Qwvut"  # typed into a letter, to be found nowhere else

# Every way in which a page could keep something, written down as it is asked for.
WATCH = """(() => {
    const seen = [];
    window.kept = seen;
    for (const [owner, name] of [[Storage.prototype, "setItem"], [IDBFactory.prototype, "open"],
                                 ...(window.caches ? [[CacheStorage.prototype, "open"]] : [])]) {
        const own = owner[name];
        owner[name] = function (...given) {
            seen.push([name, ...given].join(" "));
            return own.apply(this, given);
        };
    }
    const { set } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
    Object.defineProperty(Document.prototype, "cookie", { get: () => "", set(text) {
        seen.push(`cookie ${text}`);
        set.call(this, text);
    } });
})()"""
HEAR = """window.heard = [];
addEventListener("storage", ({ key, newValue }) => heard.push(`${key} ${newValue}`));"""


@pytest.mark.parametrize(
    "path",
    [
        STEPS,
        "plan/",
        *(
            pytest.param(it, marks=pytest.mark.audit)
            for it in ("", "letters/eu/object/", "about/accessibility/")
        ),
    ],
)
def test_nothing_is_written_even_for_a_moment_before_somebody_chooses(
    site: Site, path: str
) -> None:
    page = site.page
    page.goto(site.address("about/privacy/"))
    other = page.context.new_page()  # a second tab of the site hears of each change
    other.goto(site.address("about/privacy/"))
    other.evaluate(HEAR)
    page.add_init_script(WATCH)
    page.bring_to_front()  # a tab behind another is slow
    page.goto(site.address(path))
    actions.look_around(page)
    assert page.evaluate("kept") == []
    assert other.evaluate("heard") == []
    actions.theme(page)
    assert any(".__palette" in it for it in page.evaluate("kept")), "the watch sees nothing"


@pytest.mark.parametrize("kind", ["full", "forgetful"])
def test_kept_is_said_only_once_something_was(web: Site, kind: str) -> None:
    note = web.page.locator(".kept").first
    page = web.open(STEPS)
    expect(note).to_contain_text("This browser is asked to keep what you tick")
    expect(note).not_to_contain_text("are kept")
    page.locator("[data-tick]").first.check()
    expect(note).to_contain_text("are kept in this browser, on this device")
    page.reload()
    expect(note).to_contain_text("are kept in this browser, on this device")
    fails = "throw new Error('full')" if kind == "full" else ""
    page.evaluate(f"Storage.prototype.setItem = () => {{ {fails} }}, 1")
    page.locator("[data-tick]").nth(1).check()
    expect(note).to_contain_text("This browser keeps nothing for this page")
    expect(page.locator(".said")).to_have_text("This browser did not keep that.")


ODD = {
    "guide.plan": ("{", '{"place": "eu"}', '{"place": "eu", "uses": [null]}'),
    "guide.ticks": ("7", '{"x--y": 2}', '{"__proto__": 1, "constructor": 1}'),
    "guide.ticks.days": ('{"x--y": 1}', '{"x--y": "2026-03-12"}'),
    "guide.keys": ("off", '"of"', '{"toString": "off"}'),
}
ODDER = {
    "guide.plan": ("7", "[]", "null", '"eu"', '{"place": 1, "uses": []}',
                   '{"place": "eu", "uses": "chatgpt-web"}'),
    "guide.ticks": ("{", "[]", "{}", '["x"]', '{"<img src=x>": 1}'),
    "guide.ticks.days": ("{", "7", "[]", "{}"),
    "guide.keys": ("0", "null", '["off"]'),
}  # fmt: skip


@pytest.mark.parametrize("key", ODD)
@pytest.mark.parametrize(
    "values", [ODD, pytest.param(ODDER, marks=pytest.mark.audit)], ids=["odd", "odder"]
)
def test_an_odd_entry_is_as_none_and_is_removed(
    web: Site, values: dict[str, tuple[str, ...]], key: str
) -> None:
    page = web.open("about/accessibility/" if key == "guide.keys" else "plan/")
    for value in values[key]:
        page.evaluate("given => localStorage.setItem(...given)", [key, value])
        page.reload()
        assert page.evaluate("key => localStorage.getItem(key)", key) is None, value
        if key == "guide.keys":
            expect(page.get_by_label("open search")).to_be_checked()
        else:
            expect(page.locator(".plan")).to_be_hidden()
            expect(page.locator(".kept").first).not_to_contain_text("are kept")


def test_what_another_edition_of_the_guide_kept_stays(web: Site) -> None:
    """A plan or a tick of the right shape is left, though nothing here has its name."""
    page = web.open("plan/")
    known = {"guide.plan": '{"place":"atlantis","uses":["x"]}', "guide.ticks": '{"old--step":1}'}
    for entry in known.items():
        page.evaluate("given => localStorage.setItem(...given)", list(entry))
    page.reload()
    expect(page.locator(".plan")).to_be_hidden()
    assert page.evaluate("({...localStorage})") == known


def test_cleared_is_said_only_when_it_was(web: Site) -> None:
    page = web.open(STEPS)
    page.locator("[data-tick]").first.check()
    page.evaluate("Storage.prototype.removeItem = () => {}, 1")
    page.get_by_role("button", name="Clear everything").click()
    expect(page.locator(".said")).to_contain_text("This browser did not clear it.")
    page.reload()
    page.get_by_role("button", name="Clear everything").click()
    expect(page.locator(".said")).to_have_text("Cleared: this site keeps nothing here now.")
    assert page.evaluate("({...localStorage})") == {}


# The words of a letter


def started(chromium: Browser, profile: Path) -> BrowserContext:
    """A browser as people have it, with a folder of its own."""
    return chromium.browser_type.launch_persistent_context(
        profile,
        executable_path=browsers.find(whole=True),
        args=list(browsers.FLAGS),
        ignore_default_args=["--disable-back-forward-cache"],
    )


def on_disk(profile: Path, words: str) -> list[str]:
    """The files that hold the words, in either way a browser writes text."""
    forms = [words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [file for file in profile.rglob("*") if file.is_file()]
    return [file.name for file in files if any(it in file.read_bytes() for it in forms)]


def test_a_browser_writes_no_word_of_a_letter_to_its_disk(
    chromium: Browser, server: str, tmp_path: Path
) -> None:
    context = started(chromium, tmp_path)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{server}letters/eu/object/")
    page.get_by_label("Your full name").press_sequentially(WORDS)
    page.keyboard.press("Enter")
    expect(page.locator(".letter:visible")).to_contain_text(WORDS)
    page.goto(f"{server}rights/eu/")
    page.go_back(wait_until="commit")
    page.evaluate("history.pushState('elsewhere Zyx', '')")  # such a state is written down
    page.evaluate("localStorage.setItem('seen', 'Uvw Rstq')")
    page.wait_for_timeout(3000)  # sessions are written every few seconds
    context.close()
    assert on_disk(tmp_path, "Uvw Rstq"), "this test cannot see what is kept"
    assert on_disk(tmp_path, WORDS) == []


def test_closing_the_tab_or_clear_ends_it(remembering: BrowserContext, server: str) -> None:
    page = remembering.new_page()
    page.goto(f"{server}letters/eu/object/")
    name = page.get_by_label("Your full name")
    name.press_sequentially(WORDS)
    page.close(run_before_unload=False)
    page = remembering.new_page()
    for _ in range(2):
        page.goto(f"{server}letters/eu/object/")
        expect(page.get_by_label("Your full name")).to_have_value("")
        assert WORDS not in page.content()
    page.get_by_label("Your full name").press_sequentially(WORDS)
    page.get_by_role("button", name="Clear the fields").click()
    assert WORDS not in page.content()
    page.goto(f"{server}rights/eu/")
    page.go_back(wait_until="commit")
    expect(page.get_by_label("Your full name")).to_have_value("")
    assert WORDS not in page.content()
