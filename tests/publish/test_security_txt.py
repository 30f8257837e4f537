"""security.txt: only with a contact, and never for long."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from guide.paths import ROOT
from guide.publish import security_txt
from tests.conftest import SITE
from tests.publish.sites import URL, settings, site

DAY = date(2026, 11, 23)


def lines() -> list[str]:
    given = settings(security_contact="mailto:x@guide.example", guide_date=DAY)
    return security_txt.text(given).splitlines()


def test_without_a_contact_there_is_none() -> None:
    it = site()
    security_txt.apply(it)
    assert it.files == {}
    assert not (SITE / ".well-known").exists()


def test_it_names_the_contact_and_its_own_address() -> None:
    assert lines()[0] == "Contact: mailto:x@guide.example"
    assert lines()[-1] == f"Canonical: {URL}.well-known/security.txt"


def test_it_stands_where_the_standard_wants_it() -> None:
    it = site(security_contact="mailto:x@guide.example")
    security_txt.apply(it)
    assert list(it.files) == [".well-known/security.txt"]


def test_it_expires_within_the_year_the_standard_allows_and_not_at_once() -> None:
    (line,) = (it for it in lines() if it.startswith("Expires: "))
    end = datetime.fromisoformat(line.removeprefix("Expires: "))
    start = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    assert timedelta(days=90) < end - start < timedelta(days=365)


def test_the_deployer_gives_it_and_the_deployment_makes_it_anew_each_day() -> None:
    workflow = (ROOT / ".github" / "workflows" / "deploy.yml").read_text(encoding="utf-8")
    assert "SECURITY_CONTACT: ${{ vars.SECURITY_CONTACT }}" in workflow
    assert "include-hidden-files: true" in workflow
    assert '- cron: "23 3 * * *"' in workflow
