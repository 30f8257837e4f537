"""``make translations``: every catalogue as the English is today, and how far each language is."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel import Locale, UnknownLocaleError

from guide import settings
from guide.errors import BuildFailedError
from guide.i18n.catalogue import DOMAINS, Catalogue, Domain, Key, written
from guide.i18n.check import check
from guide.i18n.language import every
from guide.paths import LOCALES
from guide.translate import core
from guide.translate.collect import Message, messages
from guide.translate.update import updated

SHOWN = 20
"""As many texts are named that are still to translate."""


def translations(given: dict[str, str]) -> None:
    """Update all catalogues, or begin one: ``language=it``.

    ``same="a part of the new English"``: what changed there means the same, so translations
    of it stay.
    """
    if unknown := given.keys() - {"language", "same"}:
        raise BuildFailedError(f"{min(unknown)}= is not known; give language= or same=")
    wanted = {domain: messages(domain) for domain in DOMAINS}
    told = [f"{domain} {len(it)}" for domain, it in wanted.items()]
    print(f"messages: {', '.join(told)}; words: {_words(wanted)}, core {_words(core.needed())}")
    for code in sorted({*every(), *filter(None, [given.get("language")])}):
        print(_update(code, wanted, given.get("same", "")))
    published = {code: found for code in every() if (found := _read(code))["frame"].published}
    print("\n".join(asked(published, core.needed())))


def _update(code: str, wanted: dict[Domain, dict[Key, Message]], same: str) -> str:
    """Bring the catalogues of a language up to date, and say how far it is."""
    try:
        name = Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        raise BuildFailedError(f"language={code} is no language; give a code: de, pt-BR") from None
    folder = LOCALES / code
    folder.mkdir(parents=True, exist_ok=True)
    frame = Catalogue.read(folder / "frame.po", code)
    dates = frame.published, frame.read_on
    for domain, texts in wanted.items():
        file = folder / f"{domain}.po"
        content = updated(Catalogue.read(file, code), texts, same)
        _write(file, written(content, domain, name, dates if domain == "frame" else None))
    found = _read(code)
    check(found.values())
    done = share(found, core.needed())
    if done >= core.ENOUGH and not frame.published:
        dates = str(settings.current().guide_date), frame.read_on
        content = found["frame"].content
        _write(folder / "frame.po", written(content, "frame", name, dates))
    state = f"published {dates[0]}" if dates[0] else "not published"
    read = (
        f"read by a native speaker {dates[1]}" if dates[1] else "not yet read by a native speaker"
    )
    return (
        f"{code} ({name}): {share(found, wanted):.0%} of all words, {done:.0%} of the core; "
        f"{_fuzzy(found.values())} changed in English; {state}; {read}"
    )


def _read(code: str) -> dict[Domain, Catalogue]:
    return {domain: Catalogue.read(LOCALES / code / f"{domain}.po", code) for domain in DOMAINS}


def asked(
    published: Mapping[str, Mapping[Domain, Catalogue]],
    needed: Mapping[Domain, Mapping[Key, Message]],
) -> list[str]:
    """What the change that is being made asks for: each text of the core, in every language."""
    missing: dict[str, list[str]] = {}
    for code, found in published.items():
        for domain, texts in needed.items():
            for key, message in texts.items():
                if key not in found[domain].said:
                    missing.setdefault(f"{domain}.po: {message.text}", []).append(code)
    if not missing:
        return [f"the core is whole in {len(published)} languages: {', '.join(published)}"]
    count = "1 text" if len(missing) == 1 else f"{len(missing)} texts"
    head = f"to translate in the same change: {count} of the core; where nobody can, English shows"
    lines = [f"- {', '.join(codes)}: {_short(text)}" for text, codes in missing.items()]
    return [head, *lines[:SHOWN], *([f"- and {len(lines) - SHOWN} more"] if lines[SHOWN:] else [])]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else f"{line[:99]}…"


def share(found: dict[Domain, Catalogue], wanted: dict[Domain, dict[Key, Message]]) -> float:
    """How much of these messages is translated and up to date, by their words; from 0 to 1."""
    done = {
        domain: {key: it for key, it in texts.items() if key in found[domain].said}
        for domain, texts in wanted.items()
    }
    return _words(done) / max(_words(wanted), 1)


def _words(wanted: dict[Domain, dict[Key, Message]]) -> int:
    return sum(it.words for texts in wanted.values() for it in texts.values())


def _fuzzy(found: Iterable[Catalogue]) -> int:
    return sum(it.fuzzy for catalogue in found for it in catalogue.messages())


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all; a file that says the same keeps its time."""
    if not file.exists() or file.read_bytes() != content:
        fresh = file.with_suffix(".new")
        fresh.write_bytes(content)
        shutil.move(fresh, file)
