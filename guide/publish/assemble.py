"""Sites of other languages, put into the folder of the English one: ``/de/`` beside ``/``."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from guide import addresses, settings
from guide.addresses import ENGLISH
from guide.i18n import language, pages
from guide.publish import engines
from guide.publish.atomic import locked
from guide.publish.csp import HEADERS, POLICY, UNFRAMED

_RULE = re.compile(rf"(?m)^  {POLICY}: (.*)$")


def wanted() -> list[str]:
    """The languages to build beside English: those asked for, else those that are published."""
    given = settings.current()
    if given.language != ENGLISH:
        return []
    if given.languages is not None:
        return [it for it in given.languages if it != ENGLISH]
    return language.published()


def together() -> tuple[str, ...]:
    """All languages of this run, English first; the process of another one is told them."""
    given = settings.current()
    if given.language == ENGLISH:
        return (ENGLISH, *wanted())
    return given.languages or (given.language,)


def folders(command: str, out: Path, dist: Path | None) -> list[Path]:
    """Where a run puts the site, and the copies if it makes any; another language, aside."""
    asked = [out, *([dist] if dist else [])]
    own = language.current()
    if own.english:
        return asked
    return [pages.folder(own) / command / name for name in ("site", "dist")][: len(asked)]


@dataclass(frozen=True)
class Others:
    """The languages that are built beside English, each by a process of its own."""

    runs: dict[str, Future[None]]
    scratch: Path

    @classmethod
    def start(cls, beside: ThreadPoolExecutor, command: str, scratch: Path) -> Others:
        """Start to build them. ``command`` is what builds English now."""
        runs = {code: beside.submit(_run, code, command, scratch / code) for code in wanted()}
        return cls(runs, scratch)

    def adopt(self, site: Path, dist: Path) -> None:
        """When they are done, move each below the English site, and its copies beside English's."""
        for code, run in self.runs.items():
            run.result()
            built = self.scratch / code
            shutil.move(built / "site", site / addresses.of_language(code))
            _to_embed(site, code)
            _headers(site, code)
            if (built / "dist").exists():
                shutil.move(built / "dist" / "offline", dist / f"offline-{code}")
                for file in sorted((built / "dist").iterdir()):
                    shutil.move(file, dist / file.name)


def _run(code: str, command: str, to: Path) -> None:
    """Build one language, alone at that, and move it away."""
    own = pages.folder(language.named(code))
    own.mkdir(parents=True, exist_ok=True)
    with locked(own):
        engines.in_language(code, command, together())
        shutil.move(own / command, to)


def _to_embed(site: Path, code: str) -> None:
    """What other sites may show stands in one folder, whatever its language (``csp.unframed``)."""
    made = site / addresses.of_language(code) / "embed"
    if made.exists():
        shutil.move(made, site / "embed" / addresses.of_language(code))


def _headers(site: Path, code: str) -> None:
    """Hosts read one ``_headers``, at the root: it lets in what any language's pages hold."""
    own, theirs = site / HEADERS, site / addresses.of_language(code) / HEADERS
    merged = joined([own.read_text("utf-8"), theirs.read_text("utf-8")], code)
    own.write_text(merged, "utf-8")
    theirs.unlink()


def joined(texts: Iterable[str], code: str) -> str:
    """``_headers`` of the whole: the first with the rules, and the folders to keep, of the next."""
    whole, other = texts
    rules: dict[str, dict[str, None]] = {}
    for text in (whole, other):
        for rule in _RULE.search(text)[1].split("; "):  # type: ignore[index] # always there
            name, *values = rule.split(" ")
            rules.setdefault(name, {}).update(dict.fromkeys(values))
    policy = "; ".join(" ".join([name, *values]) for name, values in rules.items())
    whole = _RULE.sub(lambda _: f"  {POLICY}: {policy}", whole, count=1)
    kept = re.findall(r"(?m)^/(.*)/\*\n(  Cache-Control: .*)$", other)
    folder = addresses.of_language(code)
    rules_of_folders = [("", UNFRAMED), *((f"{it}/", rule) for it, rule in kept)]
    return whole + "".join(f"\n/{folder}{it}*\n{rule}\n" for it, rule in rules_of_folders)
