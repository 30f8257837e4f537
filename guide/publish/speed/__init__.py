"""What makes the site fast. Delete this folder and the site works, heavier.

A phone then fetches about 230 KiB before it shows a page of steps, instead of 30. What the
steps here rely on in a browser are ``lazy-theme.js``, ``gradual-layout.js``,
``lazy-deadline.js`` and ``settings.js`` among our scripts, which no page asks for without them.
"""

from __future__ import annotations

from guide.publish.site import Step
from guide.publish.speed import critical_css, fingerprint, minify, scripts

FASTER: tuple[Step, ...] = (
    Step("needless markup", minify.strip, "before there are styles in pages with such words"),
    Step("lazy scripts", scripts.apply, "before the critical CSS, which reads them for names"),
    Step(
        "critical CSS",
        critical_css.apply,
        "when pages hold everything they are going to show",
        critical_css.ahead,
    ),
    Step("fingerprints", fingerprint.apply, "when no file's content changes any more"),
)
"""What is done to pages and their files before each page states its policy."""

SMALLER: tuple[Step, ...] = (
    Step("minify", minify.apply, "last: it writes attributes as no other step expects them"),
)
