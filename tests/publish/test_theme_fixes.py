"""What the theme leaves against the rules of HTML is mended, and one day not needed any more."""

from __future__ import annotations

import pytest

from guide.publish import theme_fixes
from guide.publish.site import ThemeChangedError
from tests.publish.sites import site

PAGE = (
    '<meta name="generator" content="x-1"><link rel="next" href="../a/">'
    '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">'
    '<label class="md-nav__link " for="__nav_2" tabindex=""></label>'
    '<label class="md-nav__title" for="__toc"></label>'
)


def fixed(page: str, name: str = "index.html") -> str:
    it = site({name: page}, {"a.js.map": b"", "assets/javascripts/lunr/x.js": b"", "a.js": b""})
    theme_fixes.apply(it)
    assert list(it.files) == ["a.js"]
    return it.pages[name]


def test_a_page_is_mended() -> None:
    assert fixed(PAGE) == (
        '<input class="md-toggle" type="checkbox" id="__drawer">'
        '<label class="md-nav__link " for="__nav_2"></label>'
        '<label class="md-nav__title"></label>'
    )


def test_a_title_with_a_box_to_switch_stays() -> None:
    assert '<label class="md-nav__title" for="__toc">' in fixed(f'{PAGE}<input id="__toc">')


def test_a_page_of_no_contents_need_not_have_a_title_above_them() -> None:
    fixed(PAGE.replace("md-nav__title", "other"), "404.html")


@pytest.mark.parametrize(
    ("old", "told"),
    [
        (' autocomplete="off"', "autocomplete"),
        (' tabindex=""', "empty tabindex"),
        ("md-nav__title", "md-nav__title"),
        ('<link rel="next"', "link in its head"),
        ('name="generator"', "generator"),
    ],
)
def test_a_fix_that_fixes_nothing_any_more_is_told(old: str, told: str) -> None:
    with pytest.raises(ThemeChangedError, match=told):
        fixed(PAGE.replace(old, "", 1))
