"""Every promise, broken once. A module for each kind of promise, as readers would name them."""

from __future__ import annotations

from tests.sabotage import (
    attack,
    come_back,
    copies,
    data,
    evidence,
    facts,
    kept,
    languages,
    letter_pages,
    other_sites,
    people,
    promises,
    reports,
    route_page,
    search,
    seen,
    sent,
    short_pages,
    strangers,
    upkeep,
)

BREAKAGES = (
    *sent.BREAKAGES,
    *facts.BREAKAGES,
    *evidence.BREAKAGES,
    *data.BREAKAGES,
    *people.BREAKAGES,
    *letter_pages.BREAKAGES,
    *kept.BREAKAGES,
    *search.BREAKAGES,
    *copies.BREAKAGES,
    *upkeep.BREAKAGES,
    *strangers.BREAKAGES,
    *route_page.BREAKAGES,
    *attack.BREAKAGES,
    *promises.BREAKAGES,
    *reports.BREAKAGES,
    *short_pages.BREAKAGES,
    *languages.BREAKAGES,
    *come_back.BREAKAGES,
    *seen.BREAKAGES,
    *other_sites.BREAKAGES,
)
