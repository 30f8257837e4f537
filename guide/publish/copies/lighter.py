"""The codes that a copy for disk does without.

The QR code in the margin of paper is left out where nobody hands the page out: its address stands
there in words, too. A way has no code of its own: on paper its page has one, and the web has all.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from guide import addresses
from guide.i18n.words import _
from guide.publish import csp, print_marks, tags
from guide.publish.site import Site

_CODED = re.compile(
    rf"(?:{addresses.SOURCES}|{addresses.LETTERS}|{addresses.COMPARE})/.+/index\.html"
)
"""Pages without a code: evidence, letters, single answers."""
_OF_WAY = re.compile(r'<details class="qr".*?</details>\s*', re.DOTALL)
_OF_WAYS = ".qr.svg"
_CODE = re.compile(rf'<img src="{re.escape(print_marks.CODE)}"[^>]*>')


def apply(site: Site) -> None:
    """Take out the codes that nobody needs."""
    site.remove(lambda path: path.endswith(_OF_WAYS))
    for page, text in site.pages.items():
        if (bare := _OF_WAY.sub("", text)) != text:
            with_code, without = _holds()
            site.pages[page] = bare.replace(str(with_code), str(without))
    for page, text in site.pages.items():
        if _CODED.fullmatch(page) and print_marks.STYLE in text:
            site.pages[page] = _uncoded(text)
            del site.files[f"{page.removesuffix('index.html')}{print_marks.CODE}"]


def _holds() -> tuple[Markup, Markup]:
    """What the closed part with the code says it holds, and what it holds then."""
    return escape(_("A link, a QR code, and who sees it")), escape(_("A link, and who sees it"))


def _uncoded(text: str) -> str:
    """The page and its policy without the code and the style that names it."""
    bare = _CODE.sub("", text.replace(print_marks.STYLE, ""))
    before, after = (csp.stated(tags.inline(it)) for it in (text, bare))
    return bare.replace(before, after)
