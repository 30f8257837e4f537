"""Letters, each on a page of its own."""

from __future__ import annotations

from functools import partial

from guide.addresses import ENGLISH
from guide.data.model.letters import OPEN
from guide.data.model.root import Data
from guide.i18n import foreign
from guide.i18n.words import _, ngettext
from guide.show import addressees as addressed
from guide.show import wording
from guide.show.addressees import Addressee
from guide.show.context import Here
from guide.show.letters import LISTS, blanks, offer, offers, ordered, page
from guide.show.macros.declare import UnknownIdError, fill, macro


@macro("place with letters", scripts=("lead-on",))
def letters(here: Here, place: str) -> str:
    """A place’s letters, each with its page in each language. Old addresses lead on from here."""
    return fill("letters", here, key=place, offers=offers(here.book.data, place))


@macro("place with letters", scripts=("deadline", "letters"))
def letter(here: Here, place: str, kind: str = "object", language: str = ENGLISH) -> str:
    """One letter of a place in one language, whole; with a script, to fill in."""
    data = here.book.data
    found = [offer(data, place, it) for it in data.letters[place].letters if it.kind == kind]
    texts = [(it, text) for it in found for text in it.written if text.language == language]
    if not texts:
        raise UnknownIdError(f"there is no letter `{kind}` for `{place}` in `{language}`")
    ((own, written),) = texts
    return fill(
        "letter",
        here,
        key=place,
        place=data.jurisdictions[place],
        offer=own,
        written=written,
        blanks=dict.fromkeys(["company", "address", *blanks([own])]),
        addressed=addressed.FILE,
        company="" if kind in OPEN else _of_the_text(data, place),
        companies=addressed.companies(data, place),
        lists=LISTS,
    )


def _of_the_text(data: Data, place: str) -> str:
    """The company that the texts of a place are written to."""
    name = data.jurisdictions[place].controller
    controller = data.controllers.get(name) if name else None
    return data.companies[controller.company].name if controller and controller.company else ""


@macro(scripts=("open-part",))
def addressees(here: Here) -> str:
    """Where letters to other companies go: by company and place, with the source of each."""
    return fill("addressees", here, companies=addressed.by_company(here.book.data))


def addressee_how(here: Here, it: Addressee | None = None) -> str:
    """How a letter gets to another company, for the letters’ script; no page calls it."""
    return fill("addressee-how", here, it=it)


@macro(scripts=("lead-on",))
def letter_places(here: Here) -> str:
    """Which place has which letters, in which languages."""
    to = partial(page, here.book.data)
    companies = addressed.by_company(here.book.data)
    others = addressed.unknown(here.book.data)
    return fill("letter-places", here, ordered=ordered, page=to, companies=companies, others=others)


@macro("company")
def ask(here: Here, company: str) -> str:
    """Where our sources do not say: the way to the letter that asks a company.

    It stands in a line of text.
    """
    return fill("ask", here, id=company)


@macro("place with letters")
def letter_count(here: Here, place: str) -> str:
    """How many letters a place has, to begin a sentence: “Seven letters”."""
    found = len(here.book.data.letters[place].letters)
    number = foreign.bare(wording.number(found)).capitalize()
    said = ngettext("%(number)s letter", "%(number)s letters", found) % {"number": number}
    return foreign.told(said)


@macro("place with letters")
def letter_languages(here: Here, place: str) -> str:
    """The languages a place’s letters are in, in running text."""
    *names, last = [wording.LANGUAGE[it] for it in ordered(here.book.data.letters[place].languages)]
    return foreign.told(_(" and ").join([", ".join(names), last])) if names else last
