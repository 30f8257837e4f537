"""What is decided in one place: a copy that cannot be avoided must say the same."""

from __future__ import annotations

import re

import pytest

from guide import settings
from guide.paths import ROOT
from guide.publish import social_card
from guide.publish.speed.critical_css import WIDE

STYLES = ROOT / "docs" / "assets" / "stylesheets"
NAMED_BY_HAND = {"docs/assets/stylesheets/print.css", "docs/assets/javascripts/deadline.js"}
"""A style sheet and a script cannot ask what the guide is called."""
THEMES_OWN = {"60em", "76.25em"}
"""Widths where the theme changes: its tabs and its side menus."""


def texts(*folders: str) -> dict[str, str]:
    """Every file of code, markup, style and script in these folders."""
    kinds = {".py", ".html", ".css", ".js", ".txt", ".yml"}
    files = [file for it in folders for file in (ROOT / it).rglob("*") if file.suffix in kinds]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_the_guides_name_and_tagline_stand_in_its_settings_alone() -> None:
    given = settings.current()
    code = texts("guide", "overrides", "docs/assets")
    assert {file for file, text in code.items() if given.name in text} == NAMED_BY_HAND
    assert {file for file, text in code.items() if given.tagline in text} == set()
    assert [file for file, text in code.items() if "how to say no" in text] == []


@pytest.mark.parametrize("file", ["README.md", "LICENSE", "LICENSE-text", "LICENSE-data"])
def test_papers_for_people_give_the_guides_name(file: str) -> None:
    assert settings.current().name in (ROOT / file).read_text(encoding="utf-8")


def test_a_wide_screen_is_one_width_everywhere() -> None:
    found = {
        file: set(re.findall(r"min-width: ([\d.]+em)\)", text))
        for file, text in texts("docs/assets", "guide/publish").items()
    }
    assert set.union(*found.values()) == {f"{WIDE}em"} | THEMES_OWN
    own = {file for file, widths in found.items() if f"{WIDE}em" in widths}
    assert {file for file in own if file.endswith(".js")} == {
        "docs/assets/javascripts/lazy-theme.js",
        "guide/publish/speed/inline/early.js",
    }


def colours(text: str) -> dict[str, str]:
    """The colours that a list of declarations gives, in six digits."""
    found = re.findall(r"--([\w-]+): #([0-9a-f]+);", text)
    return {name: "".join(it * (6 // len(value)) for it in value) for name, value in found}


def test_dark_is_the_same_with_and_without_the_themes_script() -> None:
    chosen, device = (STYLES / "dark.css").read_text(encoding="utf-8").split("@media", 2)[1:]
    light = colours((STYLES / "palette.css").read_text(encoding="utf-8"))
    assert colours(chosen) == colours(device)
    assert colours(chosen).keys() == light.keys()


def test_the_social_card_has_the_colours_of_the_pages() -> None:
    light = colours((STYLES / "palette.css").read_text(encoding="utf-8"))
    names = {"bar": "BAR", "bar-ink": "INK", "bar-soft": "SOFT", "spark": "SPARK"}
    for name, own in names.items():
        assert f"#{light[name]}" == getattr(social_card, own), name
