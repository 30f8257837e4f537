"""Addresses for letters: each with its evidence, on the company's own domain, one for a place."""

from __future__ import annotations

import re

import pytest

from tests.small import changed, mistakes

CONTROLLER = '        name: "Meta Platforms Ireland Limited"\n'


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("        mail: \"privacy@elsewhere.example\"\n", "not on the company's own domains"),
        ("        contact: \"https://elsewhere.example/\"\n", "not on the company's own domains"),
        ("", "no source of it speaks for uk"),
    ],
)  # fmt: skip
def test_an_address_of_somebody_else_or_without_evidence_is_told(more: str, expected: str) -> None:
    where = '["uk"]' if not more else '["eu"]'
    found = mistakes(changed(CONTROLLER, f"{CONTROLLER}{more}        where: {where}\n"))
    assert any(expected in line for line in found), found


def test_an_address_without_a_source_is_told() -> None:
    text = changed(CONTROLLER, f'{CONTROLLER}        where: ["eu"]\n')
    text = text.replace('[{id: "meta-page", at: "contact"}]', "[]")
    found = mistakes(text)
    assert any(re.search(r"controllers.*the list is empty", it) for it in found), found


def test_a_place_has_one_address_in_a_company() -> None:
    block = CONTROLLER + '        where: ["eu"]\n'
    again = f'      other:\n{block}        address: ["Road"]\n        confidence: "high"\n'
    again += '        sources: [{id: "meta-page", at: "contact"}]\n'
    text = changed("      meta-ireland:\n", f"{again}      meta-ireland:\n")
    found = mistakes(
        text.replace(f"      meta-ireland:\n{CONTROLLER}", f"      meta-ireland:\n{block}")
    )
    assert any("letters from eu go to `other` already" in it for it in found), found
