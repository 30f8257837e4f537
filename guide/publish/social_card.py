"""The picture a messenger shows beside a link: 1200 × 630, drawn from a title and one line."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import fontpkg_noto_sans  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFont

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
    pen = ImageDraw.Draw(image)
    font, rows = _fitting(title)
    step = font.size * 1.18
    top = 335 - step * len(rows) / 2
    for index, row in enumerate(rows):
        pen.text((_LEFT, top + index * step), row, INK, font)
    pen.rectangle((_LEFT + 3, 520, _LEFT + 98, 527), SPARK)
    pen.text((_LEFT, 545), line, SOFT, _font(30, _REGULAR))
    out = io.BytesIO()
    image.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", compress_level=_EFFORT
    )
    return out.getvalue()


def _fitting(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    for size in (84, 72, 60, 48):
        font = _font(size, _BOLD)
        rows = _rows(title, font, _WIDTH)
        if len(rows) * size <= 260:
            break
    # As narrow as these rows allow: none holds a word left over.
    narrow = (_rows(title, font, width) for width in range(_WIDTH // 2, _WIDTH, 20))
    return font, next((it for it in narrow if len(it) == len(rows)), rows)


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
    return image


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
