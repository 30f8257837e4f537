"""What a page holds that a style sheet's selector may ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guide.publish.speed import css

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:[^>\"]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:=(?:\"([^\"]*)\"|([^\s\">]+)))?")
_TEXT = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Tags, ``.classes``, ``#ids`` and ``[attributes]`` in HTML; the words of its scripts."""

    html: frozenset[str]
    words: frozenset[str] = frozenset()

    def hold(self, selector: str) -> bool:
        """Whether the selector could match, now or once a script has run."""
        held = all(need in self.html or self._said(need) for need in css.needs(selector))
        return held and all(any(map(self.hold, group)) for group in css.alternatives(selector))

    def _said(self, need: str) -> bool:
        return need[0] not in ".#" and self.words.issuperset(_WORD.findall(need))


def join(all_names: Iterable[Names]) -> Names:
    """What any of them holds."""
    listed = list(all_names)
    return Names(
        frozenset().union(*(one.html for one in listed)),
        frozenset().union(*(one.words for one in listed)),
    )


def in_html(html: str) -> Names:
    """The names in a page; what stands in its scripts is none of it."""
    found = {".js", ".lean"}  # which early.js gives the root
    for tag, attributes in set(_TAG.findall(_SCRIPT.sub("", html))):
        found.add(tag.lower())
        if "class=" not in attributes:
            found.add(f"{tag.lower()}:not([class])")
        for name, quoted, bare in _ATTRIBUTE.findall(attributes):
            value = quoted or bare
            found |= {f"[{name}]", f"[{name}={value}]"}
            if name == "class":
                found |= {f".{one}" for one in value.split()}
            elif name == "id":
                found.add(f"#{value}")
    return Names(frozenset(found))


def in_script(code: str, ours: bool = True) -> Names:
    """A script may put on a page whatever its texts have a word for.

    Others' scripts are large: of their words only ``md-search`` and the like may be classes.
    """
    words = frozenset(_WORD.findall(" ".join(_TEXT.findall(code))))
    names = {word for word in words if ours or "-" in word}
    return Names(frozenset(mark + name for name in names for mark in ".#"), words)
