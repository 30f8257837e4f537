"""Two builds of one guide, made comparable: what is the engine's own is looked past, by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from tests.page_facts import parsed

_CONTENTS = "//nav[contains(@class, 'md-nav--secondary')]"

# What cannot be equal. ENGINES.md gives the reason for each, under the same name.
DIFFERENCES = {
    "Skip link": "//a[@id='__skip'] | //a[@class='md-skip']",
    "Files of the theme": "//head/style[not(@media)] | //@data-sheet"
    " | //noscript/link | //link[@media='print']",
    "Inline script": "//head/script[not(@src)] | //meta[@http-equiv]/@content",
    "Script for the search dialog": "//@data-scripts",
    "Search dialog": "//*[@role='dialog']",
    "Names in the header": "//header//label[starts-with(@for, '__')]",
    "Place for the repository": "//header//*[@class='md-header__source']",
    "Roles in the frame": "//*[@class='md-overlay']/@aria-hidden"
    " | //*[@class='md-dialog']/@role | //*[@class='md-dialog']/@aria-atomic",
    "Name of the contents": f"{_CONTENTS}/@aria-label | {_CONTENTS}/label",
    "Markup of the contents": f"{_CONTENTS}//span",
}
# Elements of which only the tags go: their text is compared.
_WRAPPERS = {"Markup of the contents"}


def page(file: Path, address: str, past: set[str]) -> list[str]:
    """A page's elements, attributes and text, a line each; every address written out in full."""
    tree = parsed(file)
    for name in past:
        _look_past(tree, DIFFERENCES[name], unwrap=name in _WRAPPERS)
    lines: list[str] = []
    _write(tree, address, lines)
    return lines


def _look_past(tree: Any, path: str, *, unwrap: bool) -> None:
    for found in tree.xpath(path):
        if hasattr(found, "attrname"):
            found.getparent().attrib.pop(found.attrname)
        elif unwrap:
            found.drop_tag()
        else:
            found.drop_tree()


def _write(node: Any, address: str, lines: list[str]) -> None:
    if not isinstance(node.tag, str):
        return
    attributes = {
        name: urljoin(address, value) if name in {"href", "src"} else value
        for name, value in sorted(node.attrib.items())
    }
    lines.append(f"<{node.tag} {attributes}>")
    lines.extend(_words(node.text))
    for child in node:
        _write(child, address, lines)
        lines.extend(_words(child.tail))
    lines.append(f"</{node.tag}>")


def _words(text: str | None) -> list[str]:
    return [" ".join(text.split())] if text and text.strip() else []
