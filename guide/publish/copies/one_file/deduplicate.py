"""Blocks that stand in the file again and again are kept once, and linked to from there on."""

from __future__ import annotations

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

# Each has a summary or a caption, which becomes the text of the link.
_BLOCKS = ".//details | .//table[caption]"


class SeenBlocks:
    """The blocks seen so far."""

    def __init__(self) -> None:
        self._seen: dict[bytes, Any] = {}
        self._named = 0

    def replace(self, article: Any) -> None:
        """Put a link in the place of each block that has stood before."""
        for block in article.xpath(_BLOCKS):
            same = etree.tostring(block, method="c14n", with_tail=False)
            first = self._seen.setdefault(same, block)
            if first is not block:
                self._link(block, first)

    def _link(self, block: Any, first: Any) -> None:
        if not first.get("id"):
            self._named += 1
            first.set("id", f"block-{self._named}")
        (title,) = block.xpath("(summary | caption)[1]")
        line = etree.Element("p")
        link = etree.SubElement(line, "a", href=f"#{first.get('id')}")
        link.text = title.text_content()
        line.tail = block.tail
        block.getparent().replace(block, line)
