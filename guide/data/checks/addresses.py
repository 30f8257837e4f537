"""Forms and official documents are on the companies' own domains; authorities have one."""

from __future__ import annotations

from collections.abc import Iterator

from guide.data.checks.traverse import Finding, each_route
from guide.data.model.root import Data
from guide.data.reach import spread
from guide.data.types import is_on


def findings(data: Data) -> Iterator[Finding]:
    """Addresses that lead off the domains they claim to be on, or are missing."""
    yield from _forms(data)
    yield from _steps(data)
    yield from _addressees(data)
    for key, authority in data.authorities.items():
        if not authority.url and not authority.note:
            right = "give its `url`, or say in `note` that none was found"
            yield ("authorities", key), "the authority has no address", right
    domains = _all_domains(data)
    for key, source in data.sources.items():
        if source.kind == "official" and source.url and not is_on(source.url, domains):
            right = "list the domain under its company, or correct the kind"
            wrong = "an official source is off the companies' domains"
            yield ("sources", key, "url"), wrong, right


def _all_domains(data: Data) -> list[str]:
    return [domain for company in data.companies.values() for domain in company.domains]


def _forms(data: Data) -> Iterator[Finding]:
    for key, form in data.forms.items():
        company = data.companies.get(form.company)
        if company and not is_on(form.url, company.domains):
            wrong = "the form is not on the company's own domains"
            yield ("forms", key, "url"), wrong, _right(company.domains)


def _addressees(data: Data) -> Iterator[Finding]:
    """Ways to write to a company that are another's; and two for the letters of one place."""
    taken: dict[tuple[str, str], str] = {}
    for key, it in data.controllers.items():
        domains = data.companies[it.company].domains if it.company in data.companies else []
        for name in ("contact", "mail"):
            way = getattr(it, name)
            host = f"https://{way.partition('@')[2]}/" if name == "mail" and way else way
            if way and it.where and not is_on(host, domains):
                wrong = "the way to write is not on the company's own domains"
                yield ("controllers", key, name), wrong, _right(domains)
        for place in sorted(spread(data, it.where or [])):
            other = taken.setdefault((it.company or "", place), key)
            if other != key:
                wrong = f"letters from {place} go to `{other}` already"
                yield ("controllers", key, "where"), wrong, "name each place once in a company"


def _steps(data: Data) -> Iterator[Finding]:
    for path, company, route in each_route(data):
        for index, step in enumerate(route.steps):
            if step.opens and not is_on(step.opens, company.domains):
                wrong = "the step leads off the company's own domains"
                yield (*path, "steps", index, "opens"), wrong, _right(company.domains)
    domains = _all_domains(data)
    for key, steps in data.shared_steps.items():
        for index, step in enumerate(steps):
            if step.opens and not is_on(step.opens, domains):
                wrong = "the step leads off the companies' own domains"
                yield ("shared_steps", key, index, "opens"), wrong, _right(domains)


def _right(domains: list[str]) -> str:
    return f"use one on {', '.join(domains)}"
