"""The picture a messenger shows beside a link: 1200 × 630, drawn from a title and one line."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import fontpkg_noto_sans  # type: ignore[import-untyped]
from PIL import Image, ImageColor, ImageDraw, ImageFont

SIZE = (1200, 630)

# As in palette.css: the bar, what stands on it, and the spark.
BAR, INK, SOFT, GRID, BLOCK, SPARK = (
    "#3a1c42",
    "#ffffff",
    "#d9c5de",
    "#553360",
    "#8f5499",
    "#f2a93b",
)

_FONT = Path(fontpkg_noto_sans.__file__).parent / "files" / "NotoSans[wdth,wght].ttf"
_REGULAR, _SEMIBOLD, _BOLD = 450, 600, 700
_LEFT, _WIDTH = 80, 900
_NAME, _NAME_WIDTH = (170, 70), 720
_SHARP = 4
_GROUND, _SHADES = 32, 16
"""Colours of a card's palette: those of what all share, the last the spark's; and of each ink."""
_EFFORT = 7
"""Of 9. With 9 a card is an eighth smaller, and all of them take longer than the engine."""


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The basic layout is part of Pillow itself: the same on every machine.
    font = ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight, 100])
    return font


def missing(text: str) -> str:
    """The characters of a text that the font cannot draw."""
    return "".join(sorted(it for it in set(text) if it != " " and _drawn(it) == _drawn("\uffff")))


@cache
def _drawn(character: str) -> bytes:
    return bytes(_font(32, _REGULAR).getmask(character))


def draw(name: str, title: str, line: str) -> bytes:
    """The PNG: the guide's name, the title in up to four lines, and a line below it."""
    image = _ground(name).copy()
    font, rows = _fitting(title)
    step = font.size * 1.18
    top = 335 - step * len(rows) / 2
    for index, row in enumerate(rows):
        _write(image, top + index * step, row, font, _GROUND)
    ImageDraw.Draw(image).rectangle((_LEFT + 3, 520, _LEFT + 98, 527), _GROUND - 1)
    _write(image, 545, line, _font(30, _REGULAR), _GROUND + _SHADES)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=_EFFORT)
    return out.getvalue()


def _write(
    image: Image.Image, top: float, text: str, font: ImageFont.FreeTypeFont, first: int
) -> None:
    """A row of text, in the shades of the palette from ``first`` on.

    To draw in true colours and look for the best palette afterwards takes as long as all the rest.
    """
    strip = Image.new("L", (SIZE[0], int(font.size * 1.5)))
    down = top - int(top)
    ImageDraw.Draw(strip).text((_LEFT, down), text, 255, font)
    shades = strip.point([first + ink * (_SHADES - 1) // 255 for ink in range(256)])
    image.paste(shades, (0, int(top)), strip.point([0, *[255] * 255]))


def _fitting(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    for size in (84, 72, 60, 48):
        font = _font(size, _BOLD)
        rows = _rows(title, font, _WIDTH)
        if len(rows) * size <= 260:
            break
    # As narrow as these rows allow: none holds a word left over. Wider never needs more rows.
    widths = [*range(_WIDTH // 2, _WIDTH, 20), _WIDTH]
    fits = bisect_left(widths, True, key=lambda width: len(_rows(title, font, width)) <= len(rows))
    return font, _rows(title, font, widths[fits])


def _rows(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and font.getlength(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


@cache
def _ground(name: str) -> Image.Image:
    """What all pictures share: a grid of dots, the one that left it, the mark and the name."""
    image = Image.new("RGB", (SIZE[0] * _SHARP, SIZE[1] * _SHARP), BAR)
    pen = ImageDraw.Draw(image)
    for x in range(1000, 1200, 48):
        for y in range(36, 630, 48):
            _dot(pen, x, y, 6, GRID)
    _dot(pen, 1000, 132, 8, BAR)
    _dot(pen, 930, 84, 14, SPARK)
    _mark(pen)
    image = image.resize(SIZE, Image.Resampling.LANCZOS)
    ImageDraw.Draw(image).text(_NAME, name, SOFT, _name_font(name))
    image = image.quantize(_GROUND - 1, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    own = (image.getpalette() or [])[: 3 * (_GROUND - 1)]
    own += [0] * (3 * (_GROUND - 1) - len(own))
    image.putpalette([*own, *ImageColor.getrgb(SPARK), *_shades(INK), *_shades(SOFT)])
    return image


def _shades(ink: str) -> Iterator[int]:
    """From the bar's colour to the ink's, as a palette counts: red, green, blue, red …"""
    ends = list(zip(ImageColor.getrgb(BAR), ImageColor.getrgb(ink), strict=True))
    for shade in range(_SHADES):
        yield from (low + (high - low) * shade // (_SHADES - 1) for low, high in ends)


def _name_font(name: str) -> ImageFont.FreeTypeFont:
    """As large as leaves the spark alone: some languages need more words."""
    fonts = [_font(size, _SEMIBOLD) for size in (36, 32, 28, 24)]
    return next((it for it in fonts if it.getlength(name) <= _NAME_WIDTH), fonts[-1])


def _mark(pen: ImageDraw.ImageDraw) -> None:
    """The logo (logo.svg, 40 units) at twice its size."""
    at = 76, 52
    box = [(side + unit * 2) * _SHARP for side, unit in zip(at * 2, (2, 6, 34, 38), strict=True)]
    pen.rounded_rectangle(box, 14 * _SHARP, BLOCK)
    _dot(pen, at[0] + 64, at[1] + 16, 22, BAR)
    for x, y in ((9.5, 13.5), (18, 13.5), *((x, y) for x in (9.5, 18, 26.5) for y in (22, 30.5))):
        _dot(pen, at[0] + x * 2, at[1] + y * 2, 4.8, INK)
    _dot(pen, at[0] + 64, at[1] + 16, 12, SPARK)


def _dot(pen: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: str) -> None:
    box = [
        (x - radius) * _SHARP,
        (y - radius) * _SHARP,
        (x + radius) * _SHARP,
        (y + radius) * _SHARP,
    ]
    pen.ellipse(box, colour)
