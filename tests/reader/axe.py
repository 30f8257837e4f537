"""axe, on any page: what it finds, and what it could not decide and we did."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_DRAWN = "words on shapes of the drawing, which axe does not see; the colours are in test_contrast"

# What axe leaves to people: rule, what it says of it, where; and why it is fine there.
JUDGED = [
    ("color-contrast", "bgOverlap", ".picture svg", _DRAWN),
    ("color-contrast", "imgNode", ".picture svg", _DRAWN),
    ("color-contrast", "shortTextContent", ".picture svg", _DRAWN),
    ("color-contrast", "pseudoContent", ".hero", "dots beside the words (test_axe measures it)"),
    ("color-contrast", "elmPartiallyObscuring", ".md-header__topic",
     "the page's title slides in where the site's name was: both bar-ink on bar"),
    ("color-contrast", "elmPartiallyObscuring", ".cite a",
     "a chip on two lines: ink-soft on the chip's own panel-strong (test_contrast)"),
    ("color-contrast", "elmPartiallyObscuring", "pre > code",
     "a string on two lines: good on panel (test_contrast)"),
    ("color-contrast", "nonBmp", ".sign", "plus, minus and the like: pairs of test_contrast"),
    ("color-contrast", "bgOverlap", ".md-search-result__item",
     "a result cut by the lower edge of its box: in the colours of those above, which axe sees"),
]  # fmt: skip

_SOURCE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

_RUN = """async ([tags, judged]) => {
    const found = [];
    const results = await axe.run(document, { runOnly: { type: "tag", values: tags },
        resultTypes: ["violations", "incomplete"] });
    for (const kind of ["violations", "incomplete"]) {
        for (const { id, nodes } of results[kind]) {
            for (const { any, all, none, target, html } of nodes) {
                const said = [...any, ...all, ...none].map((it) => it.data && it.data.messageKey);
                const element = document.querySelector([target.at(-1)].flat().at(-1));
                const fine = kind === "incomplete" && judged.some(([rule, word, where]) =>
                    rule === id && said.includes(word) && element.closest(where));
                if (!fine) found.push(`${kind} ${id} ${said}: ${target} ${html.slice(0, 150)}`);
            }
        }
    }
    return found;
}"""


def faults(page: Page) -> list[str]:
    """Everything axe found wrong, or could not decide and we have not judged.

    Asked once all is laid out: before that, what waits (gradual-layout.js) has no true size.
    """
    page.wait_for_function("() => !document.querySelector('html.lean')")
    page.evaluate(_SOURCE)
    found: list[str] = page.evaluate(_RUN, [TAGS, [list(it[:3]) for it in JUDGED]])
    return found
