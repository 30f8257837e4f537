"""What is done to a built site, whichever engine built it: every step, in its order."""

from __future__ import annotations

from functools import partial

from guide.publish import (
    cited_on,
    copies,
    csp,
    embed,
    feed,
    language_switch,
    notices,
    open_data,
    page_check,
    per_company,
    place_names,
    plan_script,
    print_marks,
    qr,
    redirects,
    script_words,
    search_index,
    security_txt,
    shared_data,
    social,
    theme_fixes,
    translated,
)
from guide.publish.search import replace_search, sections
from guide.publish.site import Step

try:
    from guide.publish.speed import FASTER, SMALLER
except ModuleNotFoundError as missing:  # without that folder the site works, heavier
    if missing.name != "guide.publish.speed":
        raise
    FASTER, SMALLER = (), ()

STEPS: tuple[Step, ...] = (
    Step("theme fixes", theme_fixes.apply, "first: what follows reads pages that are valid HTML"),
    Step("sections", sections.apply, "before any step writes words that are no answer to a search"),
    Step("languages", translated.apply, "before anything looks at words: marks of what is English"),
    Step("search index", search_index.trim, "before the copy for disk makes a script of it"),
    Step("own search", replace_search.apply, "from the trimmed index; pages name its script"),
    Step("notices", notices.apply, "while files still have the names that tell the theme"),
    Step("cited on", cited_on.apply, "while links have the form that the macros give them"),
    Step("print marks", print_marks.apply, "before the critical CSS, which looks at all elements"),
    Step("language switch", language_switch.apply, "before the critical CSS, and before scripts "
         "are joined: it adds to one"),
    Step("social cards", social.apply, "anywhere before the policies: only the head grows",
         social.ahead),
    Step("redirects", redirects.apply, "before fingerprints and policies, which they need, too"),
    Step("embed", embed.apply, "before the policies: it has a style of its own"),
    Step("QR codes", qr.apply, "anywhere: files beside the pages", qr.ahead),
    Step("open data", open_data.apply, "anywhere: files beside the pages"),
    Step("feed", feed.apply, "anywhere: a file beside the pages"),
    Step("per company", per_company.apply, "anywhere: files beside the pages"),
    Step("security.txt", security_txt.apply, "anywhere: a file beside the pages"),
    Step("place names", place_names.apply, "before fingerprints: its name is in the pages",
         place_names.ahead),
    Step("plan scripts", plan_script.apply, "before fingerprints: their names are in the pages"),
    Step("script words", script_words.apply, "before names hold a content: it is another one"),
    Step("marks", translated.finish, "after all that writes words, before names hold a content"),
    *FASTER,
    Step("policies", csp.apply, "after every inline script and style: it holds their hashes"),
    Step("copies", partial(copies.apply, smaller=SMALLER), "from pages that are finished, while "
         "their attributes have quotes; the page about copies then tells the sizes"),
    Step("shared data", shared_data.apply, "after the copies, which hold the files themselves"),
    Step("headers", csp.write_headers, "after the copies: they allow the one file its style"),
    *SMALLER,
    Step("page check", page_check.apply, "last: it looks at what readers get, copies included"),
)  # fmt: skip
