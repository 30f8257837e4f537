"""Every id that an entry refers to exists: source, form, place, company, claim, label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from guide.data.checks.traverse import (
    Finding,
    each_answer,
    each_coverage,
    each_evidence,
    each_route,
    missing,
)
from guide.data.loader import Path
from guide.data.model.root import Data

Named: TypeAlias = Iterator[tuple[Path, str, str | None, Iterable[str]]]


def findings(data: Data) -> Iterator[Finding]:
    """Ids that name nothing, and sources that nothing names."""
    used: set[str | None] = set()
    for part in (_evidence, _forms, _jurisdictions, _routes, _answers, _changes):
        for path, kind, name, known in part(data):
            used.add(name)
            if name is not None and name not in known:
                yield missing(path, kind, name, known)
    for key in data.sources:
        if key not in used:
            yield ("sources", key), "nothing rests on this source", "cite it, or remove it"
    for key in data.authorities:
        if key not in used:
            yield ("authorities", key), "no place names this authority", "name it, or remove it"


def _evidence(data: Data) -> Named:
    for path, entry in each_evidence(data):
        for index, ref in enumerate(entry.sources):
            yield (*path, "sources", index, "id"), "source", ref.id, data.sources


def _forms(data: Data) -> Named:
    for key, form in data.forms.items():
        yield ("forms", key, "company"), "company", form.company, data.companies
        yield ("forms", key, "replaced_by"), "form", form.replaced_by, data.forms
        yield ("forms", key, "status", "source"), "source", form.status.source, data.sources


def _jurisdictions(data: Data) -> Named:
    for key, place in data.jurisdictions.items():
        path = ("jurisdictions", key)
        yield (*path, "within"), "jurisdiction", place.within, data.jurisdictions
        yield (*path, "controller"), "controller", place.controller, data.controllers
        for index, name in enumerate(place.authorities):
            yield (*path, "authorities", index), "authority", name, data.authorities
        for index, member in enumerate(place.members):
            at = (*path, "members", index, "authority")
            yield at, "authority", member.authority, data.authorities


def _routes(data: Data) -> Named:
    routes = {route.id for _, _, route in each_route(data)}
    for path, _, route in each_route(data):
        yield (*path, "form"), "form", route.form, data.forms
        yield (*path, "other_form"), "form", route.other_form, data.forms
        yield (*path, "alternative_to"), "route", route.alternative_to, routes
        yield (*path, "then"), "list of shared steps", route.then, data.shared_steps
        yield (*path, "confirmed", "source"), "source", route.confirmed.source, data.sources
        for index, name in enumerate(route.reported):
            yield (*path, "reported", index), "jurisdiction", name, data.jurisdictions
    for path, _, line in each_coverage(data):
        for index, name in enumerate(line.claims):
            yield (*path, "claims", index), "claim", name, data.claims


def _answers(data: Data) -> Named:
    for path, answer in each_answer(data):
        for index, name in enumerate(answer.searched.sources if answer.searched else []):
            yield (*path, "searched", "sources", index), "source", name, data.sources


def _changes(data: Data) -> Named:
    for index, change in enumerate(data.changes):
        for at, name in enumerate(change.affects):
            yield ("changes", index, "affects", at), "company", name, data.companies
        own = {
            product
            for name in change.affects
            if name in data.companies
            for product in data.companies[name].products
        }
        for at, name in enumerate(change.products):
            yield ("changes", index, "products", at), "product of theirs", name, own
