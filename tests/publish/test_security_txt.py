"""security.txt: only with a contact, and never for long."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from guide.pages import ROOT
from guide.publish import security_txt
from guide.publish.engines import BuildFailedError
from guide.site import security_contact
from tests.conftest import SITE

DAY = date(2026, 11, 23)


def published(site: Path, root: str = "") -> list[str]:
    security_txt.publish(site, "mailto:x@guide.example", root, DAY)
    return (site / ".well-known" / "security.txt").read_text(encoding="utf-8").splitlines()


def test_without_a_contact_there_is_none(tmp_path: Path) -> None:
    security_txt.publish(tmp_path, "", "https://guide.example/", DAY)
    assert list(tmp_path.iterdir()) == []
    assert not (SITE / ".well-known").exists()


def test_it_names_the_contact_and_its_own_address(tmp_path: Path) -> None:
    lines = published(tmp_path, root="https://guide.example/")
    assert lines[0] == "Contact: mailto:x@guide.example"
    assert lines[-1] == "Canonical: https://guide.example/.well-known/security.txt"


def test_it_expires_within_the_year_the_standard_allows_and_not_at_once(tmp_path: Path) -> None:
    (line,) = (it for it in published(tmp_path) if it.startswith("Expires: "))
    end = datetime.fromisoformat(line.removeprefix("Expires: "))
    start = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    assert timedelta(days=90) < end - start < timedelta(days=365)


def test_the_deployer_gives_it_and_the_deployment_makes_it_anew_each_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", " mailto:x@guide.example ")
    assert security_contact() == "mailto:x@guide.example"
    workflow = (ROOT / ".github" / "workflows" / "deploy.yml").read_text(encoding="utf-8")
    assert "SECURITY_CONTACT: ${{ vars.SECURITY_CONTACT }}" in workflow
    assert "include-hidden-files: true" in workflow
    assert '- cron: "23 3 * * *"' in workflow


@pytest.mark.parametrize(
    "bad", ["x@guide.example", "http://guide.example", "mailto:x@y.example\nExpires: never"]
)
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", bad)
    with pytest.raises(BuildFailedError, match="SECURITY_CONTACT is"):
        security_contact()
