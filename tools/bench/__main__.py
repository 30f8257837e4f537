"""``make bench``: measure everything side by side and write ``BENCHMARKS.md``."""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from importlib import metadata
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from guide import settings
from guide.paths import ROOT
from guide.publish import build
from guide.publish.copies.naming import named
from tools import browser as browsers
from tools.bench import builds, lighthouse, questions, report, variants, visits
from tools.bench.finishing import BESIDE
from tools.bench.lighthouse import Figures
from tools.bench.report import Target, kib, middle, table
from tools.bench.serve import served

WORK = ROOT / ".build" / "bench"
OUT = ROOT / "BENCHMARKS.md"
SECOND = "rights/uk/"

_BUILDS = {
    "cold, s": "cold",
    "one page edited, s": "page",
    "the data edited, s": "data",
    "memory, MiB": "memory",
}

Found = dict[tuple[str, str], list[Figures]]


def paints(base: str, browser: str, times: int) -> Found:
    """Lighthouse on every kind of page of every variant."""
    program = lighthouse.install()
    addresses = {
        (kind, variant): f"{base}{variant}/{path}"
        for kind, path in variants.KINDS.items()
        for variant in ("guide", "stock", "bare")
    }
    found: Found = defaultdict(list)
    for key, figures in lighthouse.rounds(program, browser, addresses, times):
        found[key].append(figures)
    return found


def first_look(found: Found) -> tuple[str, list[Target]]:
    """(a) As a table, and its targets."""
    rows, targets = [], []
    for kind in variants.KINDS:
        bare = median(run.audits["fcp"] for run in found[kind, "bare"])
        for variant in ("guide", "stock", "bare"):
            runs = found[kind, variant]
            middles = {name: median(run.audits[name] for run in runs) for name in runs[0].audits}
            rows.append([kind, variant, middle([run.audits["fcp"] for run in runs]),
                         f"{middles['fcp'] / bare:.2f}", middles["lcp"], middles["tbt"],
                         f"{middles['cls']:.3f}", kib(middles["bytes"])])  # fmt: skip
            if variant == "guide":
                targets += [
                    Target(f"{kind}: first paint, × the bare page", 1.15, middles["fcp"] / bare),
                    Target(f"{kind}: total blocking time", 50.0, middles["tbt"], " ms"),
                    Target(f"{kind}: layout shift", 0.0, round(middles["cls"], 3)),
                    Target(f"{kind}: Lighthouse points missing of 400", 0.0, _missing(runs)),
                ]  # fmt: skip
    head = ["page", "variant", "FCP ms", "×", "LCP ms", "TBT ms", "CLS", "KiB"]
    return table(head, rows), targets


def _missing(runs: list[Figures]) -> float:
    """Of four times 100 points; those for speed are the median, as they differ between runs."""
    speed = median(run.scores["performance"] for run in runs)
    return 400 - speed - sum(runs[0].scores[one] for one in lighthouse.CATEGORIES[1:])


def on_the_wire(chromium: Browser, base: str, site: Path) -> tuple[str, list[Target]]:
    """(b) Bytes and requests before the first touch, and of a second page."""
    rows, targets = [], []
    pages = {**variants.KINDS, "route (WhatsApp)": "opt-out/whatsapp/"}
    own = visits.article(site / SECOND / "index.html")
    for kind, path in pages.items():
        for variant in ("guide", "stock", "bare"):
            root = f"{base}{variant}/"
            first, requests, more, again = visits.weight(chromium, root + path, root + SECOND)
            rows.append([kind, variant, kib(first), requests, kib(more), again, kib(more - own)])
            if variant == "guide" and kind.startswith("route"):
                words = f"{kind}: before the first touch"
                targets.append(Target(words, 30.0, round(first / 1024, 1), " KiB"))
            if variant == "guide" and kind == "route":
                words = "second page beyond its own article"
                targets.append(Target(words, 8.0, round((more - own) / 1024, 1), " KiB"))
    head = ["first page", "variant", "KiB", "requests", f"then {SECOND}, KiB", "requests",
            "beyond its article, KiB"]  # fmt: skip
    return table(head, rows), targets


def at_work(chromium: Browser, base: str, times: int) -> str:
    """(c) What the main thread does."""
    rows = []
    for kind, path in variants.KINDS.items():
        loads = [
            middle(visits.repeated(partial(visits.work_to_load, chromium, f"{base}{name}/{path}"),
                                   times))
            for name in ("guide", "stock", "bare")
        ]  # fmt: skip
        rows.append([f"{kind}: to load", *loads])
    for words, path, field in (("a key in search", "rights/eu/", ".md-search__input"),
                               ("a key in a letter", "letters/eu/object/",
                                "#letter-name")):  # fmt: skip
        typed = partial(visits.work_to_type, chromium, f"{base}guide/{path}", field, "whatsapp ai")
        rows.append([words, middle(visits.repeated(typed, times)), "", ""])
    return table([f"main thread, ms at {visits.SLOWER} × slower", "guide", "stock", "bare"], rows)


def tapping(chromium: Browser, base: str, times: int) -> tuple[str, list[Target]]:
    """(c) What the first tap on a page waits for."""
    rows, targets = [], []
    for what in visits.FIRST_TAPS:
        runs = [visits.first_tap(chromium, f"{base}guide/opt-out/facebook/web/", what)
                for _ in range(times)]  # fmt: skip
        after, script = zip(*runs, strict=True)
        rows.append([what, middle(after), middle(script)])
        late = median(max(0.0, done - there) for done, there in runs)
        targets.append(
            Target(f"first tap on {what}, after the script is there", 300.0, late, " ms")
        )
    head = ["first tap, ms on slow 4G", "to its effect", "to the theme's script"]
    return table(head, rows), targets


def searching(chromium: Browser, base: str, site: Path, times: int) -> tuple[str, list[Target]]:
    """(d) The index, the first results, and each key."""
    index = (site / "search" / "search_index.json").read_bytes()
    (script,) = (site / "assets" / "javascripts" / "workers").glob("search.*.js")
    rows = [
        [f"{words}, KiB (compressed)", f"{kib(len(it))} ({kib(len(gzip.compress(it, 6)))})", ""]
        for words, it in (("index", index), ("script", script.read_bytes()))
    ]
    for words, measure in (("first tap to first result on slow 4G, ms", visits.first_result),
                           ("a key to its results, ms", visits.per_key)):  # fmt: skip
        both = [visits.repeated(partial(measure, chromium, f"{base}{name}/rights/eu/"), times)
                for name in ("guide", "stock")]  # fmt: skip
        rows.append([words, middle(both[0]), middle(both[1])])
    carried = sum(len(gzip.compress(it, 6)) for it in (index, script.read_bytes()))
    targets = [
        Target("a key in search to its results", 50.0, median(both[0]), " ms"),
        Target("search: index and script", 148.0, carried / 1024, " KiB"),
    ]
    return table(["search", "guide", "stock"], rows), targets


def building(times: int, whole: bool) -> tuple[str, list[Target]]:
    """(e, f) Time and memory of builds."""
    found = builds.compared(WORK, times)
    ours, plain = found["guide"], found["plain"]
    rows = []
    for words, name in _BUILDS.items():
        both = getattr(ours, name), getattr(plain, name)
        rows.append([words, *map(middle, both), median(both[0]) / median(both[1])])
    targets = [
        Target(f"{words}, × without macros", 1.2, row[-1])
        for words, row in zip(("build", "a page edited", "the data edited"), rows, strict=False)
    ]
    text = table(["pages to HTML", "guide", "without macros", "×"], rows)
    once = [builds.finished(builds.copied(WORK / "whole")) for _ in range(min(times, 3))]
    seconds, memory = (median(values) for values in zip(*once, strict=True))
    engine = median(plain.cold)
    steps = builds.finishing(WORK, times)
    beside = [run.pop(BESIDE) for run in steps]
    after = [sum(run.values()) for run in steps]
    targets += [
        Target("finishing, × the engine without macros", 0.75, median(after) / engine),
        Target("`make build`, × the engine without macros", 2.2, seconds / engine),
    ]
    more = [
        ["finishing, after the engine", middle(after), "", median(after) / engine],
        [BESIDE, middle(beside), "", median(beside) / engine],
        ["`make build`, all of it", seconds, memory, seconds / engine],
    ]
    parts = {name: median(run[name] for run in steps) for name in steps[0]}
    ranked = sorted(parts.items(), key=lambda it: -it[1])[:6]
    slowest = table(["finishing: the six longest parts", "s"], ranked)
    if whole:
        project, routes = builds.tenfold_copy(WORK)
        long, much = builds.finished(project)
        more.append([f"with {routes} routes (10 ×)", long, much, long / engine])
        targets += [Target("10 × the routes: time, ×", 12.0, long / seconds),
                    Target("10 × the routes: memory, ×", 12.0, much / memory)]  # fmt: skip
    wholes = table(["whole build", "s", "MiB", "× the engine without macros"], more)
    return f"{text}\n{wholes}\n{slowest}", targets


def carried() -> str:
    """(g) What one can take along."""
    build.offline_copy(WORK / "dist", WORK / "site")
    files = [WORK / "dist" / named(settings.current(), suffix) for suffix in (".zip", ".html")]
    return table(
        ["to take along", "KiB"], [[file.suffix, kib(file.stat().st_size)] for file in files]
    )


def machine(times: int) -> str:
    """Where and when this was measured."""
    asked = [str(browsers.find(whole=True)), "--version"]
    browser = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    names = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin")
    packages = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    day = datetime.now(UTC).date().isoformat()
    load = os.getloadavg()[1]
    return (
        f"Measured on {day} by `make bench`: medians of {times} runs, smallest and largest in "
        f"brackets, variants in turn. {os.cpu_count()} processors ({platform.machine()}), load "
        f"{load:.1f}, Python {platform.python_version()}, {packages}, {browser}, Lighthouse "
        f"{lighthouse.VERSION} (mobile). *stock* is Material as it comes with the same text, "
        "*bare* the article's text alone without styles. All from one server, gzip level 6.\n"
    )


def measured(times: int, whole: bool) -> Iterator[tuple[str, str, list[Target]]]:
    """Each section of the report: its title, its text, and what it says of targets."""
    yield "Builds", *building(times, whole)
    yield "To take along", carried(), []
    roots = variants.make(WORK / "variants")
    browser = str(browsers.find(whole=True))
    with served(roots) as base:
        yield "First look", *first_look(paints(base, browser, times))
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=browser, args=list(browsers.FLAGS)
            )
            yield "On the wire", *on_the_wire(chromium, base, roots["guide"])
            yield "At work", at_work(chromium, base, times), []
            yield "First tap", *tapping(chromium, base, times)
            yield "Search", *searching(chromium, base, roots["guide"], times)
            disk = WORK / "dist" / "offline"
            yield "Questions", *questions.answered(chromium, f"{base}guide/", disk)
            chromium.close()


def main() -> None:
    """Run everything; what is measured is written at once, should a later part fail."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few runs, no tenfold build")
    quick = parser.parse_args().quick
    times = 2 if quick else 9
    os.environ["SITE_URL"] = "https://guide.example/"
    os.environ["LANGUAGES"] = "en"  # the others are built beside it, each as long
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is compiled once stays, as for anyone
    WORK.mkdir(parents=True, exist_ok=True)
    sections: dict[str, str] = {}
    rows: list[tuple[str, ...]] = []
    for title, text, targets in measured(times, whole=not quick):
        rows += [target.row for target in targets]
        sections[title] = text
        targeted = {"Targets": table(["target", "at most", "found", ""], rows)}
        report.write(OUT, machine(times), targeted | sections)
    print(OUT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
