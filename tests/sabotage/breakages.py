"""Every promise, broken once. A module for each kind of promise, as readers would name them."""

from __future__ import annotations

from tests.sabotage import (
    attack,
    copies,
    data,
    facts,
    kept,
    letter_pages,
    people,
    search,
    sent,
    strangers,
    upkeep,
)

BREAKAGES = (
    *sent.BREAKAGES,
    *facts.BREAKAGES,
    *data.BREAKAGES,
    *people.BREAKAGES,
    *letter_pages.BREAKAGES,
    *kept.BREAKAGES,
    *search.BREAKAGES,
    *copies.BREAKAGES,
    *upkeep.BREAKAGES,
    *strangers.BREAKAGES,
    *attack.BREAKAGES,
)
