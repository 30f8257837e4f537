"""The palette's pairs are readable, light and dark (WCAG 2.2: 1.4.3, 1.4.11)."""

from __future__ import annotations

import re

import pytest

from guide.paths import DOCS

STYLES = DOCS / "assets" / "stylesheets"
TEXT = {
    "ink": ("paper", "panel", "panel-strong", "mark"),
    "ink-soft": ("paper", "panel", "panel-strong", "mark"),
    "link": ("paper", "panel", "mark"),
    "link-strong": ("paper", "panel-strong"),
    "bar-ink": ("bar",),
    "bar-soft": ("bar",),
    "go-ink": ("go", "go-strong"),
    "good": ("good-ground", "panel"),
    "partly": ("partly-ground",),
    "bad": ("bad-ground",),
}
PARTS = {
    "edge": ("paper", "panel"),
    "focus": ("paper", "panel", "mark"),
    "spark": ("bar",),
    "bar-edge": ("bar",),
    "go": ("paper", "panel"),
    "mark-edge": ("paper", "mark"),
}


def colours(css: str) -> dict[str, str]:
    found = re.findall(r"--([\w-]+):\s*#([0-9a-f]{6}|[0-9a-f]{3});", css)
    return {
        name: f"#{hex_ if len(hex_) == 6 else ''.join(c * 2 for c in hex_)}" for name, hex_ in found
    }


LIGHT = colours((STYLES / "palette.css").read_text(encoding="utf-8"))
CHOSEN, FOLLOWED = (
    colours(half)
    for half in (STYLES / "dark.css").read_text(encoding="utf-8").split("@media screen and")[:2]
)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, CHOSEN], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (PARTS, 3.0)], ids=["text", "parts"])
def test_every_pair_is_readable(
    palette: dict[str, str], pairs: dict[str, tuple[str, ...]], least: float
) -> None:
    for colour, grounds in pairs.items():
        for ground in grounds:
            found = contrast(palette[colour], palette[ground])
            assert found >= least, f"{colour} on {ground}: {found:.2f}"


def test_dark_by_choice_and_by_device_are_the_same() -> None:
    assert CHOSEN
    assert CHOSEN == FOLLOWED
