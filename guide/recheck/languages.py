"""Published languages of which a part is not translated, or not any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from guide.i18n.catalogue import DOMAINS, Domain, Key
from guide.i18n.language import Language, named, published
from guide.recheck.finding import Finding
from guide.translate.collect import messages

_HEAD = """\
Where a translation is missing, or its English has changed, the pages show the English and say
so. `make translations` marks what changed in these files, with the old English beside it.
"""


def check() -> Iterable[Finding]:
    """One finding for each published language that is not whole."""
    codes = published()
    wanted = {domain: messages(domain) for domain in DOMAINS} if codes else {}
    return [found for it in codes if (found := of_language(named(it), wanted))]


def of_language(language: Language, wanted: Mapping[Domain, Collection[Key]]) -> Finding | None:
    """What is missing in a language, file by file; nothing if it is whole."""
    lines, missing = [], 0
    for domain, keys in wanted.items():
        known = language.catalogues[domain].said
        own = sum(key not in known for key in keys)
        missing += own
        lines += [f"- [ ] `locales/{language.code}/{domain}.po`: {own} texts"] if own else []
    if not missing:
        return None
    title = f"{language.locale.get_display_name('en')}: {missing} texts to translate"
    return Finding(f"language-{language.code}", title, "\n".join([_HEAD, *lines]))
