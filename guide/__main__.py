"""``python -m guide <command>``: what make calls."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from typing import get_args

from guide import settings
from guide.data import company_pages, letter_stubs, nav, schema, sources, stubs
from guide.data.book import Book
from guide.data.model.evidence import EverywhereBecause
from guide.errors import StoppedError, odd_place
from guide.publish import build, preview, social
from guide.publish.release import release
from guide.recheck.finding import RecheckError
from guide.recheck.reports import run as reports
from guide.recheck.run import recheck
from guide.show.book import open_book
from guide.translate.command import translations


def company(given: Mapping[str, str], book: Book) -> None:
    """The stub of a company, and its page of the comparison, which is made from that."""
    stubs.company(given, book)
    company_pages.write()


def check() -> None:
    """Validate the sources, and the data against the pages, and say how much there is."""
    sources.check()
    book = open_book()
    nav.check(book.pages)
    social.check(book)
    counts = f"{len(book.data.claims)} claims, {len(book.routes)} routes, {len(book.pages)} pages"
    print(f"{counts}: fine")
    because = Counter(it.everywhere_because for it in book.data.claims.values())
    reasons = ", ".join(f"{because[it]} {it}" for it in get_args(EverywhereBecause))
    print(f"claims that hold everywhere: {reasons}")


COMMANDS: dict[str, Callable[[], None]] = {
    "check": check,
    "schema": schema.write,
    "letters": letter_stubs.write,
    "answers": company_pages.write,
    "pages": build.translate,
    "build": build.site,
    "offline": build.offline_copy,
    "publish": build.published,
    "preview": preview.serve,
    "build-zensical": build.with_zensical,
    "release": release,
    "recheck": recheck,
    "report": reports.report,
    "report-open": reports.report_open,
    "report-answer": reports.report_answer,
}
STUBS = {"company": company, "place": stubs.place, "seen": reports.seen}
"""Commands that are given words: ``name=Example``."""


def main() -> int:
    """Run one command; a mistake in the data or the settings is told without a traceback."""
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    parser.add_argument("command", choices=[*COMMANDS, *STUBS, "translations"])
    parser.add_argument("given", nargs="*", metavar="key=value")
    asked = parser.parse_args()
    try:
        if notice := settings.current().notice:
            print(notice, file=sys.stderr)
        given = dict(word.partition("=")[::2] for word in asked.given)
        if asked.command in STUBS:
            STUBS[asked.command](given, open_book())
        elif asked.command == "translations":
            translations(given)
        else:
            COMMANDS[asked.command]()
    except (StoppedError, RecheckError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(odd_place(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; the last good site is untouched", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
