"""Sheets as they come out of the printer, read and drawn by another program than the browser's."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

POINTS = 72
"""To the inch, in a PDF."""
INCH = 25.4
"""Millimetres."""
_END_OF_LINE = "\ufffe"
"""What PDFium reads a hyphen as, where a word is broken over lines."""


@dataclass(frozen=True)
class Sheet:
    """One side of a sheet."""

    page: pypdfium2.PdfPage

    @cached_property
    def text(self) -> str:
        """Its words, with single spaces and without ligatures."""
        read = self.page.get_textpage().get_text_range().replace(_END_OF_LINE, "-")
        return " ".join(unicodedata.normalize("NFKC", read).split())

    @property
    def millimetres(self) -> tuple[int, int]:
        """Its width and height."""
        width, height = (round(it / POINTS * INCH) for it in self.page.get_size())
        return width, height

    def drawn(self, dots: int = 150) -> Image.Image:
        """It in shades of grey, with so many dots to the inch."""
        image: Image.Image = self.page.render(scale=dots / POINTS, grayscale=True).to_pil()
        return image


def sheets(pdf: bytes) -> list[Sheet]:
    return [Sheet(page) for page in pypdfium2.PdfDocument(pdf)]
